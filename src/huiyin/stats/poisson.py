"""Counts of events: exact tail, exact interval, and the change between two periods."""

from __future__ import annotations

import math

from scipy import special

from huiyin.stats.estimate import Estimate
from huiyin.stats.quantile import z_value


def poisson_tail(observed: int, expected: float) -> float:
    """Return P(X ≥ observed) for a Poisson count.

    >>> round(poisson_tail(12, 5), 5)
    0.00545
    """
    return 1.0 if observed <= 0 else float(special.gammainc(observed, expected))


def poisson_count(count: int, *, level: float = 0.95) -> Estimate:
    """Return a count with the exact interval of its rate (Garwood 1936).

    >>> e = poisson_count(10)
    >>> round(e.low, 3), round(e.high, 3)
    (4.795, 18.39)
    """
    tail = 0.5 - level / 2
    low = float(special.gammaincinv(count, tail)) if count else 0.0
    high = float(special.gammaincinv(count + 1, 1 - tail))
    return Estimate(float(count), low, high, count, "poisson", level)


def poisson_change(count: int, previous: int, *, level: float = 0.95) -> Estimate:
    """Return count − previous over two periods of equal length; n is the events seen in both.

    >>> e = poisson_change(120, 80)
    >>> e.value, round(e.low, 1), round(e.high, 1)
    (40.0, 12.3, 67.7)
    """
    value = float(count - previous)
    half = z_value(level) * math.sqrt(max(count + previous, 1))
    return Estimate(value, value - half, value + half, count + previous, "poisson-difference", level)
