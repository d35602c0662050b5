"""Studies: what is to be learned, from whom, and with which questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from huiyin.collect.channel import Channel
from huiyin.collect.sources import Source, ensure_source
from huiyin.kit.clock import Clock
from huiyin.kit.errors import ConflictError, InvalidInputError, NotFoundError
from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_interviews import study as table

LONGEST_TITLE = 80
TERMS = "受访者知情同意，逐人记录，可随时撤回。"


class StudyKind(StrEnum):
    """Single conversations, or several people at one table."""

    INTERVIEW = "interview"
    FOCUS_GROUP = "focus_group"


@dataclass(frozen=True, slots=True)
class Study:
    """A study with its goals, its guide, and the source under which its voices are kept."""

    id: int
    title: str
    kind: StudyKind
    goals: tuple[str, ...]
    guide: str
    source: Source
    created_by: str
    created_at: datetime


def create_study(
    connection: Connection,
    *,
    title: str,
    kind: StudyKind,
    goals: Sequence[str] = (),
    guide: str = "",
    taxonomy: str,
    by: str,
    clock: Clock,
) -> Study:
    """Keep a new study with a source of its own. Raises InvalidInputError, and ConflictError for a known title."""
    name = title.strip()
    if not name or len(name) > LONGEST_TITLE:
        raise InvalidInputError(
            "the study has no usable title", field="title", expected=f"1 to {LONGEST_TITLE} characters"
        )
    if connection.execute(select(tables.source.c.id).where(tables.source.c.name == name)).first():
        raise ConflictError(f"a source called {name!r} exists already")
    now = clock()
    source = ensure_source(
        connection, name=name, channel=Channel(kind).value, taxonomy=taxonomy, now=now, terms_note=TERMS
    )
    values = {
        "title": name, "kind": kind.value, "goals": _goals(goals), "guide": guide.strip(),
        "source_id": source.id, "created_by": by, "created_at": now,
    }  # fmt: skip
    inserted = connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one()
    return get_study(connection, int(inserted))


def change_study(
    connection: Connection, study_id: int, *, goals: Sequence[str] | None = None, guide: str | None = None
) -> Study:
    """Edit the goals or the guide. Raises NotFoundError."""
    get_study(connection, study_id)
    values: dict[str, Any] = {}
    if goals is not None:
        values["goals"] = _goals(goals)
    if guide is not None:
        values["guide"] = guide.strip()
    if values:
        connection.execute(update(table).where(table.c.id == study_id).values(values))
    return get_study(connection, study_id)


def get_study(connection: Connection, study_id: int) -> Study:
    """Return one study. Raises NotFoundError."""
    row = connection.execute(_query().where(table.c.id == study_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"there is no study {study_id}")
    return _study(row)


def list_studies(connection: Connection) -> list[Study]:
    """Return all studies, the newest first."""
    return [_study(row) for row in connection.execute(_query().order_by(table.c.id.desc()))]


def _goals(goals: Sequence[str]) -> list[str]:
    return [goal.strip() for goal in goals if goal.strip()]


def _query() -> Any:
    source = tables.source.c
    return select(
        table, source.name, source.channel, source.taxonomy, source.terms_note
    ).join(tables.source, source.id == table.c.source_id)  # fmt: skip


def _study(row: Row[Any]) -> Study:
    source = Source(row.source_id, row.name, Channel(row.channel), row.taxonomy, row.terms_note)
    return Study(
        id=row.id,
        title=row.title,
        kind=StudyKind(row.kind),
        goals=tuple(row.goals),
        guide=row.guide,
        source=source,
        created_by=row.created_by,
        created_at=row.created_at,
    )
