"""How unevenly something is shared out among a few, such as the talk at a table."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike


def gini(amounts: ArrayLike) -> float:
    """Return Gini's coefficient (1912): 0 when all have the same, 1 − 1/k when one of k has everything.

    >>> gini([1, 1, 1, 1]), gini([0, 0, 0, 8])
    (0.0, 0.75)
    """
    x = np.sort(np.asarray(amounts, dtype=float))
    total = float(x.sum())
    if x.size == 0 or total == 0:
        return 0.0
    ranks = np.arange(1, x.size + 1)
    return float(2 * np.sum(ranks * x) / (x.size * total) - (x.size + 1) / x.size)


def evenness(amounts: ArrayLike) -> float:
    """Return Shannon's entropy of the shares over its highest value (Pielou 1966): 1 is even, 0 one alone.

    >>> round(evenness([5, 5, 5]), 3), evenness([9, 0, 0])
    (1.0, 0.0)
    """
    x = np.asarray(amounts, dtype=float)
    if x.size < 2 or x.sum() == 0:
        return 0.0
    p = x[x > 0] / x.sum()
    return abs(float(-np.sum(p * np.log(p)))) / math.log(x.size)
