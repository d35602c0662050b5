"""Sealing what an earlier version kept open, or what an older key sealed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, update

from huiyin.store.ledger.engine import Ledger


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row that is not sealed with the newest key, with what it shall hold."""

    table: Table
    id: int
    sealed: Mapping[str, Any]


def seal_rows(ledger: Ledger, find: Callable[[Connection], Sequence[OpenRow]]) -> int:
    """Seal the rows that are found open; return how many. Nobody waits for a writer where there are none."""
    with ledger.read() as connection:
        if not find(connection):
            return 0
    with ledger.write() as connection:
        if connection.dialect.name == "sqlite":
            # What the file held before is overwritten, not only unlinked.
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        found = find(connection)
        for row in found:
            connection.execute(update(row.table).where(row.table.c.id == row.id).values(**row.sealed))
    return len(found)
