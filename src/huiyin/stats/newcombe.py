"""The difference of two independent shares (Newcombe 1998, method 10)."""

from __future__ import annotations

import math

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.quantile import z_p_value, z_value
from huiyin.stats.wilson import wilson


def newcombe(
    successes: float, n: int, previous_successes: float, previous_n: int, *, level: float = 0.95
) -> Estimate:
    """Return share − previous share with Newcombe's hybrid score interval, in −1..1; n is the smaller sample.

    Newcombe's own example, 56/70 against 48/80:

    >>> e = newcombe(56, 70, 48, 80)
    >>> round(e.value, 4), round(e.low, 4), round(e.high, 4)
    (0.2, 0.0524, 0.3339)
    """
    now, before = wilson(successes, n, level=level), wilson(previous_successes, previous_n, level=level)
    return difference(now, before, method="newcombe")


def difference(
    now: Estimate, before: Estimate, *, method: str = "mover", correlation: float = 0.0
) -> Estimate:
    """Return now − before from two separate intervals by variance recovery (MOVER, Zou & Donner 2008).

    `correlation` is that of the two estimates, where the same people stand behind both.

    >>> a, b = Estimate(5.0, 4.0, 6.0, 40, "t"), Estimate(3.0, 2.0, 4.0, 50, "t")
    >>> round(difference(a, b).low, 4), difference(a, b).n
    (0.5858, 40)
    >>> round(difference(a, b, correlation=0.5).low, 4)
    1.0
    """
    n = min(now.n, before.n)
    bounds = (now.value, now.low, now.high, before.value, before.low, before.high)
    if any(b is None for b in bounds):
        return insufficient(n, method, level=now.level)
    v1, l1, h1, v2, l2, h2 = (float(b) for b in bounds if b is not None)
    low = (v1 - v2) - _reach(v1 - l1, h2 - v2, correlation)
    high = (v1 - v2) + _reach(h1 - v1, v2 - l2, correlation)
    return Estimate(v1 - v2, low, high, n, method, now.level)


def _reach(one: float, other: float, correlation: float) -> float:
    return math.sqrt(max(one * one + other * other - 2 * correlation * one * other, 0.0))


def p_value_of(difference: Estimate) -> float:
    """Return the two-sided p-value of the test that the interval of a difference inverts.

    The bound nearer to zero tells the error on that side. Raises ValueError without an interval.

    >>> round(p_value_of(Estimate(1.96, 0.0, 3.92, 50, "normal")), 3)
    0.05
    """
    value, low, high = difference.value, difference.low, difference.high
    if value is None or low is None or high is None:
        raise ValueError("a difference without an interval has no p-value")
    reach = value - low if value > 0 else high - value
    if reach <= 0:
        return 1.0
    return z_p_value(abs(value) / (reach / z_value(difference.level)))
