"""Suspicious bursts of reviews: far more extreme ratings of one product on one day than usual, by newcomers or in like words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
import polars as pl

from huiyin.collect.quality.finding import Finding, Rule
from huiyin.collect.quality.minhash import near_duplicates
from huiyin.stats import benjamini_hochberg, poisson_tail

FEWEST = 8
TIMES = 3.0
ALIKE = 0.35
# A burst is suspicious when at least this share is by newcomers to the source, or in like words.
SUSPICIOUS = 0.6
FALSE_SHARE = 0.01
# With few days nobody knows what is usual.
LEAST_DAYS = 14


def find_bursts(voices: pl.DataFrame) -> list[Finding]:
    """Return the reviews of suspicious bursts.

    The usual is the mean of the series' other days; tests of all days are corrected together (Benjamini–Hochberg, 1 %).
    """
    rated = (
        voices.drop("answers")
        .filter((pl.col("channel") == "review") & pl.col("rating").is_not_null() & pl.col("product").is_not_null())
        .with_columns(share=pl.col("rating") / pl.col("rating_scale"), day=pl.col("occurred_at").dt.date())
        .with_columns(side=pl.when(pl.col("share") >= 0.99).then(1).when(pl.col("share") <= 0.25).then(-1).otherwise(0))
        .filter(pl.col("side") != 0)
    )  # fmt: skip
    days = _days(rated)
    if days.is_empty():
        return []
    first = _first_voices(voices)
    hits = benjamini_hochberg(days.get_column("p").to_numpy(), alpha=FALSE_SHARE)
    found: list[Finding] = []
    for row in days.filter(pl.Series(hits)).iter_rows(named=True):
        if row["len"] < max(FEWEST, TIMES * row["usual"]):
            continue
        burst = rated.filter(
            (pl.col("source_id") == row["source_id"])
            & (pl.col("product") == row["product"])
            & (pl.col("side") == row["side"])
            & (pl.col("day") == row["day"])
        )
        found += _judge(burst, row["usual"], first)
    return found


def _days(rated: pl.DataFrame) -> pl.DataFrame:
    """Return each day of each series with its count, what is usual on the other days, and the chance of so many."""
    if rated.is_empty():
        return rated
    spans = rated.get_column("day")
    length = (spans.max() - spans.min()).days + 1  # type: ignore[operator,union-attr]
    if length < LEAST_DAYS:
        return rated.clear()
    keys = ["source_id", "product", "side"]
    counts = rated.group_by(*keys, "day").len().with_columns(pl.col("len").cast(pl.Int64))
    return (
        counts.with_columns(usual=(pl.col("len").sum().over(keys) - pl.col("len")) / (length - 1))
        .with_columns(
            p=pl.struct("len", "usual").map_elements(
                lambda one: poisson_tail(one["len"], max(one["usual"], 1 / length)), return_dtype=pl.Float64
            )
        )
        .sort("p")
    )


def _first_voices(voices: pl.DataFrame) -> frozenset[int]:
    """Return the voices that are their author's only one in the source."""
    alone = voices.select("id", "source_id", "author").filter(
        pl.col("author").is_not_null() & (pl.len().over("source_id", "author") == 1)
    )
    return frozenset(alone.get_column("id").to_list())


def _judge(burst: pl.DataFrame, usual: float, first: frozenset[int]) -> Iterable[Finding]:
    ids = burst.get_column("id").to_list()
    groups = near_duplicates(burst.get_column("text").to_list(), threshold=ALIKE)
    alike = sum(len(places) for places, _ in groups) / len(ids)
    newcomers = float(np.mean([one in first for one in ids]))
    if max(alike, newcomers) < SUSPICIOUS or alike == 0:
        return
    day, product = burst.item(0, "day"), burst.item(0, "product")
    stars = Counter(burst.get_column("rating").to_list()).most_common(1)[0][0]
    zh = f"{day} {product} 一天 {len(ids)} 条 {stars:g} 分（平常每天 {usual:.1f} 条），{newcomers:.0%} 是首次发言的作者，{alike:.0%} 文字相近"
    en = f"{len(ids)} ratings of {stars:g} for {product} on {day} (usually {usual:.1f} a day), {newcomers:.0%} by newcomers, {alike:.0%} in like words"
    for one in ids:
        yield Finding(one, Rule.BURST, f"burst-{day}-{product}-{stars:g}", max(alike, newcomers), zh, en)
