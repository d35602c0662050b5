"""The score interval of a share (Wilson 1927)."""

from __future__ import annotations

import math

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.quantile import z_value


def wilson(successes: float, n: int, *, level: float = 0.95) -> Estimate:
    """Return the share `successes / n` with Wilson's interval, in 0..1.

    >>> [round(v, 4) for v in wilson_bounds(0.1, 100, z_value())]
    [0.0552, 0.1744]
    >>> [round(v, 4) for v in wilson_bounds(0.0, 20, z_value())]
    [0.0, 0.1611]
    >>> [round(v, 4) for v in wilson_bounds(0.3, 10, z_value())]
    [0.1078, 0.6032]
    >>> wilson(0, 0).verdict
    <Verdict.INSUFFICIENT: 'insufficient'>

    Raises ValueError when `successes` lies outside 0..n.
    """
    if not 0 <= successes <= n:
        raise ValueError(f"successes {successes} must lie in 0..{n}")
    if n == 0:
        return insufficient(0, "wilson", level=level)
    share = successes / n
    low, high = wilson_bounds(share, n, z_value(level))
    return Estimate(share, low, high, n, "wilson", level)


def wilson_bounds(share: float, n: float, z: float) -> tuple[float, float]:
    """Return the two bounds for a share over `n` (possibly effective, fractional) units."""
    spread = z * math.sqrt(max(share * (1 - share), 0.0) / n + z * z / (4 * n * n))
    centre = share + z * z / (2 * n)
    scale = 1 + z * z / n
    low = 0.0 if share <= 0 else max((centre - spread) / scale, 0.0)
    high = 1.0 if share >= 1 else min((centre + spread) / scale, 1.0)
    return low, high
