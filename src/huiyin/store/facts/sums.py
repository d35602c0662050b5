"""Sums brought forward: what was said since is added to what was counted, instead of counting everything again.

Distinct customers of two days do not add up, so no cube of days can give those of a month. But figures that are sums
*over customers* change only by the customers who spoke since: take off what these few gave before, add what they give
now, and the rest stays as it was. That is exact for counts, and for sums of fractions up to rounding.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

import polars as pl

# The slot of a question that sums over customers, and of one that sums over single voices.
CUSTOMERS, VOICES = "{customers}", "{voices}"
# After so many new voices it is cheaper to count again.
MOST_NEW = 200_000
# Of fewer voices counting all once is quicker than counting some twice.
LEAST = 500_000
MOST_ROWS = 20_000
KEPT = 512

Ask = Callable[[str], pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Sums:
    """Rows of sums by key, the newest voice they count, and the epoch in which nothing older has changed."""

    rows: pl.DataFrame
    newest: int
    epoch: Hashable


class KeptSums:
    """The sums last given to each question; safe from any thread."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._kept: OrderedDict[Hashable, Sums] = OrderedDict()

    def find(self, question: Hashable, epoch: Hashable) -> Sums | None:
        """Return what was given last, None where anything it counted may have changed since."""
        with self._guard:
            found = self._kept.get(question)
            return found if found is not None and found.epoch == epoch else None

    def keep(self, question: Hashable, sums: Sums) -> None:
        """Remember the sums of a question; large answers are not worth their room."""
        if sums.rows.height > MOST_ROWS:
            return
        with self._guard:
            self._kept[question] = sums
            self._kept.move_to_end(question)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)


def bring_forward(
    ask: Ask, sql: str, keys: tuple[str, ...], newest: int, kept: Sums | None = None
) -> pl.DataFrame:
    """Return the sums of a question, ordered by their keys.

    `sql` has one of the two slots as a condition beside its filters; all columns but `keys` are sums. `ask` reads one
    snapshot whose newest voice is `newest`; `kept` are earlier sums with nothing changed but new voices.
    """
    if kept is None or newest < LEAST or newest - kept.newest > MOST_NEW:
        return _in_order(ask(_filled(sql, "TRUE")), keys)
    if newest == kept.newest:
        return kept.rows
    parts = [kept.rows, *_changes(ask, sql, keys, kept.newest)]
    return _in_order(_added(parts, keys), keys)


def _changes(ask: Ask, sql: str, keys: tuple[str, ...], counted: int) -> list[pl.DataFrame]:
    """Return what the new voices bring, and what their customers gave before with its sign turned."""
    since = f"feedback_id > {counted}"
    if VOICES in sql:
        return [ask(_filled(sql, since))]
    theirs = f"who IN (SELECT who FROM voice WHERE {since})"  # noqa: S608 a number of ours
    before = ask(_filled(sql, f"{theirs} AND feedback_id <= {counted}"))
    return [ask(_filled(sql, theirs)), before.with_columns(-pl.exclude(*keys) if keys else -pl.all())]


def _filled(sql: str, condition: str) -> str:
    return sql.replace(CUSTOMERS, condition).replace(VOICES, condition)


def _added(parts: list[pl.DataFrame], keys: tuple[str, ...]) -> pl.DataFrame:
    stacked = pl.concat(parts, how="vertical_relaxed")
    total = stacked.group_by(keys).agg(pl.all().sum()) if keys else stacked.sum()
    return total.cast(parts[0].schema).select(parts[0].columns)


def _in_order(rows: pl.DataFrame, keys: tuple[str, ...]) -> pl.DataFrame:
    return rows.sort(keys, nulls_last=True) if keys else rows
