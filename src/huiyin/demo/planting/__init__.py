"""Planting: each truth adds voices, adds remarks to voices, or takes complaints away.

A planter gets the field (everyday drafts and people) and returns the changed drafts with its `Truth`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from huiyin.demo.drafts import Drafts
from huiyin.demo.people import People
from huiyin.demo.plan import TruthKind, WorldPlan
from huiyin.demo.planting.arriving import came
from huiyin.demo.planting.defect import defect
from huiyin.demo.planting.drivers import drivers
from huiyin.demo.planting.effects import action_fails, action_works
from huiyin.demo.planting.friction import friction
from huiyin.demo.planting.ground import Field, Planted
from huiyin.demo.planting.leaving import churn
from huiyin.demo.planting.market import launch, topic
from huiyin.demo.planting.outcry import loud
from huiyin.demo.planting.remarks import quiet, wish, workaround
from huiyin.demo.truths import Truth

__all__ = ["drivers", "plant"]

# What changes everyday talk comes before what adds to it, so that counts on record stay true.
_PLANTERS: dict[TruthKind, Callable[[Field], Planted]] = {
    TruthKind.ACTION_WORKS: action_works,
    TruthKind.ACTION_FAILS: action_fails,
    TruthKind.QUIET: quiet,
    TruthKind.WISH: wish,
    TruthKind.WORKAROUND: workaround,
    TruthKind.DEFECT: defect,
    TruthKind.LAUNCH: launch,
    TruthKind.TOPIC: topic,
    TruthKind.LOUD: loud,
    TruthKind.CHURN: churn,
    TruthKind.FRICTION: friction,
    TruthKind.CAME: came,
}


def plant(
    plan: WorldPlan, people: People, drafts: Drafts, rng: np.random.Generator
) -> tuple[Drafts, list[Truth]]:
    """Plant every truth that the plan asks for, each with its own stream of chances."""
    truths: list[Truth] = []
    streams = dict(zip(_PLANTERS, rng.spawn(len(_PLANTERS)), strict=True))
    for kind, planter in _PLANTERS.items():
        if plan.has(kind):
            drafts, truth = planter(Field(plan, people, drafts, len(truths), streams[kind]))
            truths.append(truth)
    return drafts, truths
