"""The command line asks the server that runs, and passes on what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from tests.serving import serving

from huiyin import access
from huiyin.bootstrap import Installation
from huiyin.cli import local
from huiyin.kit.errors import InvalidInputError, UnavailableError
from huiyin.kit.settings import Settings


@pytest.fixture
def running(app: Installation) -> Iterator[Settings]:
    """A server that began before anybody had set it up."""
    with local.reachable(app), serving(app) as url:
        file = app.settings.home / local.FILE
        file.write_text(json.dumps(json.loads(file.read_text()) | {"url": url}))
        yield app.settings


def _set_up(app: Installation) -> None:
    with app.ledger.write() as connection:
        access.create_user(
            connection,
            username="boss",
            display_name="老板",
            role=access.Role.ADMIN,
            password_hash="unusable",
            clock=app.clock,
        )


def test_before_the_set_up_nobody_is_answered(running: Settings) -> None:
    with pytest.raises(UnavailableError, match="set up"):
        local.ask(running, "/facts", {})


def test_an_administrator_made_while_the_server_runs_is_enough(app: Installation, running: Settings) -> None:
    _set_up(app)
    for _ in range(2):
        assert local.ask(running, "/facts", {})["base"]["voices"] == 0


def test_a_refusal_is_told_as_the_server_put_it(app: Installation, running: Settings) -> None:
    _set_up(app)
    with pytest.raises(InvalidInputError) as refused:
        local.ask(running, "/facts", {"from": "gestern"})
    assert "running server gives no answer" not in refused.value.message


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("0.0.0.0", "http://127.0.0.1:8600"),  # noqa: S104 not listened on
        ("::", "http://[::1]:8600"),
        ("voc.local", "http://voc.local:8600"),
    ],
)
def test_the_address_is_one_that_this_machine_reaches(app: Installation, host: str, address: str) -> None:
    elsewhere = app.settings.model_copy(update={"host": host, "port": 8600})
    assert local._address(elsewhere) == address
