"""Crossing any two sides of a customer: what they say, what they buy, what they do, who they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from huiyin import stats
from huiyin.stats import Estimate

_NEVER, _ONCE, _OFTEN = "0", "1", "2+"
_TIERS = ("none", "low", "middle", "high")


class CrossSide(StrEnum):
    """A side of a customer, each with few values in an order."""

    SOCIAL = "social"
    SERVICE = "service"
    SENTIMENT = "sentiment"
    SPEND = "spend"
    ORDERS = "orders"
    FRICTION = "friction"
    SEGMENT = "segment"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Cell:
    """Customers with this row and this column value; `share` is among all of the row."""

    row: str
    column: str
    customers: int
    share: Estimate


@dataclass(frozen=True, slots=True)
class Crossing:
    """A table of customers by two sides."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    customers: int


def cross(people: pl.DataFrame, row: CrossSide, column: CrossSide, *, minimum_n: int) -> Crossing:
    """Count customers by two sides; every share carries its Wilson interval."""
    sided = people.select(_side(people, row).alias("row"), _side(people, column).alias("column")).drop_nulls()
    counts = {(r, c): n for r, c, n in sided.group_by("row", "column").len().iter_rows()}
    rows, columns = (_ordered(sided[name], side) for name, side in (("row", row), ("column", column)))
    totals = {each: sum(counts.get((each, other), 0) for other in columns) for each in rows}
    cells = tuple(
        Cell(r, c, counts.get((r, c), 0), stats.wilson(counts.get((r, c), 0), totals[r]).guarded(minimum_n))
        for r in rows
        for c in columns
    )
    return Crossing(rows, columns, cells, sided.height)


def _side(people: pl.DataFrame, side: CrossSide) -> pl.Expr:
    if side in (CrossSide.SEGMENT, CrossSide.REGION):
        return pl.col(side)
    if side is CrossSide.SENTIMENT:
        share = pl.col("negative")
        return pl.when(share > 0.5).then(pl.lit("negative")).when(share <= 0.5).then(pl.lit("not_negative"))
    if side is CrossSide.SPEND:
        return _spend_tier(people)
    count = pl.col(side)
    return (
        pl.when(count == 0)
        .then(pl.lit(_NEVER))
        .when(count == 1)
        .then(pl.lit(_ONCE))
        .otherwise(pl.lit(_OFTEN))
    )


def _spend_tier(people: pl.DataFrame) -> pl.Expr:
    """No purchase, and the thirds of those who bought."""
    bought = people.filter(pl.col("spend") > 0)["spend"]
    low, high = (float(bought.quantile(q) or 0.0) for q in (1 / 3, 2 / 3))
    spend = pl.col("spend")
    return (
        pl.when(spend <= 0).then(pl.lit("none")).when(spend <= low).then(pl.lit("low"))
        .when(spend <= high).then(pl.lit("middle")).otherwise(pl.lit("high"))
    )  # fmt: skip


def _ordered(values: pl.Series, side: CrossSide) -> tuple[str, ...]:
    present = set(values.unique())
    if side is CrossSide.SPEND:
        return tuple(tier for tier in _TIERS if tier in present)
    return tuple(sorted(present))
