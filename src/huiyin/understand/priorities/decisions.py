"""What people decided about the roadmap: a place against the ranking, with a reason, and what an issue costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_roadmap import roadmap_decision


@dataclass(frozen=True, slots=True)
class Decision:
    """The newest word about one aspect; `position` is None where the ranking stands, `cost` where nobody knows."""

    aspect: str
    position: int | None
    cost: float | None
    reason: str
    decided_at: datetime
    decided_by: str


def decide(
    connection: Connection,
    aspect: str,
    *,
    position: int | None,
    cost: float | None,
    reason: str,
    by: str,
    clock: Clock,
) -> Decision:
    """Add a decision; earlier ones stay on record. Raises InvalidInputError for a place without a reason."""
    if position is not None and not reason.strip():
        raise InvalidInputError("an override needs its reason", field="reason", expected="why it goes there")
    if (position is not None and position < 1) or (cost is not None and cost < 0):
        raise InvalidInputError("a place starts at 1, a cost at 0", field="position", expected="1 or more")
    decision = Decision(aspect, position, cost, reason.strip(), clock(), by)
    connection.execute(
        insert(roadmap_decision).values(
            aspect=aspect,
            position=position,
            cost=cost,
            reason=decision.reason,
            decided_at=decision.decided_at,
            decided_by=by,
        )
    )
    return decision


def read_decisions(connection: Connection) -> dict[str, Decision]:
    """Return the newest decision about each aspect."""
    rows = connection.execute(select(roadmap_decision).order_by(roadmap_decision.c.id))
    return {
        row.aspect: Decision(row.aspect, row.position, row.cost, row.reason, row.decided_at, row.decided_by)
        for row in rows
    }
