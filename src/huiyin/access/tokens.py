"""API tokens: how programs sign in as a person, with no more than the scopes they were given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from huiyin.access.errors import TokenNotFoundError
from huiyin.access.limits import limits_from
from huiyin.access.principal import Principal
from huiyin.access.roles import Role, Scope, capped_role
from huiyin.access.secrets import digest, new_token_secret
from huiyin.kit.clock import Clock
from huiyin.kit.errors import AccessDeniedError, InvalidInputError
from huiyin.store.ledger.tables_access import api_token, app_user

_HINT_LENGTH = 7
_TOUCH_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ApiToken:
    """A token as its owner sees it later: the first characters only."""

    id: int
    name: str
    hint: str
    scopes: tuple[Scope, ...]
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class CreatedToken:
    """A new token; `secret` is shown here once and stored nowhere."""

    token: ApiToken
    secret: str


def create_token(
    connection: Connection,
    owner: Principal,
    *,
    name: str,
    scopes: Iterable[Scope],
    expires_at: datetime | None,
    clock: Clock,
) -> CreatedToken:
    """Create a token for `owner`, with scopes that `owner` may pass on.

    Raises `InvalidInputError` for no scope or an end in the past, `AccessDeniedError` when a token
    would hand out more than it has.
    """
    wanted = tuple(scope for scope in Scope if scope in set(scopes))
    _check_wanted(owner, wanted, expires_at, clock)
    secret = new_token_secret()
    values = {
        "user_id": owner.user_id,
        "name": name.strip(),
        "token_hash": digest(secret),
        "hint": secret[:_HINT_LENGTH],
        "scopes": [scope.value for scope in wanted],
        "created_at": clock(),
        "expires_at": expires_at,
    }
    connection.execute(insert(api_token).values(values))
    row = connection.execute(select(api_token).where(api_token.c.token_hash == digest(secret))).one()
    return CreatedToken(token=_token(row), secret=secret)


def list_tokens(connection: Connection, user_id: int) -> list[ApiToken]:
    """Return a user's tokens that are not revoked, newest first."""
    query = (
        select(api_token)
        .where(api_token.c.user_id == user_id, api_token.c.revoked_at.is_(None))
        .order_by(api_token.c.id.desc())
    )
    return [_token(row) for row in connection.execute(query)]


def revoke_token(connection: Connection, user_id: int, token_id: int, *, clock: Clock) -> None:
    """End a token of this user; raises `TokenNotFoundError` for anyone else's."""
    ended = connection.execute(
        update(api_token)
        .where(
            api_token.c.id == token_id,
            api_token.c.user_id == user_id,
            api_token.c.revoked_at.is_(None),
        )
        .values(revoked_at=clock())
    )
    if ended.rowcount != 1:
        raise TokenNotFoundError(f"you have no token with the id {token_id}")


def find_token(connection: Connection, secret: str, *, clock: Clock) -> Principal | None:
    """Return the principal of a living token of an enabled user; reads only."""
    query = (
        select(api_token.c.id.label("token_id"), api_token.c.scopes, api_token.c.last_used_at, app_user)
        .join(app_user, app_user.c.id == api_token.c.user_id)
        .where(
            api_token.c.token_hash == digest(secret),
            api_token.c.revoked_at.is_(None),
            or_(api_token.c.expires_at.is_(None), api_token.c.expires_at > clock()),
            app_user.c.enabled,
        )
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else _principal(row, clock())


def touch_token(connection: Connection, token_id: int, *, clock: Clock) -> None:
    """Note that a token was used."""
    connection.execute(update(api_token).where(api_token.c.id == token_id).values(last_used_at=clock()))


def _principal(row: Row[Any], now: datetime) -> Principal:
    scopes = {Scope(scope) for scope in row.scopes}
    return Principal(
        user_id=row.id,
        username=row.username,
        display_name=row.display_name,
        role=capped_role(Role(row.role), scopes),
        limits=limits_from(row.limits),
        read_only=scopes <= {Scope.READ},
        token_id=row.token_id,
        touch_due=row.last_used_at is None or now - row.last_used_at >= _TOUCH_EVERY,
    )


def _check_wanted(
    owner: Principal, wanted: tuple[Scope, ...], expires_at: datetime | None, clock: Clock
) -> None:
    if not wanted:
        raise InvalidInputError("a token needs a scope", field="scopes", expected="read, write or admin")
    if expires_at is not None and expires_at <= clock():
        raise InvalidInputError("the token would have ended", field="expires_at", expected="a later time")
    # The owner's own role caps every use; a token must in addition not widen itself.
    if owner.token_id is not None and owner.role is not Role.ADMIN:
        raise AccessDeniedError("a token may create tokens only with the scope admin; sign in instead")


def _token(row: Row[Any]) -> ApiToken:
    return ApiToken(
        id=row.id,
        name=row.name,
        hint=row.hint,
        scopes=tuple(Scope(scope) for scope in row.scopes),
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        expires_at=row.expires_at,
    )
