"""Two-sided critical values, from scipy.special because scipy.stats costs half a second to import."""

from __future__ import annotations

import math

from scipy import special


def z_value(level: float = 0.95) -> float:
    """Return the normal critical value of a two-sided interval.

    >>> round(z_value(0.95), 4)
    1.96
    """
    return float(special.ndtri(0.5 + level / 2))


def t_value(level: float, degrees: float) -> float:
    """Return Student's critical value of a two-sided interval; infinite degrees are the normal's.

    >>> round(t_value(0.95, 10), 3)
    2.228
    """
    return z_value(level) if math.isinf(degrees) else float(special.stdtrit(degrees, 0.5 + level / 2))


def t_p_value(statistic: float, degrees: float) -> float:
    """Return the two-sided p-value of a t statistic.

    >>> round(t_p_value(2.228, 10), 3)
    0.05
    """
    return z_p_value(statistic) if math.isinf(degrees) else float(2 * special.stdtr(degrees, -abs(statistic)))


def z_p_value(statistic: float) -> float:
    """Return the two-sided p-value of a normal statistic.

    >>> round(z_p_value(1.96), 3)
    0.05
    """
    return float(2 * special.ndtr(-abs(statistic)))
