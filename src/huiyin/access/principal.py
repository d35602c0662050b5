"""The person or program behind a request, and what it may do."""

from __future__ import annotations

from dataclasses import dataclass

from huiyin.access.limits import EVERYTHING, Limits
from huiyin.access.roles import Role
from huiyin.kit.errors import AccessDeniedError

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Principal:
    """Who is asking.

    `role` is already lowered to the token's scopes; `read_only` marks a token without the write
    scope; `touch_due` says that the session should be prolonged in a write transaction soon; `limits` are the rows
    that may be read, `masked` says that personal data in them is blotted out.
    """

    user_id: int
    username: str
    display_name: str
    role: Role
    read_only: bool = False
    token_id: int | None = None
    session_id: int | None = None
    touch_due: bool = False
    limits: Limits = EVERYTHING
    masked: bool = False


def check_role(principal: Principal, role: Role) -> None:
    """Raise `AccessDeniedError` unless `principal` may act in `role`."""
    if not principal.role.covers(role):
        raise AccessDeniedError(f"this needs the role {role}; {principal.username} acts as {principal.role}")


def check_method(principal: Principal, method: str) -> None:
    """Raise `AccessDeniedError` when a read-only token tries to change something."""
    if principal.read_only and method.upper() not in SAFE_METHODS:
        raise AccessDeniedError("this token has the scope read only; create one with the scope write")
