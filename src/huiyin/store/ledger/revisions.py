"""The change number that every write of feedback takes, in commit order."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from huiyin.store.ledger.tables import feedback


def next_revision(connection: Connection) -> int:
    """Return the first unused revision; valid inside a `Ledger.write()` transaction only.

    Writers are serialised, so revisions become visible in order and a reader that has seen
    revision r will never later find a new row below r.
    """
    newest = connection.execute(select(func.max(feedback.c.revision))).scalar()
    return (newest or 0) + 1
