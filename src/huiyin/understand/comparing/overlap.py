"""Customers heard in several groups: what they say of one goes together with what they say of another.

Groups beside each other share customers: who writes about two products is in both. Their figures are then not
independent, and a difference that takes them for such has too wide an interval where people judge both alike (or too
narrow a one where what pleases here annoys there). Each group is a weighted sum of cells (side × stratum); a customer in
two cells adds the product of the residuals there to the covariance of the cells' means (linearisation with the
customer as the cluster).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product
from typing import Any

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.facts.table import Context, Level, aspect_at
from huiyin.understand.filters import Filters
from huiyin.understand.queries import run

Cell = tuple[str, str]
Pair = tuple[str, Cell, Cell]
# Never trusted beyond: a correlation of one would leave the difference no width at all.
STRONGEST = 0.95
LEAST_STRETCH = 0.25


@dataclass(frozen=True, slots=True)
class Part:
    """A cell within a group's figure: its weight there, its mean, its customers, the variance of one customer's value."""

    cell: Cell
    weight: float
    mean: float
    n: int
    variance: float


@dataclass(frozen=True, slots=True)
class Shared:
    """What the customers of two cells gave: how many, the sums of their values here and there, and of the products."""

    customers: int
    here: float
    there: float
    products: float

    def covariance(self, here: Part, there: Part) -> float:
        """Return the covariance of the two cells' means.

        >>> both = Shared(50, 25.0, 25.0, 25.0)
        >>> here = there = Part(("a", "all"), 1.0, 0.5, 100, 0.25)
        >>> both.covariance(here, there)
        0.00125
        """
        products = self.products - here.mean * self.there - there.mean * self.here
        return (products + here.mean * there.mean * self.customers) / (here.n * there.n)


@dataclass(frozen=True, slots=True)
class Overlap:
    """The customers in two cells, by taxonomy (heard) and by aspect (what they said)."""

    heard: Mapping[Pair, int] = field(default_factory=dict)
    spoken: Mapping[Pair, Mapping[str, Any]] = field(default_factory=dict)

    def unhappy(self, aspect: str, here: Cell, there: Cell) -> Shared:
        """Return the customers heard in both cells, and those unhappy about the aspect."""
        mine = self.spoken.get((aspect, here, there), {})
        theirs = self.spoken.get((aspect, there, here), {})
        return Shared(
            self.heard.get((aspect.split(".")[0], here, there), 0),
            mine.get("unhappy", 0),
            theirs.get("unhappy", 0),
            mine.get("both_unhappy", 0),
        )

    def net(self, aspect: str, here: Cell, there: Cell) -> Shared:
        """Return the customers who speak of the aspect in both cells, and their net sentiments."""
        mine = self.spoken.get((aspect, here, there), {})
        theirs = self.spoken.get((aspect, there, here), {})
        return Shared(
            mine.get("speakers", 0),
            mine.get("net_sum", 0.0),
            theirs.get("net_sum", 0.0),
            mine.get("net_products", 0.0),
        )


def read_overlap(context: Context, asked: Filters, level: Level, *, group: str, stratum: str) -> Overlap:
    """Return the customers whom the groups of a comparison share; `group` and `stratum` are its columns."""
    voice, depth = asked.base().voice_where(), int(level.value)
    heard = run(
        context.facts, "comparison.heard_by_both", voice=voice, group=group, stratum=stratum
    ).to_dicts()
    if not heard:
        return Overlap()
    spoken = run(
        context.facts,
        "comparison.spoken_by_both",
        voice=voice,
        opinion=asked.opinion_where(),
        group=group,
        stratum=stratum,
        node=aspect_at(level),
    )
    return Overlap(
        {_pair(row["taxonomy"], row): row["customers"] for row in heard},
        {_pair(context.names.itself(row["aspect"], depth), row): row for row in spoken.to_dicts()},
    )


def difference(
    mine: tuple[Estimate, Sequence[Part]], theirs: tuple[Estimate, Sequence[Part]], shared: Any
) -> Estimate:
    """Return mine − theirs by MOVER, with the covariance of their customers; `shared(here, there)` gives a pair of cells.

    Without common customers it is the difference of two independent figures.
    """
    between = sum(_weighed(a, b, shared) for a, b in product(mine[1], theirs[1]))
    spreads = [_spread(parts, shared) for _, parts in (mine, theirs)]
    scale = math.sqrt(spreads[0][0] * spreads[1][0])
    correlation = max(-STRONGEST, min(STRONGEST, between / scale)) if scale > 0 else 0.0
    stretched = [
        _stretched(figure, stretch) for (figure, _), (_, stretch) in zip((mine, theirs), spreads, strict=True)
    ]
    return stats.difference(*stretched, correlation=correlation)


def _spread(parts: Sequence[Part], shared: Any) -> tuple[float, float]:
    """Return the variance of a group's figure, and how much wider its interval is for the customers its cells share."""
    alone = sum(part.weight**2 * part.variance / part.n for part in parts if part.n)
    within = 2 * sum(_weighed(a, b, shared) for a, b in combinations(parts, 2))
    if alone <= 0:
        return 0.0, 1.0
    variance = max(alone + within, LEAST_STRETCH**2 * alone)
    return variance, math.sqrt(variance / alone)


def _weighed(here: Part, there: Part, shared: Any) -> float:
    both: Shared = shared(here.cell, there.cell)
    return here.weight * there.weight * both.covariance(here, there) if both.customers else 0.0


def _stretched(figure: Estimate, factor: float) -> Estimate:
    if figure.value is None or figure.low is None or figure.high is None or factor == 1.0:
        return figure
    low, high = figure.value - figure.low, figure.high - figure.value
    return replace(figure, low=figure.value - factor * low, high=figure.value + factor * high)


def _pair(name: str, row: Mapping[str, Any]) -> Pair:
    return name, (row["side"], row["stratum"]), (row["other_side"], row["other_stratum"])
