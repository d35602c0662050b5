"""A trend without a model: does the series rise more often than it falls?"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from huiyin.stats.quantile import z_p_value


@dataclass(frozen=True, slots=True)
class MannKendall:
    """Kendall's S, its continuity-corrected z and p, and Sen's slope per step."""

    s: int
    z: float
    p_value: float
    slope: float


def mann_kendall(values: ArrayLike) -> MannKendall:
    """Return the Mann–Kendall test of a series, shape (n,), corrected for ties (Mann 1945, Kendall 1975).

    Sen's slope is the median of all pairwise slopes (Sen 1968). Assumes no autocorrelation.

    >>> result = mann_kendall([1, 2, 3, 4, 5, 6, 7, 8])
    >>> result.s, round(result.z, 3), result.slope
    (28, 3.34, 1.0)
    """
    x = np.asarray(values, dtype=float)
    n = x.size
    if n < 3:
        return MannKendall(0, 0.0, 1.0, 0.0)
    early, late = np.triu_indices(n, k=1)
    gaps = x[late] - x[early]
    s = int(np.sign(gaps).sum())
    _, ties = np.unique(x, return_counts=True)
    variance = (n * (n - 1) * (2 * n + 5) - float(np.sum(ties * (ties - 1) * (2 * ties + 5)))) / 18
    z = 0.0 if variance <= 0 else (s - math.copysign(1, s)) / math.sqrt(variance) if s else 0.0
    return MannKendall(s, z, z_p_value(z), float(np.median(gaps / (late - early))))
