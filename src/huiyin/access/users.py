"""The people who work with Huiyin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, exists, func, insert, select, update

from huiyin.access.errors import (
    LastAdminError,
    SetupDoneError,
    UsernameTakenError,
    UserNotFoundError,
    WrongPasswordError,
)
from huiyin.access.limits import EVERYTHING, Limits, limits_from
from huiyin.access.passwords import password_matches
from huiyin.access.roles import Role
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_access import app_user, session

_USERNAME = re.compile(r"[\w.@+-]{2,64}")


@dataclass(frozen=True, slots=True)
class User:
    """One person with a sign-in; `username` is kept in lower case."""

    id: int
    username: str
    display_name: str
    role: Role
    enabled: bool
    created_at: datetime
    limits: Limits = EVERYTHING


def setup_required(connection: Connection) -> bool:
    """Return whether nobody can sign in yet."""
    return not connection.scalar(select(exists().select_from(app_user)))


def create_first_admin(
    connection: Connection, *, username: str, display_name: str, password_hash: str, clock: Clock
) -> User:
    """Create the admin of a fresh installation; raises `SetupDoneError` ever after."""
    if not setup_required(connection):
        raise SetupDoneError("an admin exists already; ask them for an account")
    return create_user(
        connection,
        username=username,
        display_name=display_name,
        role=Role.ADMIN,
        password_hash=password_hash,
        clock=clock,
    )


def create_user(
    connection: Connection,
    *,
    username: str,
    display_name: str,
    role: Role,
    password_hash: str,
    clock: Clock,
    limits: Limits = EVERYTHING,
    subject: str | None = None,
) -> User:
    """Create a user from an already hashed password.

    Raises `InvalidInputError` for a malformed name and `UsernameTakenError` for a taken one.
    """
    name = _normal_username(username)
    _check_limits(role, limits)
    if connection.scalar(select(app_user.c.id).where(app_user.c.username == name)) is not None:
        raise UsernameTakenError(f"the username {name} is taken")
    values = {
        "username": name,
        "display_name": display_name.strip() or name,
        "role": role.value,
        "password_hash": password_hash,
        "enabled": True,
        "limits": limits.as_dict() or None,
        "subject": subject,
        "created_at": clock(),
        "updated_at": clock(),
    }
    user_id = connection.execute(insert(app_user).values(values)).inserted_primary_key
    return get_user(connection, user_id[0] if user_id else 0)


def get_user(connection: Connection, user_id: int) -> User:
    """Return one user; raises `UserNotFoundError`."""
    row = connection.execute(select(app_user).where(app_user.c.id == user_id)).one_or_none()
    if row is None:
        raise UserNotFoundError(f"no user has the id {user_id}")
    return _user(row)


def list_users(connection: Connection) -> list[User]:
    """Return every user by name."""
    return [_user(row) for row in connection.execute(select(app_user).order_by(app_user.c.username))]


def display_names(connection: Connection) -> dict[str, str]:
    """Return what each user is called, by username; those who have left too, for what they wrote stays."""
    query = select(app_user.c.username, app_user.c.display_name)
    return {row.username: row.display_name for row in connection.execute(query)}


def update_user(
    connection: Connection,
    user_id: int,
    *,
    clock: Clock,
    display_name: str | None = None,
    role: Role | None = None,
    enabled: bool | None = None,
    limits: Limits | None = None,
) -> User:
    """Change what is given; a disabled user is signed out at once.

    Raises `LastAdminError` when no enabled admin would be left, `InvalidInputError` for an admin with limits.
    """
    before = get_user(connection, user_id)
    _check_limits(role or before.role, before.limits if limits is None else limits)
    changes = {"display_name": display_name, "role": role and role.value, "enabled": enabled}
    given: dict[str, Any] = {name: value for name, value in changes.items() if value is not None}
    if limits is not None:
        given["limits"] = limits.as_dict() or None
    connection.execute(update(app_user).where(app_user.c.id == user_id).values(**given, updated_at=clock()))
    if before.role is Role.ADMIN and not _has_admin(connection):
        raise LastAdminError("this is the last admin; make another user admin first")
    if enabled is False:
        _sign_out_everywhere(connection, user_id)
    return get_user(connection, user_id)


def change_password(connection: Connection, user_id: int, *, password_hash: str, clock: Clock) -> None:
    """Store a new hash and end every session of the user, so that a stolen one dies with the old password."""
    get_user(connection, user_id)
    connection.execute(
        update(app_user)
        .where(app_user.c.id == user_id)
        .values(password_hash=password_hash, updated_at=clock())
    )
    _sign_out_everywhere(connection, user_id)


def check_password(connection: Connection, *, username: str, password: str) -> User:
    """Return the user who signs in; reads only, so it may be slow without holding the writer.

    Raises `WrongPasswordError`, the same for every reason and after the same time.
    """
    query = select(app_user).where(app_user.c.username == username.strip().casefold())
    row = connection.execute(query).one_or_none()
    matches = password_matches(password, None if row is None else row.password_hash)
    if row is None or not matches or not row.enabled:
        raise WrongPasswordError("the username or the password is wrong")
    return _user(row)


def _sign_out_everywhere(connection: Connection, user_id: int) -> None:
    connection.execute(session.delete().where(session.c.user_id == user_id))


def _has_admin(connection: Connection) -> bool:
    admins = select(func.count()).where(app_user.c.role == Role.ADMIN.value, app_user.c.enabled)
    return bool(connection.scalar(admins))


def _check_limits(role: Role, limits: Limits) -> None:
    # Whoever gives out accounts could give one to themselves.
    if role is Role.ADMIN and not limits.whole:
        raise InvalidInputError(
            "an admin reads everything", field="limits", expected="no limits, or another role"
        )


def _normal_username(username: str) -> str:
    name = username.strip().casefold()
    if not _USERNAME.fullmatch(name):
        raise InvalidInputError(
            "the username is malformed",
            field="username",
            expected="2 to 64 letters, digits or . @ + - _",
        )
    return name


def _user(row: Row[Any]) -> User:
    return User(
        id=row.id,
        username=row.username,
        display_name=row.display_name,
        role=Role(row.role),
        enabled=row.enabled,
        created_at=row.created_at,
        limits=limits_from(row.limits),
    )
