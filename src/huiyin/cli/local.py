"""Asking the server that runs on this machine, for only it may open the facts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx

from huiyin import access
from huiyin.bootstrap import Installation, open_ledger_of
from huiyin.client import Client
from huiyin.kit.clock import Clock, utc_now
from huiyin.kit.errors import HuiyinError, InvalidInputError, UnavailableError
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger

FILE = "server.json"
TOKEN_NAME = "local command line"  # noqa: S105 a name, no secret


@contextmanager
def reachable(app: Installation) -> Iterator[None]:
    """Leave the server's address and a read-only token where only this user can read them."""
    path = app.settings.home / FILE
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    _keep(path, {"url": _address(app.settings), "token": _token(app.ledger, app.clock)})
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
    except (OSError, ValueError, httpx.HTTPError) as error:
        raise UnavailableError(f"the running server gives no answer: {error}") from error
    if not answer.is_success:
        raise _refusal(answer)
    return answer.content


def _refusal(answer: httpx.Response) -> HuiyinError:
    """Return what the server says is wrong, and what would be right."""
    try:
        told = answer.json()["error"]
        message = str(told["message"])
    except (ValueError, KeyError, TypeError):
        return UnavailableError(f"the running server answered {answer.status_code}")
    return InvalidInputError(message, field=told.get("field"), expected=told.get("expected"))


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
    path = settings.home / FILE
    known: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    if not known["token"]:
        # The server began before there was an administrator.
        with closing(open_ledger_of(settings)) as ledger:
            token = _token(ledger, utc_now)
        if token is None:
            raise UnavailableError(f"nobody has set up the server yet: open {known['url']}/setup first")
        known["token"] = token
        _keep(path, known)
    return known


def _keep(path: Path, known: Mapping[str, str | None]) -> None:
    path.write_text(json.dumps(known), encoding="utf-8")


def _address(settings: Settings) -> str:
    """Return where this machine reaches the server."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104 not listened on
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"


def _token(ledger: Ledger, clock: Clock) -> str | None:
    with ledger.write() as connection:
        admins = [
            user for user in access.list_users(connection) if user.role is access.Role.ADMIN and user.enabled
        ]
        if not admins:
            return None
        owner = access.Principal(admins[0].id, admins[0].username, admins[0].display_name, admins[0].role)
        for token in access.list_tokens(connection, owner.user_id):
            if token.name == TOKEN_NAME:
                access.revoke_token(connection, owner.user_id, token.id, clock=clock)
        created = access.create_token(
            connection,
            owner,
            name=TOKEN_NAME,
            scopes=[access.Scope.READ],
            expires_at=clock() + timedelta(days=365),
            clock=clock,
        )
    return created.secret
