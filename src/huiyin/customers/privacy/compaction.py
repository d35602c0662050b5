"""After an erasure the files themselves are written anew: no deleted page, no upload, no old facts stay.

Each server has facts of its own, so each writes them anew; a mark beside them says which erasures they have seen.
The ledger is written anew once, by the server that has the duties.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, func, select, update

from huiyin.store.facts import FactsStore
from huiyin.store.ledger import Ledger
from huiyin.store.ledger import tables_privacy as privacy

MARK = "erasures-seen"


class CatchesUp(Protocol):
    """What brings the facts up to the ledger."""

    def catch_up(self) -> object: ...


def is_compaction_due(connection: Connection) -> bool:
    """Tell whether somebody was erased since the ledger was last written anew."""
    query = select(privacy.erasure.c.id).where(privacy.erasure.c.compacted_at.is_(None)).limit(1)
    return connection.execute(query).first() is not None


def compact(ledger: Ledger, facts: FactsStore, projector: CatchesUp, *, now: datetime) -> None:
    """Project what is pending, write both stores anew and mark the erasures as done in the files too."""
    compact_facts(ledger, facts, projector, always=True)
    table = privacy.erasure
    with ledger.write() as connection:
        connection.execute(update(table).where(table.c.compacted_at.is_(None)).values(compacted_at=now))
    ledger.compact()


def compact_facts(ledger: Ledger, facts: FactsStore, projector: CatchesUp, *, always: bool = False) -> bool:
    """Write this server's facts anew where somebody was erased since they last were; return whether they were."""
    mark = facts.home / MARK
    with ledger.read() as connection:
        newest = connection.execute(select(func.max(privacy.erasure.c.id))).scalar() or 0
    if not always and newest <= _seen(mark):
        return False
    # What was erased is gone from the facts before their file is copied.
    projector.catch_up()
    facts.compact()
    mark.write_text(str(newest), encoding="ascii")
    return True


def _seen(mark: Path) -> int:
    return int(mark.read_text(encoding="ascii") or 0) if mark.exists() else 0
