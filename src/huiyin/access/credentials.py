"""From what a request carries to who is asking."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from huiyin.access.principal import Principal
from huiyin.access.secrets import API_TOKEN_PREFIX
from huiyin.access.sessions import find_session, touch_session
from huiyin.access.tokens import find_token, touch_token
from huiyin.kit.clock import Clock

_BEARER = "bearer "


def credential_of(*, authorization: str | None, cookie: str | None) -> str | None:
    """Return the secret a request carries; a bearer token wins over the cookie.

    >>> credential_of(authorization="Bearer hy_1", cookie="s_2")
    'hy_1'
    >>> credential_of(authorization=None, cookie="s_2")
    's_2'
    """
    if authorization and authorization.lower().startswith(_BEARER):
        return authorization[len(_BEARER) :].strip()
    return cookie or None


def resolve_session(connection: Connection, credential: str | None, clock: Clock) -> Principal | None:
    """Return who holds this session secret or API token, None for nobody; reads only."""
    if not credential:
        return None
    if credential.startswith(API_TOKEN_PREFIX):
        return find_token(connection, credential, clock=clock)
    return find_session(connection, credential, clock=clock)


def touch(connection: Connection, principal: Principal, *, lifetime: timedelta, clock: Clock) -> None:
    """Note the use of a session or token whose `touch_due` is set; needs a write transaction."""
    if principal.session_id is not None:
        touch_session(connection, principal.session_id, lifetime=lifetime, clock=clock)
    elif principal.token_id is not None:
        touch_token(connection, principal.token_id, clock=clock)
