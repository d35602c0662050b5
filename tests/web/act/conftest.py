"""The product through ASGI, with people of each role signed in by token."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient
from tests.people import token_in
from tests.serving import api_of, bearing

from huiyin import access
from huiyin.bootstrap import Installation, installation
from huiyin.kit.settings import Settings

NOW = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


@pytest.fixture
def app(settings: Settings) -> Iterator[Installation]:
    with installation(settings, clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def client_of(app: Installation) -> Callable[[str], AbstractContextManager[TestClient]]:
    """Opens a client that acts in a role."""
    with app.ledger.write() as connection:
        tokens = {role: token_in(connection, app.clock, role) for role in access.Role}
    api = api_of(app)

    @contextmanager
    def opened(role: str) -> Iterator[TestClient]:
        with bearing(api, tokens[access.Role(role)]) as client:
            yield client

    return opened


@pytest.fixture
def analyst(client_of) -> Iterator[TestClient]:
    with client_of("analyst") as client:
        yield client


@pytest.fixture
def voices(app: Installation, analyst: TestClient) -> None:
    """Six customers complain about the smell, all within the last hour, and the facts know it."""
    items = [
        {
            "external_id": f"v{number}",
            "text": "车内异味很大，味道刺鼻，受不了。",
            "occurred_at": (NOW - timedelta(minutes=number)).isoformat(),
            "author": f"车主{number}",
            "product": "星途 X1",
        }
        for number in range(6)
    ]
    body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": items}
    assert analyst.post("/feedback", json=body).json()["accepted"] == 6
    app.projector.catch_up()
