"""The false discovery rate over a family of tests shown together (Benjamini & Hochberg 1995)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def benjamini_hochberg(p_values: ArrayLike, *, alpha: float = 0.05) -> NDArray[np.bool_]:
    """Return which tests are rejected: all up to the largest k with p(k) ≤ k·α/m.

    NaN marks a test that could not be made; it is never rejected and not counted in m.

    >>> benjamini_hochberg([0.01, 0.04, 0.03, 0.5]).tolist()
    [True, False, False, False]
    """
    return np.nan_to_num(adjusted_p_values(p_values), nan=2.0) <= alpha


def adjusted_p_values(p_values: ArrayLike) -> NDArray[np.float64]:
    """Return the smallest α at which each test would be rejected, NaN where there was no test.

    >>> [round(float(q), 4) for q in adjusted_p_values([0.01, 0.04, 0.03, 0.5])]
    [0.04, 0.0533, 0.0533, 0.5]
    """
    p = np.asarray(p_values, dtype=float)
    result = np.full(p.shape, np.nan)
    made = np.flatnonzero(~np.isnan(p))
    if made.size == 0:
        return result
    order = made[np.argsort(p[made], kind="stable")]
    scaled = p[order] * made.size / np.arange(1, made.size + 1)
    result[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return result
