"""How many answers a survey needs."""

from __future__ import annotations

import math

from huiyin.stats.quantile import z_value


def sample_size(
    margin: float, *, share: float = 0.5, population: int | None = None, level: float = 0.95
) -> int:
    """Return n = z²p(1−p)/e² for a half-width `margin`, corrected for a finite population (Cochran 1977).

    >>> sample_size(0.05)
    385
    >>> sample_size(0.05, population=1000)
    278

    Raises ValueError when `margin` is not positive.
    """
    if margin <= 0:
        raise ValueError("margin must be positive")
    n = z_value(level) ** 2 * share * (1 - share) / margin**2
    if population is not None:
        n = n / (1 + (n - 1) / population)
    return math.ceil(n - 1e-9)
