"""People who hold an API token, without signing in first."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from huiyin import access
from huiyin.kit.clock import Clock


def token_in(
    connection: Connection,
    clock: Clock,
    role: access.Role,
    *scopes: access.Scope,
    username: str = "",
    **more: Any,
) -> str:
    """Return a token of a new person, who may do everything their role may where no scopes are named."""
    known = {"display_name": username or role.value, "password_hash": "unusable"} | more
    user = access.create_user(connection, username=username or role.value, role=role, clock=clock, **known)
    owner = access.Principal(user.id, user.username, user.display_name, user.role)
    return access.create_token(
        connection, owner, name="t", scopes=scopes or [access.Scope.ADMIN], expires_at=None, clock=clock
    ).secret
