"""Worlds that the tests of this room share; generating one is pure, so once is enough."""

from __future__ import annotations

from functools import cache

import pytest

from huiyin.demo import World, WorldPlan, generate

SMALL = WorldPlan(seed=3, voices=3_000, customers=900)
MIDDLE = WorldPlan(seed=11, voices=20_000, customers=5_000)


@cache
def _generated(plan: WorldPlan) -> World:
    return generate(plan)


@pytest.fixture(scope="session")
def small() -> World:
    """A world that is quick to make."""
    return _generated(SMALL)


@pytest.fixture(scope="session")
def world() -> World:
    """A world large enough for statistics."""
    return _generated(MIDDLE)
