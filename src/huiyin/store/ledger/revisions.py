"""The change number that every write of feedback takes, in commit order."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, select, update

from huiyin.store.ledger.tables import feedback


def next_revision(connection: Connection) -> int:
    """Return the first unused revision; valid inside a `Ledger.write()` transaction only.

    Writers are serialised, so revisions become visible in order and a reader that has seen
    revision r will never later find a new row below r.
    """
    newest = connection.execute(select(func.max(feedback.c.revision))).scalar()
    return (newest or 0) + 1


def touch(connection: Connection, feedback_ids: Sequence[int]) -> None:
    """Give voices new revisions, so that what is known of them is projected again."""
    revision = next_revision(connection)
    change = update(feedback).where(feedback.c.id == bindparam("key")).values(revision=bindparam("fresh"))
    rows = [{"key": one, "fresh": revision + place} for place, one in enumerate(feedback_ids)]
    if rows:
        connection.execute(change, rows)
