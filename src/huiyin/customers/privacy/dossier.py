"""The whole of what is kept of one person, to hand over to them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from huiyin.customers.privacy.belongings import belongings_of
from huiyin.customers.queries import run
from huiyin.understand import FactsReader


def dossier(connection: Connection, facts: FactsReader, person: int, *, now: datetime) -> dict[str, Any]:
    """Return every row that is the person's, by table, and what was read from their words; ready for JSON.

    Raises PersonNotFoundError, and InvalidInputError for a nickname of many people.
    """
    mine = belongings_of(connection, person)
    records = {name: [_plain(row) for row in rows] for name, rows in sorted(mine.rows.items())}
    voices = mine.ids("feedback") if "feedback" in mine.rows else []
    derived = run(facts, "portrait.whole_opinions", {"ids": voices}).to_dicts() if voices else []
    return {"person": person, "written_at": now.isoformat(), "records": records, "opinions": derived}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value
