"""The installation behind an ASGI application, and an administrator's client."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.serving import api_of

from huiyin import access
from huiyin.bootstrap import Installation


@pytest.fixture
def token(app: Installation) -> str:
    """An administrator's API token."""
    with app.ledger.write() as connection:
        user = access.create_user(
            connection,
            username="boss",
            display_name="老板",
            role=access.Role.ADMIN,
            password_hash=access.hash_password("correct horse"),
            clock=app.clock,
        )
        owner = access.Principal(user.id, user.username, user.display_name, user.role)
        scopes = [access.Scope.ADMIN]
        return access.create_token(
            connection, owner, name="t", scopes=scopes, expires_at=None, clock=app.clock
        ).secret


@pytest.fixture
def client(app: Installation, token: str) -> Iterator[TestClient]:
    """A program with an administrator's token."""
    with TestClient(
        api_of(app),
        base_url="http://testserver/api/v1",
        headers={"Authorization": f"Bearer {token}"},
    ) as opened:
        yield opened
