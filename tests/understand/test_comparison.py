"""Groups side by side, strengths and weaknesses, importance and performance, reputation: planted truths are found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from huiyin.kit.errors import InvalidInputError
from huiyin.understand import (
    ComparedMeasure,
    Comparison,
    Context,
    Filters,
    Quadrant,
    Side,
    Stance,
    Standing,
    compare,
    importance_performance,
    reputations,
    strengths,
    strengths_map,
)

FIRST = date(2026, 6, 1)
ODOUR, SEAT, NOISE = "automotive.comfort.odour", "automotive.interior.seats", "automotive.comfort.noise"
OURS, THEIRS = "回音 A", "对手 B"
WINDOW = Filters(FIRST, FIRST + timedelta(days=29))


def _standing(found: Comparison, aspect: str) -> dict[str, Standing]:
    row = next(row for row in found.aspects if row.aspect == aspect)
    return {cell.side: cell.standing for cell in row.cells}


@pytest.fixture
def rivals(world: Any, context_of: Callable[..., Context]) -> Context:
    """Of 200 customers each: odour plagues ours (30 % against 5 %), noise both alike, seats are praised at theirs."""
    for side, product in enumerate((OURS, THEIRS)):
        for person in range(200):
            said: list[tuple[Any, ...]] = []
            if person < (60, 10)[side]:
                said.append((ODOUR, -1))
            if 100 <= person < 130:
                said.append((NOISE, -1))
            if person >= 150:
                said.append((SEAT, (-1, 1)[side] if person % 5 else 1))
            world.say(f"c:{side}-{person}", opinions=said, product=product)
    return context_of(world)


def test_what_is_worse_is_said_and_what_is_alike_is_not(rivals: Context) -> None:
    found = compare(rivals, WINDOW, Side.PRODUCT)
    assert {side.id: side.customers for side in found.sides} == {OURS: 200, THEIRS: 200}
    assert _standing(found, ODOUR) == {OURS: Standing.WORSE, THEIRS: Standing.BETTER}
    assert _standing(found, NOISE) == {OURS: Standing.ALIKE, THEIRS: Standing.ALIKE}


def test_net_sentiment_is_compared_among_those_who_speak_of_it(rivals: Context) -> None:
    found = compare(rivals, WINDOW, Side.PRODUCT, measure=ComparedMeasure.NET)
    assert _standing(found, SEAT) == {OURS: Standing.WORSE, THEIRS: Standing.BETTER}
    cell = next(row for row in found.aspects if row.aspect == SEAT).cells[0]
    assert cell.net.n == 50
    assert cell.net.value == pytest.approx((10 - 40) / 50)


def test_a_group_is_not_worse_for_being_heard_at_the_hotline(
    world: Any, context_of: Callable[..., Context]
) -> None:
    """Both products annoy 40 % at the hotline and 5 % in reviews; one is heard four times as often at the hotline."""
    for side, (product, hotline) in enumerate(((OURS, 400), (THEIRS, 100))):
        for person in range(500):
            service = person < hotline
            bad = person % 20 < (8 if service else 1)
            world.say(
                f"c:{side}-{person}",
                opinions=[(ODOUR, -1)] if bad else [],
                product=product,
                channel="service" if service else "review",
            )
    context = context_of(world)
    assert _standing(compare(context, WINDOW, Side.PRODUCT), ODOUR)[OURS] is Standing.WORSE
    level = compare(context, WINDOW, Side.PRODUCT, standardise=True)
    assert _standing(level, ODOUR) == {OURS: Standing.ALIKE, THEIRS: Standing.ALIKE}


def test_equal_products_rarely_differ(new_world: Any, context_of: Callable[..., Context]) -> None:
    """Twelve equal products-and-aspects tables: at most one carries a false difference (FDR 5 %)."""
    rng, wrong = np.random.default_rng(7), 0
    for _ in range(12):
        world = new_world()
        for person in range(300):
            said = [(aspect, -1) for aspect in (ODOUR, NOISE, SEAT) if rng.random() < 0.2]
            world.say(f"c:{person}", opinions=said, product=(OURS, THEIRS)[person % 2])
        found = compare(context_of(world), WINDOW, Side.PRODUCT)
        wrong += any(Standing.WORSE in _standing(found, row.aspect).values() for row in found.aspects)
    assert wrong <= 2


def test_too_many_groups_are_refused_and_one_has_nothing_to_stand_against(rivals: Context) -> None:
    with pytest.raises(InvalidInputError):
        compare(rivals, WINDOW, Side.PRODUCT, [str(i) for i in range(7)])
    alone = compare(rivals, WINDOW, Side.PRODUCT, [OURS])
    assert {cell.standing for row in alone.aspects for cell in row.cells} == {Standing.INSUFFICIENT}


def test_strengths_and_weaknesses_are_told_apart(rivals: Context) -> None:
    found = strengths(rivals, WINDOW.within("product", THEIRS))
    stance = {each.aspect: each.stance for each in found.aspects}
    assert (stance[SEAT], stance[NOISE]) == (Stance.STRENGTH, Stance.WEAKNESS)
    assert strengths_map(found).table.rows


def test_what_is_praised_as_often_as_faulted_has_no_stance(
    world: Any, context_of: Callable[..., Context]
) -> None:
    for person in range(40):
        world.say(f"c:{person}", opinions=[(SEAT, (-1, 1)[person % 2])])
    assert strengths(context_of(world), WINDOW).aspects[0].stance is Stance.MIXED


def test_what_matters_and_is_done_badly_comes_first(world: Any, context_of: Callable[..., Context]) -> None:
    rng = np.random.default_rng(3)
    for person in range(600):
        bad, other = rng.random() < 0.3, rng.random() < 0.3
        said = [(ODOUR, -1 if bad else 1), (SEAT, 1 if rng.random() < 0.9 else -1)]
        said += [(NOISE, -1)] if other else []
        world.say(f"c:{person}", opinions=said, rating=(0.3 if bad else 0.9) + 0.02 * rng.standard_normal())
    found = importance_performance(context_of(world), WINDOW)
    placed = {each.aspect: each for each in found.aspects}
    assert placed[ODOUR].importance.value == max(e.importance.value or 0 for e in found.aspects)
    assert placed[NOISE].quadrant is not Quadrant.KEEP
    assert found.importance_line is not None


def test_the_reputation_index_is_its_formula_and_redraws_customers(
    world: Any, context_of: Callable[..., Context]
) -> None:
    for side, product in enumerate((OURS, THEIRS)):
        for person in range(150):
            world.say(
                f"c:{side}-{person}",
                product=product,
                rating=(0.6, 0.9)[side],
                sentiment=(-1, 1)[side] if person % 2 else 0,
                day=40,
            )
    context = context_of(world)
    window = Filters(FIRST + timedelta(days=30), FIRST + timedelta(days=59))
    found = reputations(context, window, Side.PRODUCT)
    best, other = found.groups
    assert (best.side.id, other.side.id) == (THEIRS, OURS)
    assert other.index.value == pytest.approx(0.4 * 60 + 0.4 * 25 + 0.2 * 50)
    assert other.net.low is not None
    assert other.net.low < 25 < (other.net.high or 0)
    assert not best.change.sufficient
    only = reputations(context, window, Side.PRODUCT, weights=(1, 0, 0)).groups[0]
    assert only.index.value == pytest.approx(90)
    with pytest.raises(InvalidInputError):
        reputations(context, window, Side.PRODUCT, weights=(0, 0, 0))
