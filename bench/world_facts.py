"""What a bench asks questions of: a demo world, or other rows, analysed into facts that are gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import polars as pl
from sqlalchemy import Connection

from huiyin.analyse.enrichment import enrich
from huiyin.analyse.pending import SCHEMA
from huiyin.demo import World
from huiyin.store.facts import FactsBatch, FactsStore, Watermark
from huiyin.store.ledger import migrate, open_ledger
from huiyin.text import KernelAnalyser, available_taxonomies, load_taxonomy
from huiyin.understand import AspectNames, Context

COLUMNS = [*(name for name in SCHEMA if name != "person"), "person_key"]
ZONE = ZoneInfo("Asia/Shanghai")
MINIMUM_N = 30


def rows_of(world: World) -> pl.DataFrame:
    """Return a demo world's voices as the ledger would hand them over; a voice's id is its place in the world."""
    sources = pl.DataFrame(world.sources).rename({"name": "source"})
    customers = world.customers.select(
        pl.col("external_id").alias("customer_external_id"), "segment", "region"
    ).with_row_index("customer_id")
    return (
        world.voices.with_row_index("feedback_id")
        .join(sources, on="source", how="left")
        .join(customers, on="customer_external_id", how="left")
        .sort("feedback_id")
        .with_columns(
            pl.col("feedback_id", "customer_id").cast(pl.Int64),
            revision=pl.col("feedback_id").cast(pl.Int64),
            received_at=pl.col("occurred_at"),
            excluded_reason=pl.lit(None, pl.String),
            person_key=pl.lit(None, pl.String),
        )
        .select(COLUMNS)
    )


@contextmanager
def facts_of(rows: pl.DataFrame) -> Iterator[Context]:
    """Read rows with the fast analyser and yield their facts."""
    voices, opinions, needs = enrich(rows, KernelAnalyser(), ZONE)
    names = AspectNames([load_taxonomy(name) for name in available_taxonomies()])
    mark = Watermark(voices.height, "bench@1", "", None, datetime.now(UTC).replace(tzinfo=None))
    with TemporaryDirectory() as home:
        facts = FactsStore(Path(home) / "facts")
        facts.apply(FactsBatch(voices, opinions, voices["feedback_id"], mark, needs))
        yield Context(facts, names, MINIMUM_N)
        facts.close()


@contextmanager
def empty_ledger() -> Iterator[Connection]:
    """Yield a reader of a ledger in which nothing stands."""
    with TemporaryDirectory() as home:
        ledger = open_ledger(Path(home) / "ledger.sqlite3")
        migrate(ledger)
        with ledger.read() as connection:
            yield connection
        ledger.close()
