"""Simulated worlds with a known truth, on which the effect test is tried (`bench/effect_verdicts.py`, the tests)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from huiyin.act.effects.series import EffectSeries, Weeks

_MONDAY = date(2025, 1, 6)


@dataclass(frozen=True, slots=True)
class SimulatedWeeks:
    """The picked issue's series, and the events of all issues, shape (issues, weeks)."""

    series: EffectSeries
    issues: Weeks


@dataclass(frozen=True, slots=True)
class EffectWorld:
    """Twenty issues of one product over a year; one of them is picked and acted upon.

    Rates wander (autocorrelated, `roughness` on the log scale), all issues share common shocks, and the
    action follows `gap` weeks after the picking. `drifting_apart` is the standard deviation of how far the picked issue
    moves away from the others in a year by itself, on the log scale.
    """

    effect: float = 0.0
    picked: str = "at its peak"
    controlled: bool = False
    before: int = 40
    after: int = 12
    gap: int = 4
    issues: int = 20
    customers: float = 800
    rate: float = 0.03
    roughness: float = 0.15
    memory: float = 0.5
    common: float = 0.1
    yearly_trend: float = 0.0
    drifting_apart: float = 0.0

    def series(self, rng: np.random.Generator) -> EffectSeries:
        """Return the weeks of one such world."""
        return self.seen(rng).series

    def seen(self, rng: np.random.Generator) -> SimulatedWeeks:
        """Return the weeks of one such world, with those of every issue."""
        weeks = self.before + self.after
        exposure = rng.poisson(self.customers * np.exp(_wander(rng, weeks, 0.5, 0.1)))
        shared = _wander(rng, weeks, 0.7, self.common)
        drift = self.yearly_trend * (np.arange(weeks) - self.before) / 52
        rates = [
            exposure * self.rate * np.exp(_wander(rng, weeks, self.memory, self.roughness) + shared + drift)
            for _ in range(self.issues)
        ]
        events = np.array([rng.poisson(rate) for rate in rates], dtype=float)
        picked_at = self.before - self.gap
        chosen = self._pick(events, picked_at)
        acted = rates[chosen][self.before :] * (1 + self.effect)
        events[chosen, self.before :] = rng.poisson(acted)
        if self.drifting_apart:
            events[chosen] = self._drifted(events[chosen], rng)
        others = events.sum(axis=0) - events[chosen]
        series = EffectSeries(
            weeks=tuple(_MONDAY + timedelta(weeks=week) for week in range(weeks)),
            events=events[chosen],
            exposure=exposure.astype(float),
            done=self.before,
            selected=picked_at,
            control=others if self.controlled else None,
        )
        return SimulatedWeeks(series, events)

    def _pick(self, events: Weeks, week: int) -> int:
        latest = events[:, week - 4 : week].sum(axis=1)
        if self.picked == "at its peak":
            return int(np.argmax(latest))
        if self.picked == "while rising":
            return int(np.argmax(latest / events[:, week - 16 : week - 4].mean(axis=1)))
        return 0

    def _drifted(self, events: Weeks, rng: np.random.Generator) -> Weeks:
        weeks = (np.arange(len(events)) - self.before) / 52
        drift = np.exp(rng.normal(0, self.drifting_apart) * weeks)
        return rng.binomial(events.astype(int), drift / drift.max()).astype(float)


def _wander(rng: np.random.Generator, weeks: int, memory: float, spread: float) -> Weeks:
    steps = rng.normal(0, spread, weeks)
    steps[1:] *= math.sqrt(1 - memory**2)
    for week in range(1, weeks):
        steps[week] += memory * steps[week - 1]
    return steps
