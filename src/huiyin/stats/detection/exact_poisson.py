"""A count against a known rate: the exact Poisson tail."""

from __future__ import annotations

from huiyin.stats.detection.surprise import Surprise
from huiyin.stats.poisson import poisson_tail


def exact_poisson(observed: int, expected: float, *, level: float = 0.95) -> Surprise:
    """Return how surprising `observed` is where `expected` events were due; the band holds `level` of them.

    >>> found = exact_poisson(12, 5)
    >>> round(found.p_value, 5), found.low, found.high
    (0.00545, 1.0, 10.0)
    """
    # scipy.stats costs a fifth of a second to import; few commands need it.
    from scipy.stats import poisson

    low, high = poisson.interval(level, expected)
    return Surprise(observed, expected, float(low), float(high), poisson_tail(observed, expected), level)
