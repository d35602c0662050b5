"""The voices about an event, each with its role."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import polars as pl
from sqlalchemy import Connection, select

from huiyin.store.ledger import tables
from huiyin.understand.launches.events import WatchedEvent
from huiyin.understand.launches.roles import LaunchSpeaker, Said, role_of, skeleton
from huiyin.understand.queries import FactsReader, run

# Promotion and rumours come before the day itself.
BEFORE = timedelta(days=7)
# As many authors of one text as this are copying it.
COPIES = 3
SHORTEST = 12


def event_voices(
    connection: Connection, facts: FactsReader, event: WatchedEvent, *, until: datetime
) -> pl.DataFrame:
    """Return the voices about the event until a moment, oldest first, with `role`.

    Columns: feedback_id, speaker, occurred_at (UTC, naive), channel, source, text, sentiment, judged, role.
    """
    params: dict[str, object] = {
        "start": (event.starts_at - BEFORE).replace(tzinfo=None),
        "until": until.replace(tzinfo=None),
        "product": event.product,
        "terms": list(event.terms) or [""],
        "worded": bool(event.terms) and event.product is None,
    }
    found = run(facts, "launches.voices", params=params)
    return with_roles(found, _buyers(connection, event.product))


def with_roles(voices: pl.DataFrame, buyers: Iterable[int]) -> pl.DataFrame:
    """Add `role`; the first of several like texts keeps its own, those of other authors are copies."""
    bought = frozenset(buyers)
    roles = [
        role_of(Said(text, bool(judged), customer in bought)).value
        for text, judged, customer in voices.select("text", "judged", "customer_id").iter_rows()
    ]
    words = [skeleton(text) for text in voices.get_column("text")]
    marked = voices.with_columns(pl.Series("role", roles, pl.String), pl.Series("words", words, pl.String))
    authors = pl.col("speaker").n_unique().over("words")
    later = pl.int_range(pl.len()).over("words") > 0
    copied = (authors >= COPIES) & later & (pl.col("words").str.len_chars() >= SHORTEST)
    copy = pl.lit(LaunchSpeaker.DUPLICATE.value)
    role = pl.when(copied & (pl.col("role") != LaunchSpeaker.PROMOTION.value)).then(copy).otherwise("role")
    return marked.with_columns(role.alias("role")).drop("words", "customer_id")


def _buyers(connection: Connection, product: str | None) -> list[int]:
    """Customers who have ordered the product."""
    if product is None:
        return []
    bought = tables.purchase.c
    query = select(bought.customer_id).where(bought.product == product).distinct()
    return list(connection.execute(query).scalars())
