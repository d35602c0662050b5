"""Browser sessions: a random secret in a cookie, its hash in the ledger, an end that slides with use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from huiyin.access.limits import limits_from
from huiyin.access.principal import Principal
from huiyin.access.roles import Role
from huiyin.access.secrets import digest, new_session_secret
from huiyin.access.users import User
from huiyin.kit.clock import Clock
from huiyin.store.ledger.tables_access import app_user, session

COOKIE_NAME = "huiyin_session"

# Prolonging on each request would make every read a write; once in this part of the life is enough.
TOUCH_FRACTION = 24


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A new session; `secret` is shown here once and stored nowhere."""

    secret: str
    expires_at: datetime


def open_session(connection: Connection, user: User, *, lifetime: timedelta, clock: Clock) -> OpenedSession:
    """Start a session and sweep out the ones that have ended."""
    now = clock()
    secret = new_session_secret()
    connection.execute(delete(session).where(session.c.expires_at <= now))
    connection.execute(
        insert(session).values(
            user_id=user.id,
            token_hash=digest(secret),
            created_at=now,
            last_used_at=now,
            expires_at=now + lifetime,
        )
    )
    return OpenedSession(secret=secret, expires_at=now + lifetime)


def find_session(connection: Connection, secret: str, *, clock: Clock) -> Principal | None:
    """Return the principal of a living session of an enabled user; reads only."""
    query = (
        select(session.c.id.label("session_id"), session.c.last_used_at, session.c.expires_at, app_user)
        .join(app_user, app_user.c.id == session.c.user_id)
        .where(session.c.token_hash == digest(secret), session.c.expires_at > clock(), app_user.c.enabled)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    used, ends = row.last_used_at, row.expires_at
    return Principal(
        user_id=row.id,
        username=row.username,
        display_name=row.display_name,
        role=Role(row.role),
        limits=limits_from(row.limits),
        session_id=row.session_id,
        touch_due=clock() - used >= (ends - used) / TOUCH_FRACTION,
    )


def touch_session(connection: Connection, session_id: int, *, lifetime: timedelta, clock: Clock) -> None:
    """Prolong a session to a full lifetime from now."""
    connection.execute(
        update(session)
        .where(session.c.id == session_id)
        .values(last_used_at=clock(), expires_at=clock() + lifetime)
    )


def close_session(connection: Connection, secret: str) -> None:
    """End a session; an unknown one is ended already."""
    connection.execute(delete(session).where(session.c.token_hash == digest(secret)))
