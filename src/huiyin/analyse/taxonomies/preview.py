"""What an aspect would catch in the recent past, before anybody saves it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

import polars as pl
from sqlalchemy import Connection, func, select

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.store.ledger import tables
from huiyin.text import Analyser, Taxonomy

DAYS = 90
MOST_VOICES = 20_000
SHOWN = 12
# Knuth's multiplicative hash spreads neighbouring ids, so that a sample is not one week's.
_SPREAD, _SIZE = 2_654_435_761, 2**32
_SAMPLE = """
SELECT feedback_id, who, text, day, count(*) OVER () AS population
FROM voice
WHERE taxonomy = $taxonomy AND day > (SELECT max(day) FROM voice WHERE taxonomy = $taxonomy) - CAST($days AS INTEGER)
ORDER BY md5_number_lower(CAST(feedback_id AS varchar)), feedback_id
LIMIT CAST($most AS bigint)
"""


class FactsReader(Protocol):
    """What a preview needs of the facts store."""

    def query(self, sql: str, params: dict[str, object] | None = None) -> pl.DataFrame: ...


@dataclass(frozen=True, slots=True)
class Previewed:
    """One clause that would be filed there: where it is, and where it is filed today."""

    feedback_id: int
    text: str
    start: int
    end: int
    sentiment: int
    filed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What the aspect would catch in `days`: distinct customers of those heard, opinions, and where they come from.

    `voices` of `population` were read, all of them up to `MOST_VOICES`, else drawn at random.
    """

    aspect: str
    days: int
    voices: int
    population: int
    customers: Estimate
    count: int
    opinions: int
    negative: Estimate
    taken_from: tuple[tuple[str, int], ...]
    shown: tuple[Previewed, ...]


def preview(
    facts: FactsReader,
    analyser: Analyser,
    today: Taxonomy,
    draft: Taxonomy,
    aspect: str,
    *,
    minimum_n: int,
    days: int = DAYS,
) -> Preview:
    """Read the recent voices with the draft and return what it files under the aspect."""
    params: dict[str, object] = {"taxonomy": draft.name, "days": days, "most": MOST_VOICES}
    voices = facts.query(_SAMPLE, params)
    return preview_of(voices, analyser, today, draft, aspect, minimum_n=minimum_n, days=days)


def ledger_voices(connection: Connection, taxonomy: str, days: int = DAYS) -> pl.DataFrame:
    """Return recent voices as `preview_of` reads them, from the ledger, where another process owns the facts.

    Accounts that were linked into one person count apart here.
    """
    feedback, source = tables.feedback.c, tables.source.c
    within = (source.taxonomy == taxonomy) & feedback.excluded_reason.is_(None)
    joined = tables.feedback.join(tables.source, feedback.source_id == source.id)
    newest = connection.scalar(select(func.max(feedback.occurred_at)).select_from(joined).where(within))
    columns = {"feedback_id": pl.Int64, "who": pl.String, "text": pl.String}
    if newest is None:
        return pl.DataFrame(schema=columns | {"population": pl.Int64})
    query = (
        select(feedback.id, feedback.customer_id, feedback.source_id, feedback.author, feedback.text)
        .select_from(joined)
        .where(within, feedback.occurred_at > newest - timedelta(days=days))
        .order_by((feedback.id * _SPREAD) % _SIZE)
    )
    rows = [
        (row.id, _who(row.customer_id, row.source_id, row.author, row.id), row.text)
        for row in connection.execute(query)
    ]
    drawn = pl.DataFrame(rows[:MOST_VOICES], schema=columns, orient="row")
    return drawn.with_columns(population=pl.lit(len(rows), pl.Int64))


def _who(customer: int | None, source: int, author: str | None, feedback_id: int) -> str:
    if customer is not None:
        return f"c:{customer}"
    return f"a:{source}:{author}" if author else f"f:{feedback_id}"


def preview_of(
    voices: pl.DataFrame,
    analyser: Analyser,
    today: Taxonomy,
    draft: Taxonomy,
    aspect: str,
    *,
    minimum_n: int,
    days: int = DAYS,
) -> Preview:
    """Return what the draft files under the aspect in `voices` (feedback_id, who, text, population)."""
    texts = voices.get_column("text").to_list()
    opinions = analyser.analyze_batch(texts, draft).opinions
    found = opinions.filter((pl.col("aspect") == aspect) | pl.col("aspect").str.starts_with(f"{aspect}."))
    rows = found.get_column("text_index").to_list()
    heard = int(voices.get_column("who").n_unique())
    who = voices.get_column("who")
    caught = len({who[row] for row in rows})
    against = len({who[row] for row in found.filter(pl.col("sentiment") < 0).get_column("text_index")})
    shown, taken = _placed(texts, voices, found, analyser, today)
    return Preview(
        aspect=aspect,
        days=days,
        voices=voices.height,
        population=int(voices.item(0, "population")) if voices.height else 0,
        customers=stats.wilson(caught, heard).guarded(minimum_n),
        count=caught,
        opinions=found.height,
        negative=stats.wilson(against, caught).guarded(minimum_n),
        taken_from=taken,
        shown=shown,
    )


def _placed(
    texts: list[str], voices: pl.DataFrame, found: pl.DataFrame, analyser: Analyser, today: Taxonomy
) -> tuple[tuple[Previewed, ...], tuple[tuple[str, int], ...]]:
    """Look up where today's taxonomy files the clauses that were found."""
    rows = sorted(set(found.get_column("text_index").to_list()))
    place = {row: index for index, row in enumerate(rows)}
    now: dict[int, list[tuple[int, int, str]]] = {}
    for index, start, end, aspect in (
        analyser.analyze_batch([texts[row] for row in rows], today)
        .opinions.select("text_index", "start_offset", "end_offset", "aspect")
        .iter_rows()
    ):
        now.setdefault(index, []).append((start, end, aspect))
    taken: Counter[str] = Counter()
    shown: list[Previewed] = []
    fields = ("text_index", "start_offset", "end_offset", "sentiment")
    for row, start, end, sentiment in found.select(fields).iter_rows():
        spoken = now.get(place[row], [])
        filed = tuple(sorted({each for first, last, each in spoken if first < end and last > start}))
        taken.update(filed or ("",))
        if len(shown) < SHOWN:
            voice = int(voices.item(row, "feedback_id"))
            shown.append(Previewed(voice, texts[row], start, end, sentiment, filed))
    return tuple(shown), tuple(taken.most_common(8))
