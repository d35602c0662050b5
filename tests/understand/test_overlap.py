"""Differences between groups that share customers: their intervals hold what they say, also where people agree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from tests.understand.conftest import FIRST

from huiyin.stats import Estimate
from huiyin.understand import ComparedMeasure, Context, Filters, Level, Side, compare
from huiyin.understand.comparing.comparison import _difference, _Family, _read
from huiyin.understand.comparing.overlap import Overlap, Part, Shared, difference

PRODUCTS = ("回音 A", "回音 B", "对手 C")
WINDOW = Filters(FIRST, FIRST + timedelta(days=29))
ASPECTS, CUSTOMERS = 160, 220
Sides = tuple[str, ...]


def _aspect(number: int) -> str:
    return f"automotive.comfort.a{number}"


def _say(world: Any, rng: np.random.Generator, agree: float, sides: Sides, *, channels: int = 1) -> None:
    """Every customer is heard of each product with chance 0.7; half are unhappy about each aspect everywhere.

    With chance |agree| a customer says of the other products what they say of the first (below zero: its opposite).
    """
    for person in range(CUSTOMERS):
        first = rng.random(ASPECTS) < 0.5
        for side in sides:
            own = rng.random(ASPECTS) < 0.5
            tied = rng.random(ASPECTS) < abs(agree)
            said = np.where(tied, first if agree > 0 or side == sides[0] else ~first, own)
            said = first if side == sides[0] else said
            if rng.random() < 0.7:
                world.say(
                    f"c:{person}",
                    opinions=[(_aspect(i), -1 if bad else 1) for i, bad in enumerate(said)],
                    product=side,
                    channel=("review", "service")[int(rng.integers(channels))],
                )


def _coverage(family: _Family, sides: Sides, measure: ComparedMeasure) -> float:
    """Return in how many aspects the difference's interval holds zero, which is the truth in all of them."""
    found = [_difference(family, sides[0], sides[1:], _aspect(i), measure) for i in range(ASPECTS)]
    assert all(each.sufficient for each in found)
    return float(np.mean([_holds_zero(each) for each in found]))


def _holds_zero(estimate: Estimate) -> bool:
    assert estimate.low is not None
    assert estimate.high is not None
    return estimate.low <= 0 <= estimate.high


def _apart(family: _Family) -> _Family:
    """The same counts as if no customer were heard twice."""
    return _Family(family.heard, family.spoken, family.minimum_n, Overlap())


@pytest.mark.parametrize("measure", list(ComparedMeasure))
@pytest.mark.parametrize(("agree", "sides"), [(0.9, PRODUCTS[:2]), (-0.9, PRODUCTS[:2]), (0.9, PRODUCTS)])
def test_intervals_hold_at_their_level_where_customers_are_shared(
    agree: float,
    sides: Sides,
    measure: ComparedMeasure,
    world: Any,
    context_of: Callable[..., Context],
) -> None:
    _say(world, np.random.default_rng(17), agree, sides)
    family = _read(context_of(world), WINDOW, Side.PRODUCT, sides, Level.FINE, standardise=False)
    covered, apart = (_coverage(each, sides, measure) for each in (family, _apart(family)))
    assert 0.91 <= covered <= 0.985
    assert apart > covered if agree > 0 else apart < covered


def test_intervals_hold_where_channels_are_levelled(world: Any, context_of: Callable[..., Context]) -> None:
    sides = PRODUCTS[:2]
    _say(world, np.random.default_rng(23), 0.9, sides, channels=2)
    family = _read(context_of(world), WINDOW, Side.PRODUCT, sides, Level.FINE, standardise=True)
    assert 0.91 <= _coverage(family, sides, ComparedMeasure.NEGATIVE) <= 0.985


def test_without_common_customers_nothing_changes(world: Any, context_of: Callable[..., Context]) -> None:
    for side, product in enumerate(PRODUCTS[:2]):
        for person in range(60):
            world.say(
                f"c:{side}-{person}", opinions=[(_aspect(0), -1)] if person % 3 else [], product=product
            )
    context = context_of(world)
    family = _read(context, WINDOW, Side.PRODUCT, PRODUCTS[:2], Level.FINE, standardise=False)
    assert family.overlap == Overlap()
    assert compare(context, WINDOW, Side.PRODUCT).aspects[0].cells[0].difference.value == 0


def test_the_pairs_are_those_counted_by_hand(world: Any, context_of: Callable[..., Context]) -> None:
    """Ten are heard of both: six complain of A, five of B, four of both; three more are heard of A alone."""
    for person in range(13):
        world.say(f"c:{person}", opinions=[(_aspect(0), -1)] if person < 6 else [], product=PRODUCTS[0])
        if person < 10:
            bad = person in (0, 1, 2, 3, 9)
            world.say(f"c:{person}", opinions=[(_aspect(0), -1)] if bad else [], product=PRODUCTS[1])
    family = _read(context_of(world), WINDOW, Side.PRODUCT, PRODUCTS[:2], Level.FINE, standardise=False)
    here, there = (PRODUCTS[0], "all"), (PRODUCTS[1], "all")
    assert family.overlap.unhappy(_aspect(0), here, there) == Shared(10, 6, 5, 4)
    assert family.overlap.unhappy(_aspect(0), there, here) == Shared(10, 5, 6, 4)
    assert family.overlap.net(_aspect(0), here, there) == Shared(4, -4.0, -4.0, 4.0)


def test_a_perfect_tie_leaves_the_difference_some_width() -> None:
    part = Part(("a", "all"), 1.0, 0.5, 100, 0.25)
    figure = Estimate(0.5, 0.4, 0.6, 100, "wilson")
    found = difference((figure, [part]), (figure, [part]), lambda _here, _there: Shared(100, 50, 50, 50))
    assert found.low is not None
    assert -0.06 < found.low < 0
