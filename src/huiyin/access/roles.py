"""Who may do what: four roles on one ladder, three scopes for programs."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What a person may do; each role may do all that the ones before it may.

    >>> Role.ANALYST.covers(Role.AGENT), Role.VIEWER.covers(Role.AGENT)
    (True, False)
    """

    VIEWER = "viewer"
    AGENT = "agent"
    ANALYST = "analyst"
    ADMIN = "admin"

    @property
    def rank(self) -> int:
        return list(Role).index(self)

    def covers(self, other: Role) -> bool:
        """Return whether this role may do what `other` may."""
        return self.rank >= other.rank


class Scope(StrEnum):
    """What a program may do with a person's token; each scope includes the ones before it."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


_HIGHEST_ROLE = {Scope.READ: Role.VIEWER, Scope.WRITE: Role.ANALYST, Scope.ADMIN: Role.ADMIN}


def capped_role(role: Role, scopes: Iterable[Scope]) -> Role:
    """Return the role a token acts in: its owner's, lowered to what its scopes reach.

    >>> capped_role(Role.ADMIN, {Scope.WRITE}), capped_role(Role.AGENT, {Scope.ADMIN})
    (<Role.ANALYST: 'analyst'>, <Role.AGENT: 'agent'>)
    """
    ceiling = max((_HIGHEST_ROLE[scope] for scope in scopes), key=lambda each: each.rank, default=Role.VIEWER)
    return min(role, ceiling, key=lambda each: each.rank)
