"""Where a team is reached: its chat groups, mail boxes and hooks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from huiyin.access import Principal
from huiyin.act.errors import TeamTargetNotFoundError
from huiyin.act.sending.outbox import Content, enqueue
from huiyin.act.sending.targets import Target, TargetKind, kept_target, opened_target
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_teamwork import team_target


@dataclass(frozen=True, slots=True)
class TeamTarget:
    """One way to reach a team; a team may have several."""

    id: int
    team: str
    target: Target
    created_by: str
    created_at: datetime


def add_team_target(
    connection: Connection, team: str, target: Target, *, by: Principal, clock: Clock
) -> TeamTarget:
    """Keep a way to reach a team; raises `InvalidInputError` without a name or a usable address."""
    _check(team, target)
    values = {
        "team": team.strip(),
        **kept_target(connection, replace(target, address=target.address.strip())),
        "created_by": by.username,
        "created_at": clock(),
    }
    row = connection.execute(insert(team_target).values(values).returning(team_target)).one()
    return _team_target(connection, row)


def list_team_targets(connection: Connection, team: str | None = None) -> list[TeamTarget]:
    """Return how teams are reached, by team."""
    query = select(team_target).order_by(team_target.c.team, team_target.c.id)
    if team is not None:
        query = query.where(team_target.c.team == team.strip())
    return [_team_target(connection, row) for row in connection.execute(query)]


def remove_team_target(connection: Connection, target_id: int) -> None:
    """Forget one way to reach a team; raises `TeamTargetNotFoundError`."""
    if connection.execute(delete(team_target).where(team_target.c.id == target_id)).rowcount != 1:
        raise TeamTargetNotFoundError(f"no team target has the id {target_id}")


def tell_team(
    connection: Connection,
    team: str,
    content: Content,
    *,
    clock: Clock,
    alert_id: int | None = None,
    not_before: datetime | None = None,
) -> int:
    """Put a message to every target of a team into the outbox, due at once or at `not_before`; return how many there are."""
    targets = list_team_targets(connection, team) if team.strip() else []
    for each in targets:
        enqueue(connection, each.target, content, clock=clock, alert_id=alert_id, not_before=not_before)
    return len(targets)


def _check(team: str, target: Target) -> None:
    if not team.strip():
        raise InvalidInputError("which team?", field="team", expected="a name")
    mail = target.kind is TargetKind.EMAIL
    usable = "@" in target.address if mail else target.address.startswith(("http://", "https://"))
    if not usable:
        expected = "a mail address" if mail else "an address that begins with http:// or https://"
        raise InvalidInputError("the address cannot be reached", field="address", expected=expected)


def _team_target(connection: Connection, row: Row[Any]) -> TeamTarget:
    target = opened_target(connection, {"kind": row.kind, "address": row.address, "secret": row.secret})
    return TeamTarget(row.id, row.team, target, row.created_by, row.created_at)
