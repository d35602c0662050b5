"""CUSUM of counts around a moving expectation (Lucas 1985; Höhle & Paul 2008)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray


def cusum(counts: ArrayLike, expected: ArrayLike, *, ratio: float = 2.0) -> NDArray[np.float64]:
    """Return the running evidence, in nats, that the rate is `ratio` times the expected one; shapes (n,).

    S(t) = max(0, S(t−1) + y·ln ratio − μ·(ratio − 1)): the log-likelihood ratio, restarted at zero. It sees a
    small lasting rise that no single step shows. Raises ValueError unless ratio > 1.

    >>> [round(float(each), 2) for each in cusum([5, 5, 10, 10], [5, 5, 5, 5])]
    [0.0, 0.0, 1.93, 3.86]
    """
    if ratio <= 1:
        raise ValueError("ratio must be above 1")
    y, mu = np.asarray(counts, dtype=float), np.asarray(expected, dtype=float)
    steps = y * math.log(ratio) - mu * (ratio - 1)
    sums = np.empty_like(steps)
    total = 0.0
    for place, step in enumerate(steps.tolist()):
        total = max(0.0, total + step)
        sums[place] = total
    return sums


def onset(sums: ArrayLike) -> int | None:
    """Return the step at which the present run of evidence began, None when there is none.

    >>> onset([0.0, 1.0, 0.0, 0.5, 2.0])
    3
    """
    s = np.asarray(sums, dtype=float)
    if s.size == 0 or s[-1] <= 0:
        return None
    zeros = np.flatnonzero(s <= 0)
    return int(zeros[-1]) + 1 if zeros.size else 0
