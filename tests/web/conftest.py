"""The installation behind an ASGI application, and an administrator's client."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.people import token_in
from tests.serving import api_of, bearing

from huiyin import access
from huiyin.bootstrap import Installation


@pytest.fixture
def token(app: Installation) -> str:
    """An administrator's API token."""
    password = access.hash_password("correct horse")
    with app.ledger.write() as connection:
        return token_in(
            connection,
            app.clock,
            access.Role.ADMIN,
            username="boss",
            display_name="老板",
            password_hash=password,
        )


@pytest.fixture
def client(app: Installation, token: str) -> Iterator[TestClient]:
    """A program with an administrator's token."""
    with bearing(api_of(app), token) as opened:
        yield opened
