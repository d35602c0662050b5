"""Drivers come out in the planted order, with the planted sizes inside their intervals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from huiyin.kit.errors import InvalidInputError
from huiyin.understand import Context, DriverKind, Filters, Outcome, find_drivers
from huiyin.understand.drivers import driver_kinds

MUST, DELIGHT, LINEAR, IDLE = (
    "automotive.safety.brakes",
    "automotive.interior.seats",
    "automotive.fuel",
    "automotive.exterior.paint",
)
EFFECTS = {MUST: (-0.40, 0.0), DELIGHT: (0.0, 0.25), LINEAR: (-0.15, 0.15), IDLE: (0.0, 0.0)}


def plant(world: Any, seed: int = 5, voices: int = 4000) -> None:
    """Ratings around 0.6 of 1, moved by what is said; every customer has a mood of their own."""
    rng = np.random.default_rng(seed)
    mood = rng.normal(0, 0.05, 1500)
    for i in range(voices):
        who, opinions, rating = i % 1500, [], 0.6 + mood[i % 1500] + rng.normal(0, 0.08)
        for aspect, (penalty, reward) in EFFECTS.items():
            chance = rng.random()
            if chance < 0.24:
                sign = -1 if chance < 0.12 else 1
                opinions.append((aspect, sign, 0.5))
                rating += penalty if sign < 0 else reward
        world.say(f"c:{who}", i % 90, opinions, rating=float(rating))


@pytest.fixture
def planted(world: Any, context_of: Callable[..., Context]) -> Context:
    plant(world)
    return context_of(world, 30)


def test_drivers_come_in_the_planted_order(planted: Context) -> None:
    found = find_drivers(planted, Filters())
    assert [d.aspect for d in found.drivers] == [MUST, DELIGHT, LINEAR, IDLE]
    assert sum(d.importance.value or 0 for d in found.drivers) == pytest.approx(found.r_squared.value)


def test_planted_effects_lie_within_their_intervals(planted: Context) -> None:
    for driver in find_drivers(planted, Filters()).drivers:
        penalty, reward = (5 * effect for effect in EFFECTS[driver.aspect])
        assert driver.penalty.low - 0.05 <= penalty <= driver.penalty.high + 0.05
        assert driver.reward.low - 0.05 <= reward <= driver.reward.high + 0.05


def test_effects_tell_must_be_from_attractive(planted: Context) -> None:
    kinds = {d.aspect: d.kind for d in find_drivers(planted, Filters()).drivers}
    assert kinds == {
        MUST: DriverKind.MUST_BE,
        DELIGHT: DriverKind.ATTRACTIVE,
        LINEAR: DriverKind.ONE_DIMENSIONAL,
        IDLE: DriverKind.UNCLEAR,
    }


def test_kinds_alone_are_those_of_the_drivers(planted: Context) -> None:
    drivers = find_drivers(planted, Filters()).drivers
    assert driver_kinds(planted, Filters()) == {driver.aspect: driver.kind for driver in drivers}


def test_nps_is_an_outcome_too(world: Any, context_of: Callable[..., Context]) -> None:
    rng = np.random.default_rng(1)
    for i in range(400):
        bad = rng.random() < 0.4
        world.say(f"c:{i}", 0, [(MUST, -1 if bad else 1)], channel="nps", nps=3 if bad else 9, rating=0.5)
    found = find_drivers(context_of(world, 30), Filters(), outcome=Outcome.NPS)
    assert found.r_squared.value == pytest.approx(1)


def test_few_customers_give_no_drivers(world: Any, context_of: Callable[..., Context]) -> None:
    for i in range(20):
        world.say(f"c:{i}", 0, [(MUST, -1)], rating=0.2)
    found = find_drivers(context_of(world, 30), Filters())
    assert found.drivers == ()
    assert not found.r_squared.sufficient


def test_an_aspect_filter_is_refused(planted: Context) -> None:
    with pytest.raises(InvalidInputError):
        find_drivers(planted, Filters(aspects=(MUST,)))


def test_drivers_are_never_worded_as_causes(planted: Context) -> None:
    assert "不是因果" in find_drivers(planted, Filters()).caution.zh


def test_a_car_is_not_compared_with_a_shop(world: Any, context_of: Callable[..., Context]) -> None:
    rng = np.random.default_rng(2)
    for i in range(800):
        shop = i % 2
        aspect = "retail.logistics" if shop else MUST
        noise = rng.normal(0, 0.02)
        opinions = [(aspect, 1 if rng.random() < 0.5 else -1)] if rng.random() < 0.5 else []
        key = world.say(f"c:{i}", i % 50, opinions, rating=(0.9 if shop else 0.5) + noise)
        world.voices[key - 1]["taxonomy"] = "retail" if shop else "automotive"
    found = find_drivers(context_of(world, 30), Filters())
    assert (found.r_squared.value or 0) < 0.05
    assert all(abs(d.penalty.value or 0) < 0.1 for d in found.drivers)
