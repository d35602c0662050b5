"""Leaving voices out of every figure, with a reason, on the record, and back again.

A voice may be left out for several reasons at once; it counts again when the last of them is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.parts import parts
from huiyin.store.ledger import PER_STATEMENT, rows_among, tables, touch
from huiyin.store.ledger.tables_exclusions import exclusion as table

LONGEST_REASON = 60


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One decision to leave a voice out, and whether it was taken back."""

    id: int
    feedback_id: int
    reason: str
    note: str
    excluded_by: str
    excluded_at: datetime
    restored_by: str | None
    restored_at: datetime | None
    text: str
    channel: str


def exclude(
    connection: Connection, feedback_ids: Iterable[int], *, reason: str, note: str = "", by: str, clock: Clock
) -> int:
    """Leave voices out for a reason; return how many were not yet left out for it.

    Raises InvalidInputError for a reason without words or an unknown voice.
    """
    wanted = sorted(set(feedback_ids))
    if not reason.strip() or len(reason) > LONGEST_REASON:
        raise InvalidInputError(
            "no usable reason", field="reason", expected=f"1 to {LONGEST_REASON} characters"
        )
    _check_known(connection, wanted)
    fresh = sorted(set(wanted) - _left_out_for(connection, wanted, reason))
    if fresh:
        now = clock()
        rows = [
            {"feedback_id": one, "reason": reason, "note": note, "excluded_by": by, "excluded_at": now}
            for one in fresh
        ]
        connection.execute(insert(table), rows)
        _settle(connection, fresh)
    return len(fresh)


def restore(
    connection: Connection, feedback_ids: Iterable[int], *, reason: str | None = None, by: str, clock: Clock
) -> int:
    """Take back the exclusions of voices, those for one reason or all; return how many voices that concerns."""
    wanted = sorted(set(feedback_ids))
    held = sorted(_left_out_for(connection, wanted, reason))
    columns = table.c
    for chunk in parts(held, PER_STATEMENT):
        change = update(table).where(columns.feedback_id.in_(chunk), columns.restored_at.is_(None))
        change = change if reason is None else change.where(columns.reason == reason)
        connection.execute(change.values(restored_by=by, restored_at=clock()))
    _settle(connection, held)
    return len(held)


def count_excluded(connection: Connection) -> dict[str, int]:
    """Return how many voices are left out now, by reason."""
    columns = table.c
    query = (
        select(columns.reason, func.count(columns.feedback_id.distinct()))
        .where(columns.restored_at.is_(None))
        .group_by(columns.reason)
    )
    return {str(reason): int(count) for reason, count in connection.execute(query)}


def list_exclusions(
    connection: Connection,
    *,
    reason: str | None = None,
    active: bool | None = None,
    feedback_id: int | None = None,
    limit: int = 100,
) -> list[Exclusion]:
    """Return decisions, the newest first; with `feedback_id` those about one voice."""
    feedback = tables.feedback.c
    query = select(table, feedback.text, feedback.channel).join(
        tables.feedback, feedback.id == table.c.feedback_id
    )
    if reason is not None:
        query = query.where(table.c.reason == reason)
    if feedback_id is not None:
        query = query.where(table.c.feedback_id == feedback_id)
    if active is not None:
        query = query.where(table.c.restored_at.is_(None) if active else table.c.restored_at.is_not(None))
    rows = connection.execute(query.order_by(table.c.id.desc()).limit(limit))
    return [Exclusion(**row._mapping) for row in rows]


def _check_known(connection: Connection, wanted: Sequence[int]) -> None:
    column = tables.feedback.c.id
    known = {row.id for row in rows_among(connection, select(column), column, wanted)}
    missing = sorted(set(wanted) - known)
    if missing:
        raise InvalidInputError(
            f"there is no voice {missing[0]}", field="feedback_ids", expected="ids of accepted voices"
        )


def _left_out_for(connection: Connection, wanted: Sequence[int], reason: str | None) -> set[int]:
    columns = table.c
    query = select(columns.feedback_id).where(columns.restored_at.is_(None))
    query = query if reason is None else query.where(columns.reason == reason)
    return {row.feedback_id for row in rows_among(connection, query, columns.feedback_id, wanted)}


def _settle(connection: Connection, changed: Sequence[int]) -> None:
    """Write onto each voice the oldest reason that still holds."""
    columns = table.c
    for chunk in parts(changed, PER_STATEMENT):
        query = (
            select(columns.feedback_id, columns.reason)
            .where(columns.feedback_id.in_(chunk), columns.restored_at.is_(None))
            .order_by(columns.id.desc())
        )
        reasons = {row.feedback_id: row.reason for row in connection.execute(query)}
        connection.execute(
            update(tables.feedback)
            .where(tables.feedback.c.id == bindparam("key"))
            .values(excluded_reason=bindparam("why")),
            [{"key": one, "why": reasons.get(one)} for one in chunk],
        )
    touch(connection, changed)
