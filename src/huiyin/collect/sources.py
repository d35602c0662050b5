"""Where voices come from: each source has one channel and one taxonomy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from huiyin.collect.channel import Channel
from huiyin.kit.errors import ConflictError, InvalidInputError
from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_taxonomy import taxonomy_version
from huiyin.text import available_taxonomies


@dataclass(frozen=True, slots=True)
class Source:
    """A place that voices come from."""

    id: int
    name: str
    channel: Channel
    taxonomy: str
    terms_note: str


class SourceChannelError(ConflictError):
    """A source keeps the channel and the taxonomy it was created with."""

    code = "source_differs"


def ensure_source(
    connection: Connection, *, name: str, channel: str, taxonomy: str, now: datetime, terms_note: str = ""
) -> Source:
    """Return the source called `name`, creating it on first use.

    Raises InvalidInputError for an unknown channel or taxonomy or an empty name, SourceChannelError when the source
    exists with another channel or taxonomy.
    """
    if not name.strip() or len(name) > 120:
        raise InvalidInputError("source has no usable name", field="source", expected="1 to 120 characters")
    wanted = _channel(channel)
    check_taxonomy(connection, taxonomy)
    found = find_source(connection, name)
    if found is None:
        connection.execute(
            insert(tables.source).values(
                name=name, channel=wanted.value, taxonomy=taxonomy, terms_note=terms_note, created_at=now
            )
        )
        found = find_source(connection, name)
    if found is None or (found.channel, found.taxonomy) != (wanted, taxonomy):
        raise SourceChannelError(f"source {name!r} exists with another channel or taxonomy: {found}")
    return found


def find_source(connection: Connection, name: str) -> Source | None:
    """Return the source called `name`, or None."""
    columns = tables.source.c
    row = connection.execute(
        select(columns.id, columns.name, columns.channel, columns.taxonomy, columns.terms_note).where(
            columns.name == name
        )
    ).one_or_none()
    return (
        None if row is None else Source(row.id, row.name, Channel(row.channel), row.taxonomy, row.terms_note)
    )


def taxonomy_for(connection: Connection, name: str, *, wanted: str | None, default: str) -> str:
    """Return the taxonomy to use: the one asked for, else the source's own, else the default."""
    found = None if wanted else find_source(connection, name)
    return wanted or (found.taxonomy if found else default)


def list_sources(connection: Connection) -> list[dict[str, object]]:
    """Return every source with how many voices it gave and when it last spoke."""
    counted = (
        select(
            tables.feedback.c.source_id,
            func.count().label("voices"),
            func.max(tables.feedback.c.occurred_at).label("last_at"),
            func.max(tables.feedback.c.received_at).label("last_received_at"),
        )
        .group_by(tables.feedback.c.source_id)
        .subquery()
    )
    rows = connection.execute(
        select(tables.source, counted.c.voices, counted.c.last_at, counted.c.last_received_at)
        .outerjoin(counted, counted.c.source_id == tables.source.c.id)
        .order_by(tables.source.c.name)
    ).mappings()
    return [dict(row) | {"voices": row["voices"] or 0} for row in rows]


def check_taxonomy(connection: Connection, name: str) -> None:
    """Raise InvalidInputError when there is no such taxonomy, neither packaged nor imported."""
    if name in available_taxonomies():
        return
    imported = connection.execute(select(taxonomy_version.c.taxonomy).distinct()).scalars()
    known = sorted({*available_taxonomies(), *imported})
    if name not in known:
        raise InvalidInputError(f"taxonomy {name!r} is unknown", field="taxonomy", expected=", ".join(known))


def _channel(name: str) -> Channel:
    try:
        return Channel(name)
    except ValueError as error:
        raise InvalidInputError(
            f"channel {name!r} is unknown", field="channel", expected=", ".join(Channel)
        ) from error
