"""After an erasure the files themselves are written anew: no deleted page, no upload, no old facts stay."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection, select, update

from huiyin.store.facts import FactsStore
from huiyin.store.ledger import Ledger
from huiyin.store.ledger import tables_privacy as privacy


class CatchesUp(Protocol):
    """What brings the facts up to the ledger."""

    def catch_up(self) -> object: ...


def is_compaction_due(connection: Connection) -> bool:
    """Tell whether somebody was erased since the files were last written anew."""
    query = select(privacy.erasure.c.id).where(privacy.erasure.c.compacted_at.is_(None)).limit(1)
    return connection.execute(query).first() is not None


def compact(ledger: Ledger, facts: FactsStore, projector: CatchesUp, *, now: datetime) -> None:
    """Project what is pending, write both stores anew and mark the erasures as done in the files too."""
    projector.catch_up()
    facts.compact()
    table = privacy.erasure
    with ledger.write() as connection:
        connection.execute(update(table).where(table.c.compacted_at.is_(None)).values(compacted_at=now))
    ledger.compact()
