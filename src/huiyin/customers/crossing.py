"""Crossing any two sides of a customer: what they say, what they buy, what they do, who they are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import polars as pl
from sqlalchemy import Connection

from huiyin import stats
from huiyin.customers.identity.match_rate import MatchRate, match_rate
from huiyin.customers.people import Span, read_people, read_voices
from huiyin.customers.profile import RfmClass, Stage, read_profiles
from huiyin.stats import Association, Estimate
from huiyin.understand import FactsReader

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
    STAGE = "stage"
    RFM = "rfm_class"
    GROUP = "group"
    LIFETIME = "lifetime"


@dataclass(frozen=True, slots=True)
class Cell:
    """Customers with this row and this column value; `share` is among all of the row."""

    row: str
    column: str
    customers: int
    share: Estimate


@dataclass(frozen=True, slots=True)
class Crossing:
    """A table of customers by two sides, and whether the sides depend on each other at all."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    customers: int
    association: Association


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
    table = [[counts.get((r, c), 0) for c in columns] for r in rows]
    tested = stats.association(table) if rows and columns else Association("none", math.nan, math.nan, 0)
    return Crossing(rows, columns, cells, sided.height, tested)


def cross_people(
    connection: Connection,
    facts: FactsReader,
    span: Span,
    row: CrossSide,
    column: CrossSide,
    *,
    minimum_n: int,
) -> tuple[Crossing, MatchRate]:
    """Read the window's customers with their profiles and cross them; beside it, how many speakers are customers."""
    voices = read_voices(connection, facts, span)
    people = read_people(connection, voices, span).join(read_profiles(connection), on="person", how="left")
    return cross(people, row, column, minimum_n=minimum_n), match_rate(voices)


def _side(people: pl.DataFrame, side: CrossSide) -> pl.Expr:
    if side in (CrossSide.SEGMENT, CrossSide.REGION, CrossSide.STAGE, CrossSide.RFM):
        return pl.col(side)
    if side is CrossSide.GROUP:
        return pl.col(side).cast(pl.String)
    if side is CrossSide.SENTIMENT:
        share = pl.col("negative")
        return pl.when(share > 0.5).then(pl.lit("negative")).when(share <= 0.5).then(pl.lit("not_negative"))
    if side in (CrossSide.SPEND, CrossSide.LIFETIME):
        return _money_tier(people, side)
    count = pl.col(side)
    return (
        pl.when(count == 0)
        .then(pl.lit(_NEVER))
        .when(count == 1)
        .then(pl.lit(_ONCE))
        .otherwise(pl.lit(_OFTEN))
    )


def _money_tier(people: pl.DataFrame, side: CrossSide) -> pl.Expr:
    """Nothing, and the thirds of those with something."""
    some = people.filter(pl.col(side) > 0)[side]
    low, high = (float(some.quantile(q) or 0.0) for q in (1 / 3, 2 / 3))
    money = pl.col(side).fill_null(0.0)
    return (
        pl.when(money <= 0).then(pl.lit("none")).when(money <= low).then(pl.lit("low"))
        .when(money <= high).then(pl.lit("middle")).otherwise(pl.lit("high"))
    )  # fmt: skip


_ORDERS: Mapping[CrossSide, tuple[str, ...]] = {
    CrossSide.SPEND: _TIERS,
    CrossSide.LIFETIME: _TIERS,
    CrossSide.STAGE: tuple(stage.value for stage in Stage),
    CrossSide.RFM: tuple(each.value for each in RfmClass),
}


def _ordered(values: pl.Series, side: CrossSide) -> tuple[str, ...]:
    present = set(values.unique())
    if side in _ORDERS:
        return tuple(each for each in _ORDERS[side] if each in present)
    return tuple(sorted(present))
