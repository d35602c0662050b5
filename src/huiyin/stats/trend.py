"""Does the share of customers who mention an issue change over the weeks?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.quantile import t_p_value, t_value, z_p_value, z_value

MINIMUM_WEEKS = 6
MOST_CORRELATION = 0.9
METHOD = "trend-wls"


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


@dataclass(frozen=True, slots=True)
class _Line:
    slope: float
    binomial_error: float
    dispersed_error: float
    degrees: int


def share_trend(successes: ArrayLike, totals: ArrayLike, *, level: float = 0.95) -> Trend:
    """Return the change of `successes / totals` over consecutive weeks, both of shape (weeks,).

    A line by least squares weighted with the customers heard each week. Its interval is the wider of the
    binomial one and the over-dispersed one, the latter widened for autocorrelation by (1 + r)/(1 − r) with
    the residuals' lag-one correlation r, corrected by 2/weeks for its bias towards zero (Bartlett 1946), so
    that bursts and carried-over talk do not pass for evidence. Weeks without customers are left out; n counts
    customers week by week. Fewer than six weeks give no verdict.

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
        return Trend(insufficient(heard, METHOD, level=level), math.nan)
    line = _line(week.astype(float), k, n)
    span = float(week[-1] - week[0])
    half = span * max(
        z_value(level) * line.binomial_error, t_value(level, line.degrees) * line.dispersed_error
    )
    value = line.slope * span
    return Trend(Estimate(value, value - half, value + half, heard, METHOD, level), _p_value(line))


def _line(week: NDArray[np.float64], k: NDArray[np.float64], n: NDArray[np.float64]) -> _Line:
    share, weight = k / n, n / n.sum()
    centred = week - float(np.sum(weight * week))
    spread = float(np.sum(weight * centred**2))
    slope = float(np.sum(weight * centred * share)) / spread
    residual = np.sqrt(weight) * (share - float(np.sum(weight * share)) - slope * centred)
    pooled = (k.sum() + 1) / (n.sum() + 2)
    binomial = pooled * (1 - pooled) / n.sum() / spread
    dispersed = float(np.sum(residual**2)) / (week.size - 2) / spread * _carried(residual)
    return _Line(slope, math.sqrt(binomial), math.sqrt(dispersed), week.size - 2)


def _carried(residual: NDArray[np.float64]) -> float:
    """Return by how much autocorrelation inflates a variance, at least one."""
    power = float(np.sum(residual**2))
    if power == 0:
        return 1.0
    raw = float(np.sum(residual[1:] * residual[:-1])) / power
    correlation = min(max(raw + 2 / residual.size, 0.0), MOST_CORRELATION)
    return (1 + correlation) / (1 - correlation)


def _p_value(line: _Line) -> float:
    binomial = z_p_value(line.slope / line.binomial_error)
    if line.dispersed_error == 0:
        return binomial
    return max(binomial, t_p_value(line.slope / line.dispersed_error, line.degrees))
