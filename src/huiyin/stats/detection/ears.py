"""EARS: the early aberration reporting system's three rules (Hutwagner et al. 2003; Fricker 2013)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

_BASELINE = 7
_LAG = 2
# A flat baseline has no spread; half an event keeps one voice from being infinitely unusual.
_LEAST_SPREAD = 0.5


def ears_c1(counts: ArrayLike) -> NDArray[np.float64]:
    """Return z of every count against the seven before it, shape (n,); NaN while there are fewer.

    The spread is the sample standard deviation (n − 1). An alarm is z > 3.

    >>> round(float(ears_c1([4, 5, 6, 5, 4, 6, 5, 12])[-1]), 2)
    8.57
    """
    return _scores(counts, lag=0)


def ears_c2(counts: ArrayLike) -> NDArray[np.float64]:
    """Return z against the seven counts that end two steps earlier, so that an outbreak's own start stays out.

    >>> round(float(ears_c2([4, 5, 6, 5, 4, 6, 5, 9, 11, 12])[-1]), 2)
    8.57
    """
    return _scores(counts, lag=_LAG)


def ears_c3(counts: ArrayLike) -> NDArray[np.float64]:
    """Return the sum over three steps of what C2 exceeds one by; an alarm is a sum above 2.

    Steps on which C2 itself alarmed do not add to later sums.

    >>> [round(float(each), 2) for each in ears_c3([4, 5, 6, 5, 4, 6, 5, 7, 7, 7])[-1:]]
    [1.45]
    """
    z = ears_c2(counts)
    above = np.maximum(np.nan_to_num(z, nan=0.0) - 1, 0)
    quiet = np.where(np.nan_to_num(z, nan=0.0) > 3, 0.0, above)
    sums = above.copy()
    for back in (1, 2):
        sums[back:] += quiet[:-back]
    return np.where(np.isnan(z), np.nan, sums)


def _scores(counts: ArrayLike, *, lag: int) -> NDArray[np.float64]:
    x = np.asarray(counts, dtype=float)
    result = np.full(x.shape, np.nan)
    first = _BASELINE + lag
    if x.size <= first:
        return result
    baselines = np.lib.stride_tricks.sliding_window_view(x, _BASELINE)[: x.size - first]
    spread = np.maximum(baselines.std(axis=1, ddof=1), _LEAST_SPREAD)
    result[first:] = (x[first:] - baselines.mean(axis=1)) / spread
    return result
