"""The explorer: any two dimensions crossed, each cell with its interval and the voices behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from huiyin import stats
from huiyin.kit.errors import InvalidInputError
from huiyin.understand.facts.fact import Counted
from huiyin.understand.facts.table import Context, counted_share
from huiyin.understand.filters import Filters
from huiyin.understand.links import voices_link
from huiyin.understand.names import Name, channel_name, type_name
from huiyin.understand.queries import run

MOST = 15


class Dimension(StrEnum):
    """What can be crossed."""

    CHANNEL = "channel"
    PRODUCT = "product"
    SEGMENT = "segment"
    REGION = "region"
    SOURCE = "source"
    TAXONOMY = "taxonomy"
    SENTIMENT = "sentiment"
    TYPE = "type"
    BROAD = "aspect1"
    FINE = "aspect2"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Head:
    """One row or column: its value, names, and its distinct customers."""

    id: str
    zh: str
    en: str
    customers: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Customers in both; `share` is of the column's customers, `negative` the part of the cell's who are unhappy."""

    row: str
    column: str
    share: Counted
    negative: Counted
    link: str


@dataclass(frozen=True, slots=True)
class Crossing:
    """The largest rows and columns, and their cells; `left_out` counts the rows and columns not shown."""

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: tuple[Cell, ...]
    left_out: tuple[int, int]


_EXPRESSIONS = {
    Dimension.BROAD: "aspect1",
    Dimension.FINE: "(SELECT aspect FROM node WHERE id = fine_id)",
    Dimension.WEEK: "CAST(date_trunc('week', day) AS date)",
    Dimension.MONTH: "CAST(date_trunc('month', day) AS date)",
}
_OF_OPINIONS = {Dimension.BROAD, Dimension.FINE, Dimension.TYPE, Dimension.SENTIMENT}
_SENTIMENTS = {"-1": Name("负面", "Negative"), "0": Name("中性", "Neutral"), "1": Name("正面", "Positive")}


def cross(context: Context, filters: Filters, rows: Dimension, columns: Dimension) -> Crossing:
    """Cross two dimensions within the filters (a closed window).

    A dimension of opinions, or a filter that asks about them, counts customers by what they said of aspects; else
    voices are counted as a whole. Raises InvalidInputError for a dimension crossed with itself.
    """
    if rows is columns:
        raise InvalidInputError(
            "two different dimensions are crossed", field="columns", expected="another one"
        )
    said = bool({rows, columns} & _OF_OPINIONS or filters.aspects)
    slots: dict[str, Any] = {
        "table": "opinion" if said else "voice",
        "where": filters.opinion_where() if said else filters.voice_where(),
    }
    found = run(
        context.facts, "explorer.cells", row=_expression(rows), column=_expression(columns), **slots
    ).to_dicts()
    heads = [
        _heads(
            context,
            each,
            run(context.facts, "explorer.totals", column=_expression(each), **slots).iter_rows(),
        )
        for each in (rows, columns)
    ]
    kept = [_shown(context, each, dimension) for each, dimension in zip(heads, (rows, columns), strict=True)]
    ids = [{head.id: head for head in each} for each in kept]
    cells = tuple(
        _cell(context, filters, row, (rows, columns), ids[1][row["column_id"]])
        for row in found
        if row["row_id"] in ids[0] and row["column_id"] in ids[1]
    )
    left = (len(heads[0]) - len(kept[0]), len(heads[1]) - len(kept[1]))
    return Crossing(kept[0], kept[1], cells, left)


def _expression(dimension: Dimension) -> str:
    return _EXPRESSIONS.get(dimension, dimension.value)


def _heads(context: Context, dimension: Dimension, totals: Iterable[tuple[str, int]]) -> list[Head]:
    found = list(totals)
    named = _named(context, dimension, [key for key, _ in found])
    return [Head(key, named[key].zh, named[key].en, customers) for key, customers in found]


def _named(context: Context, dimension: Dimension, keys: list[str]) -> dict[str, Name]:
    """Name the values; what two taxonomies call the same is told apart by the taxonomy."""
    names = {key: _name(context, dimension, key) for key in keys}
    said = Counter(name.zh for name in names.values())
    if dimension not in (Dimension.BROAD, Dimension.FINE):
        return names
    worlds = {key: context.names.name(key.split(".")[0]) for key in keys if said[names[key].zh] > 1}
    apart = {
        key: Name(f"{names[key].zh}（{world.zh}）", f"{names[key].en} ({world.en})")
        for key, world in worlds.items()
    }
    return names | apart


def _shown(context: Context, heads: list[Head], dimension: Dimension) -> tuple[Head, ...]:
    """Return the largest heads, days in their own order, the catch-all last."""
    if dimension in (Dimension.WEEK, Dimension.MONTH):
        return tuple(sorted(heads, key=lambda head: head.id)[-MOST:])
    largest = sorted(heads, key=lambda head: (-head.customers, head.id))[:MOST]
    return tuple(sorted(largest, key=lambda head: context.names.is_general(head.id)))


def _name(context: Context, dimension: Dimension, key: str) -> Name:
    if dimension in (Dimension.BROAD, Dimension.FINE):
        name = context.names.name(key)
        return Name(name.zh, name.en)
    if dimension is Dimension.CHANNEL:
        return channel_name(key)
    if dimension is Dimension.TYPE:
        return type_name(key)
    return _SENTIMENTS[key] if dimension is Dimension.SENTIMENT else Name(key, key)


def _cell(
    context: Context,
    filters: Filters,
    row: Mapping[str, Any],
    dimensions: tuple[Dimension, Dimension],
    column: Head,
) -> Cell:
    within = _within(_within(filters, dimensions[0], row["row_id"]), dimensions[1], row["column_id"])
    customers, negative = int(row["customers"]), int(row["negative_customers"])
    unhappy = stats.wilson(negative, customers).guarded(context.minimum_n)
    return Cell(
        row=row["row_id"],
        column=row["column_id"],
        share=counted_share(customers, column.customers, context.minimum_n),
        negative=Counted.of(unhappy, negative),
        link=voices_link(within),
    )


def _within(filters: Filters, dimension: Dimension, value: str) -> Filters:
    if dimension in (Dimension.BROAD, Dimension.FINE):
        return replace(filters, aspects=(value,))
    if dimension is Dimension.SENTIMENT:
        return replace(filters, sentiments=(int(value),))
    if dimension in (Dimension.WEEK, Dimension.MONTH):
        return _days(filters, dimension, date.fromisoformat(value))
    return filters.within(dimension.value, value)


def _days(filters: Filters, dimension: Dimension, first: date) -> Filters:
    following = first + timedelta(days=7 if dimension is Dimension.WEEK else 32)
    last = (following if dimension is Dimension.WEEK else following.replace(day=1)) - timedelta(days=1)
    start = max(first, filters.start) if filters.start else first
    return replace(filters, start=start, end=min(last, filters.end) if filters.end else last)
