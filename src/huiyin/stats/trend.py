"""Does the share of customers who mention an issue change over the weeks?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.moderation import FEWEST_SERIES, squeeze_variances
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
    dispersion: float
    correlation: float


@dataclass(frozen=True, slots=True)
class _Noise:
    dispersion: float
    degrees: float


def share_trend(successes: ArrayLike, totals: ArrayLike, *, level: float = 0.95) -> Trend:
    """Return the change of `successes / totals` over consecutive weeks, both of shape (weeks,).

    >>> trend = share_trend([5, 6, 8, 9, 11, 12, 14, 15], [100] * 8)
    >>> round(trend.change.value, 3), trend.p_value < 0.05
    (0.103, True)
    >>> share_trend([1, 2], [10, 10]).change.verdict
    <Verdict.INSUFFICIENT: 'insufficient'>
    """
    return share_trends([successes], totals, level=level)[0]


def share_trends(family: Sequence[ArrayLike], totals: ArrayLike, *, level: float = 0.95) -> list[Trend]:
    """Return the change of each series of `family` over the same weeks; all series and `totals` have shape (weeks,).

    Each is a line by least squares weighted with the customers heard each week. Its interval is the wider of the
    binomial one and the over-dispersed one. The dispersion is widened for autocorrelation by (1 + r)/(1 − r) with
    the residuals' lag-one correlation r, corrected by 2/weeks for its bias towards zero (Bartlett 1946), so that
    bursts and carried-over talk do not pass for evidence. Five or more series share their r and what they say about
    their dispersion (Smyth 2004), which a dozen weeks alone tell only vaguely. Weeks without customers are left out; n counts
    customers week by week. Fewer than six weeks, or a series of zeros, give no verdict.
    """
    n = np.asarray(totals, dtype=float)
    week = np.flatnonzero(n > 0)
    n, heard = n[week], int(n.sum())
    counts = [np.asarray(series, dtype=float)[week] for series in family]
    if week.size < MINIMUM_WEEKS:
        return [_untested(heard, level) for _ in counts]
    lines = [_line(week.astype(float), k, n) if k.sum() > 0 else None for k in counts]
    noises = iter(_noises([line for line in lines if line], week.size))
    span = float(week[-1] - week[0])
    return [
        _trend(line, next(noises), span, heard, level) if line else _untested(heard, level) for line in lines
    ]


def _untested(heard: int, level: float) -> Trend:
    return Trend(insufficient(heard, METHOD, level=level), math.nan)


def _trend(line: _Line, noise: _Noise, span: float, heard: int, level: float) -> Trend:
    binomial = line.binomial_error
    dispersed = binomial * math.sqrt(noise.dispersion)
    half = span * max(z_value(level) * binomial, t_value(level, noise.degrees) * dispersed)
    value = line.slope * span
    p_value = z_p_value(line.slope / binomial)
    if dispersed > 0:
        p_value = max(p_value, t_p_value(line.slope / dispersed, noise.degrees))
    return Trend(Estimate(value, value - half, value + half, heard, METHOD, level), p_value)


def _noises(lines: Sequence[_Line], weeks: int) -> list[_Noise]:
    """Return what the family as a whole says about each series' noise.

    A dozen weeks say next to nothing about one series' autocorrelation, so a family has a common one.
    """
    correlations = [line.correlation + 2 / weeks for line in lines]
    if len(lines) >= FEWEST_SERIES:
        correlations = [float(np.mean(correlations))] * len(lines)
    dispersions = [line.dispersion * _carried(r) for line, r in zip(lines, correlations, strict=True)]
    squeezed, degrees = squeeze_variances(dispersions, weeks - 2)
    return [_Noise(float(v), float(d)) for v, d in zip(squeezed, degrees, strict=True)]


def _carried(correlation: float) -> float:
    """Return by how much autocorrelation inflates a variance, at least one."""
    r = min(max(correlation, 0.0), MOST_CORRELATION)
    return (1 + r) / (1 - r)


def _line(week: NDArray[np.float64], k: NDArray[np.float64], n: NDArray[np.float64]) -> _Line:
    """Fit the line; the dispersion is the residual variance in units of the binomial one."""
    share, weight = k / n, n / n.sum()
    centred = week - float(np.sum(weight * week))
    spread = float(np.sum(weight * centred**2))
    slope = float(np.sum(weight * centred * share)) / spread
    residual = np.sqrt(weight) * (share - float(np.sum(weight * share)) - slope * centred)
    pooled = (k.sum() + 1) / (n.sum() + 2)
    binomial = pooled * (1 - pooled) / n.sum()
    power = float(np.sum(residual**2))
    correlation = float(np.sum(residual[1:] * residual[:-1])) / power if power > 0 else 0.0
    return _Line(slope, math.sqrt(binomial / spread), power / (week.size - 2) / binomial, correlation)
