"""Asking the server that runs on this machine, for only it may open the facts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import httpx

from huiyin import access
from huiyin.bootstrap import Installation
from huiyin.client import Client
from huiyin.kit.errors import UnavailableError
from huiyin.kit.settings import Settings

FILE = "server.json"
TOKEN_NAME = "local command line"  # noqa: S105 a name, no secret


@contextmanager
def reachable(app: Installation) -> Iterator[None]:
    """Leave the server's address and a read-only token where only this user can read them."""
    path = app.settings.home / FILE
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    url = f"http://{app.settings.host}:{app.settings.port}"
    path.write_text(json.dumps({"url": url, "token": _token(app)}), encoding="utf-8")
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def ask(settings: Settings, path: str, params: Mapping[str, Any]) -> Any:
    """Return the running server's answer. Raises UnavailableError when it does not give one."""
    return json.loads(fetch(settings, path, params))


def fetch(settings: Settings, path: str, params: Mapping[str, Any]) -> bytes:
    """Return the running server's answer as it is. Raises UnavailableError when it does not give one."""
    try:
        known = _left_by_server(settings)
        answer = httpx.get(
            f"{known['url']}/api/v1{path}",
            params=dict(params),
            headers={"Authorization": f"Bearer {known['token']}"},
            timeout=60,
        )
        answer.raise_for_status()
    except (OSError, ValueError, httpx.HTTPError) as error:
        raise UnavailableError(f"the running server gives no answer: {error}") from error
    return answer.content


def client(settings: Settings) -> Client:
    """Return a client of the server that runs on this folder. Raises UnavailableError where none does."""
    try:
        known = _left_by_server(settings)
    except (OSError, ValueError) as error:
        raise UnavailableError(
            f"no server runs on {settings.home}; start one with `huiyin serve` or `huiyin demo`, or name one with --url"
        ) from error
    return Client(known["url"], known["token"])


def _left_by_server(settings: Settings) -> dict[str, str]:
    """Return address and token. Raises OSError, ValueError where no server left any."""
    known: dict[str, str] = json.loads((settings.home / FILE).read_text(encoding="utf-8"))
    return known


def _token(app: Installation) -> str | None:
    with app.ledger.write() as connection:
        admins = [user for user in access.list_users(connection) if user.role is access.Role.ADMIN]
        if not admins:
            return None
        owner = access.Principal(admins[0].id, admins[0].username, admins[0].display_name, admins[0].role)
        for token in access.list_tokens(connection, owner.user_id):
            if token.name == TOKEN_NAME:
                access.revoke_token(connection, owner.user_id, token.id, clock=app.clock)
        created = access.create_token(
            connection,
            owner,
            name=TOKEN_NAME,
            scopes=[access.Scope.READ],
            expires_at=app.clock() + timedelta(days=365),
            clock=app.clock,
        )
    return created.secret
