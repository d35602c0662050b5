"""Does the share of customers who mention an issue change over the weeks?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.quantile import t_p_value, t_value

MINIMUM_WEEKS = 6


class Direction(StrEnum):
    """What a trend test allows to be said."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Trend:
    """The fitted change of a share from the first to the last week, and the test that it is none."""

    change: Estimate
    p_value: float

    def direction(self, *, significant: bool) -> Direction:
        """Return the direction once the family of tests has decided what is significant."""
        if not self.change.sufficient or self.change.value is None:
            return Direction.UNKNOWN
        if not significant:
            return Direction.FLAT
        return Direction.UP if self.change.value > 0 else Direction.DOWN


def share_trend(successes: ArrayLike, totals: ArrayLike, *, level: float = 0.95) -> Trend:
    """Return the change of `successes / totals` over consecutive weeks, both of shape (weeks,).

    A line by least squares weighted with the customers heard each week; its error is the largest of the
    binomial one, the over-dispersed one and Newey & West's (1987) autocorrelation-robust one, so that bursts
    and carried-over talk never pass for evidence. Weeks without customers are left out; n counts customers
    (week by week). Fewer than six weeks give no verdict.

    >>> trend = share_trend([5, 6, 8, 9, 11, 12, 14, 15], [100] * 8)
    >>> round(trend.change.value, 3), trend.p_value < 0.05
    (0.103, True)
    >>> share_trend([1, 2], [10, 10]).change.verdict
    <Verdict.INSUFFICIENT: 'insufficient'>
    """
    k, n = np.asarray(successes, dtype=float), np.asarray(totals, dtype=float)
    week = np.flatnonzero(n > 0)
    k, n = k[week], n[week]
    heard = int(n.sum())
    if week.size < MINIMUM_WEEKS or k.sum() == 0:
        return Trend(insufficient(heard, "trend-wls-hac", level=level), math.nan)
    slope, error = _slope(week.astype(float), k, n)
    span, degrees = float(week[-1] - week[0]), week.size - 2
    half = t_value(level, degrees) * error * span
    change = Estimate(slope * span, slope * span - half, slope * span + half, heard, "trend-wls-hac", level)
    return Trend(change, t_p_value(slope / error, degrees))


def _slope(week: NDArray[np.float64], k: NDArray[np.float64], n: NDArray[np.float64]) -> tuple[float, float]:
    share, weight = k / n, n / n.sum()
    centred = week - float(np.sum(weight * week))
    spread = float(np.sum(weight * centred**2))
    slope = float(np.sum(weight * centred * share)) / spread
    residual = share - float(np.sum(weight * share)) - slope * centred
    pooled = (k.sum() + 1) / (n.sum() + 2)
    binomial = pooled * (1 - pooled) / n.sum() / spread
    dispersed = float(np.sum(weight * residual**2)) / (week.size - 2) / spread
    robust = _newey_west(weight * centred * residual) * week.size / (week.size - 2) / spread**2
    return slope, math.sqrt(max(binomial, dispersed, robust))


def _newey_west(scores: NDArray[np.float64]) -> float:
    lags = int(4 * (scores.size / 100) ** (2 / 9))
    total = float(np.sum(scores**2))
    for lag in range(1, lags + 1):
        total += 2 * (1 - lag / (lags + 1)) * float(np.sum(scores[lag:] * scores[:-lag]))
    return max(total, 0.0)
