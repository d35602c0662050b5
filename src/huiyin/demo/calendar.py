"""When people speak: growth, weekdays, festivals and hours, as weights over the world's days."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from huiyin.demo.plan import WorldPlan
from huiyin.demo.sources import DemoSource

# First day of the Lunar New Year; voices thin out around it.
_NEW_YEAR = (date(2025, 1, 29), date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13))
_SALES = ((6, 18), (11, 11))
_HOURS_WORK = np.array(
    [1, 0.5, 0.3, 0.2, 0.2, 0.4, 1, 2.5, 6, 10, 11, 10, 7, 8, 10, 10, 9, 8, 6, 4, 3.5, 3, 2.5, 1.8]
)
_HOURS_HOME = np.array([4, 2, 1, 0.6, 0.5, 0.7, 1.5, 3, 4, 4, 4, 5, 8, 6, 4, 4, 4, 5, 6, 8, 11, 12, 10, 7])


def draw_days(
    plan: WorldPlan, source: DemoSource, count: int, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Return `count` places on the world's axis (days, with the time of day as the fraction), unsorted."""
    weights = day_weights(plan, source, rng)
    days = rng.choice(plan.days, count, p=weights)
    return days + draw_clock(source.evening, count, rng)


def day_weights(plan: WorldPlan, source: DemoSource, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return how the source's voices spread over the days; sums to one."""
    first = plan.end - timedelta(days=plan.days - 1)
    dates = [first + timedelta(days=place) for place in range(plan.days)]
    weights = np.linspace(1.0, 1.25, plan.days)
    weights *= [source.weekend if each.weekday() >= 5 else 1.0 for each in dates]
    weights *= [_festival(each) for each in dates]
    if source.taxonomy == "retail":
        weights *= [_sale(each) for each in dates]
    weights *= rng.gamma(80, 1 / 80, plan.days)
    share: NDArray[np.float64] = weights / weights.sum()
    return share


def draw_clock(evening: float, count: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return times of day in days, Beijing: a mix of working hours and evenings."""
    weights = (1 - evening) * _HOURS_WORK / _HOURS_WORK.sum() + evening * _HOURS_HOME / _HOURS_HOME.sum()
    return (rng.choice(24, count, p=weights) + rng.random(count)) / 24


def _festival(day: date) -> float:
    nearest = min(abs((day - new_year).days - 2) for new_year in _NEW_YEAR)
    return 0.45 if nearest <= 3 else 0.75 if nearest <= 6 else 1.0


def _sale(day: date) -> float:
    since = min((day - date(day.year, month, first)).days % 365 for month, first in _SALES)
    return 1.9 if 2 <= since <= 9 else 1.25 if since <= 14 else 1.0
