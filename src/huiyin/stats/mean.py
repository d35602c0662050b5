"""Means with intervals: Student's, and a score interval for values that cannot leave 0..1."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.quantile import t_value
from huiyin.stats.wilson import wilson_bounds


def mean_interval(values: ArrayLike, *, level: float = 0.95) -> Estimate:
    """Return the mean of independent values, shape (n,), with Student's interval.

    >>> e = mean_interval([4, 5, 6, 5, 4, 6, 5])
    >>> round(e.value, 2), round(e.low, 3), round(e.high, 3)
    (5.0, 4.245, 5.755)
    """
    array = np.asarray(values, dtype=float)
    if array.size < 2:
        return insufficient(int(array.size), "t", level=level)
    return moments_interval(float(array.mean()), float(array.var(ddof=1)), int(array.size), level=level)


def moments_interval(mean: float, variance: float, n: int, *, level: float = 0.95) -> Estimate:
    """Return Student's interval from the sample mean and sample variance (ddof 1) of `n` values."""
    if n < 2:
        return insufficient(n, "t", level=level)
    half = t_value(level, n - 1) * math.sqrt(max(variance, 0.0) / n)
    return Estimate(mean, mean - half, mean + half, n, "t", level)


def bounded_mean(mean: float | None, variance: float | None, n: int, *, level: float = 0.95) -> Estimate:
    """Return the mean of `n` values known to lie in 0..1 with an interval that stays there.

    Wilson's interval over the effective number of yes/no answers that would have the same variance,
    with Student's critical value; it keeps a width when all values agree, where Student's collapses.

    >>> e = bounded_mean(1.0, 0.0, 20)
    >>> round(e.low, 4), e.high
    (0.8203, 1.0)
    >>> e = bounded_mean(0.5, 0.04, 100)
    >>> round(e.low, 3), round(e.high, 3)
    (0.46, 0.54)
    """
    method = "wilson-mean"
    if mean is None or n < 1:
        return insufficient(max(n, 0), method, level=level)
    if n == 1:
        return Estimate(mean, 0.0, 1.0, n, method, level)
    share = min(max(mean, 0.0), 1.0)
    low, high = wilson_bounds(share, _effective_n(share, variance, n), t_value(level, n - 1))
    return Estimate(share, min(low, share), max(high, share), n, method, level)


def _effective_n(share: float, variance: float | None, n: int) -> float:
    binary = share * (1 - share)
    if not variance or variance <= 0 or binary <= 0:
        return float(n)
    return max(n * binary / variance, 1.0)
