"""How long one must wait before an action can be judged: the power of the effect test, planned beforehand.

The error of the step is that of the very model that will judge (`effect_model`), from the weeks known today:
the information of the expected counts plus the prior on the drift. Source for power from information: Self &
Mauritsen 1988.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from scipy import special

from huiyin.act.effects.model import DIVERGENCE
from huiyin.act.effects.roughness import Roughness
from huiyin.act.effects.series import Weeks
from huiyin.act.effects.verdict import GUARD_WEEKS, LEVEL, MINIMUM_AFTER, MINIMUM_BEFORE, MINIMUM_EVENTS
from huiyin.stats import t_value

PLANNED_POWER = 0.8
MOST_WEEKS = 52
QUARTER = 13
# How much more than by pure chance weeks vary, with the test's own caution, where nothing tells how rough they are;
# a control takes its part of it away. Set so that simulated worlds keep the promise: bench/effect_verdicts.py --planned.
WIDENING = {True: 2.0, False: 2.6}
_FREE = 1e6


def usual_week(events: Weeks) -> float:
    """Return how many a week to plan with, from the weeks known, shape (weeks,).

    The latest weeks are left out as the test leaves them out: an issue is picked at its peak, and will be less loud.

    >>> usual_week(np.array([10.0] * 30 + [20.0] * 6))
    10.0
    """
    calm = events[:-GUARD_WEEKS] if len(events) > GUARD_WEEKS else events
    return float(calm[-2 * QUARTER :].mean())


@dataclass(frozen=True, slots=True)
class EffectPlan:
    """What the test will be able to see; `weeks` after the action, None where even a year is too short.

    `power` is the chance to call a true effect of the promised size effective after these weeks (after a year
    without them). `shaken` says that all issues move together so much that no time is enough without a group that
    the action does not touch. `smallest` is the change in the promised direction that a quarter would show, None where not
    even the largest would show.
    """

    promised: float
    weeks: int | None
    power: float
    events_a_week: float
    weeks_before: int
    controlled: bool
    smallest: float | None = None
    shaken: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON shape, as frozen into an action's evidence."""
        return asdict(self) | {"customers": self.customers}

    @property
    def customers(self) -> int | None:
        """How many customers are heard on it meanwhile, were nothing to change."""
        return None if self.weeks is None else round(self.weeks * self.events_a_week)


def plan_effect(
    promised: float,
    *,
    events: float,
    control: float | None,
    weeks_before: int,
    roughness: Roughness | None = None,
) -> EffectPlan:
    """Return the fewest weeks after which a change of `promised` is found with a power of 80 %.

    `events` and `control` are counts a week today, `promised` a relative change (-0.3 for 30 % less), `roughness`
    that of the weeks before; a control takes out what moves all issues, so only a series alone depends on it.

    >>> plan_effect(-0.5, events=13, control=22, weeks_before=41).weeks
    21
    >>> plan_effect(-0.4, events=0.5, control=None, weeks_before=41).weeks is None
    True
    >>> round(plan_effect(-0.2, events=13, control=22, weeks_before=41).smallest, 2)
    -0.54
    >>> shocks = Roughness(total=0.08, carried=0.05, shared=0.06)
    >>> plan_effect(-0.5, events=24, control=None, weeks_before=41, roughness=shocks).shaken
    True
    """
    design = _Design(events, control, weeks_before, _widening(events, control, roughness))
    shaken = control is None and roughness is not None and roughness.shaken
    enough = (
        weeks_before - GUARD_WEEKS >= MINIMUM_BEFORE
        and events * (weeks_before - GUARD_WEEKS) >= MINIMUM_EVENTS
    )
    chances = [(weeks, design.power(promised, weeks)) for weeks in range(MINIMUM_AFTER, MOST_WEEKS + 1)]
    first = None
    if enough and not shaken:
        first = next(((weeks, power) for weeks, power in chances if power >= PLANNED_POWER), None)
    weeks, power = first or (None, chances[-1][1] if enough else 0.0)
    smallest = _smallest(promised, design) if enough and not shaken else None
    return EffectPlan(promised, weeks, power, events, weeks_before, control is not None, smallest, shaken)


def _widening(events: float, control: float | None, roughness: Roughness | None) -> float:
    if control is not None or roughness is None:
        return WIDENING[control is not None]
    return roughness.widening(events)


@dataclass(frozen=True, slots=True)
class _Design:
    """The weeks before, what is counted a week, and how much more than by chance it varies."""

    events: float
    control: float | None
    before: int
    widening: float

    def power(self, promised: float, weeks: int) -> float:
        """Return the chance that the test calls a true change of `promised` effective after so many weeks."""
        if self._is_blind:
            return 0.0
        change = math.log1p(promised)
        degrees = max(self.before - GUARD_WEEKS + weeks - 3, 1)
        needed = t_value(LEVEL, degrees)
        return float(special.ndtr(abs(change) / self._error(change, weeks) - needed))

    @property
    def _is_blind(self) -> bool:
        # Where nothing is counted, in the series or its control, or no week before is, no change has a size.
        return self.events == 0 or self.control == 0 or self.before <= GUARD_WEEKS

    def _error(self, change: float, after: int) -> float:
        week = np.arange(self.before + after)
        step = (week >= self.before).astype(float)
        kept = (week < self.before - GUARD_WEEKS) | (week >= self.before)
        design = np.column_stack([np.ones(len(week)), (week - self.before) / len(week), step])[kept]
        expected = self.events * np.exp(change * step)[kept]
        total = None if self.control is None else expected + self.control
        weight = expected if total is None else expected * (total - expected) / total
        information = design.T @ (design * (weight / self.widening)[:, None])
        drift = _FREE if self.control is None else DIVERGENCE * len(week) / 52
        information[1, 1] += 1 / drift**2
        return math.sqrt(float(np.linalg.inv(information)[2, 2]))


def _smallest(promised: float, design: _Design) -> float | None:
    """Return the smallest change, in steps of one per cent, that is found within a quarter."""
    sizes = [step / 100 for step in range(5, 100 if promised < 0 else 300)]
    changes = (-size if promised < 0 else size for size in sizes)
    return next((change for change in changes if design.power(change, QUARTER) >= PLANNED_POWER), None)
