"""How complete each source's records are."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from huiyin.store.ledger import tables

FIELDS = ("text", "rating", "customer", "author", "product")


@dataclass(frozen=True, slots=True)
class Completeness:
    """A source's voices, how many are left out, and how many carry each field."""

    source: str
    channel: str
    voices: int
    excluded: int
    filled: dict[str, int]


def measure_completeness(connection: Connection) -> list[Completeness]:
    """Return every source that has voices, the largest first."""
    feedback = tables.feedback.c
    has = {
        "text": feedback.text != "",
        "rating": feedback.rating.is_not(None),
        "customer": feedback.customer_id.is_not(None),
        "author": feedback.author.is_not(None),
        "product": feedback.product.is_not(None),
    }
    query = (
        select(
            tables.source.c.name,
            tables.source.c.channel,
            func.count().label("voices"),
            func.count(feedback.excluded_reason).label("excluded"),
            *(func.sum(case((condition, 1), else_=0)).label(name) for name, condition in has.items()),
        )
        .join(tables.source, tables.source.c.id == feedback.source_id)
        .group_by(tables.source.c.id)
        .order_by(func.count().desc())
    )
    return [
        Completeness(
            row["name"],
            row["channel"],
            row["voices"],
            row["excluded"],
            {name: int(row[name] or 0) for name in FIELDS},
        )
        for row in connection.execute(query).mappings()
    ]
