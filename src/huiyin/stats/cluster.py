"""The mean of messages when one customer speaks many times: clusters are what is independent."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.quantile import t_value

Statistic = Callable[[NDArray[np.float64]], float]


def cluster_mean(values: ArrayLike, clusters: ArrayLike, *, level: float = 0.95) -> Estimate:
    """Return the mean of `values`, shape (m,), with a cluster-robust (CR1) Student interval.

    `clusters`, shape (m,), names the customer of each value; n is the number of customers
    (Liang & Zeger 1986; Cameron & Miller 2015).

    >>> e = cluster_mean([1, 1, 1, 0, 0, 1], ["a", "a", "a", "b", "c", "d"])
    >>> round(e.value, 3), e.n, round(e.high - e.low, 3)
    (0.667, 4, 1.732)
    """
    array = np.asarray(values, dtype=float)
    _, codes = np.unique(np.asarray(clusters), return_inverse=True)
    count = int(codes.max()) + 1 if array.size else 0
    if count < 2:
        return insufficient(count, "cluster-robust", level=level)
    mean = float(array.mean())
    sums = np.bincount(codes, weights=array - mean, minlength=count)
    correction = count / (count - 1)
    error = float(np.sqrt(correction * np.sum(sums**2))) / array.size
    half = t_value(level, count - 1) * error
    return Estimate(mean, mean - half, mean + half, count, "cluster-robust", level)


def cluster_bootstrap(
    values: ArrayLike,
    clusters: ArrayLike,
    statistic: Statistic,
    *,
    rng: np.random.Generator,
    draws: int = 1000,
    level: float = 0.95,
) -> Estimate:
    """Return `statistic(values)` with a percentile interval over resampled customers (Davison & Hinkley 1997).

    `values` has shape (m,) or (m, k); whole customers are drawn with replacement, so what one customer
    said stays together.

    >>> e = cluster_bootstrap([1, 1, 0, 0, 1, 0], [1, 1, 2, 3, 4, 5], np.mean, rng=np.random.default_rng(1))
    >>> e.value, e.n, e.low < 0.5 < e.high
    (0.5, 5, True)
    """
    array = np.asarray(values, dtype=float)
    _, codes = np.unique(np.asarray(clusters), return_inverse=True)
    count = int(codes.max()) + 1 if len(array) else 0
    if count < 2:
        return insufficient(count, "cluster-bootstrap", level=level)
    order = np.argsort(codes, kind="stable")
    members = np.split(order, np.cumsum(np.bincount(codes))[:-1])
    results = [
        statistic(array[np.concatenate([members[c] for c in rng.integers(0, count, count)])])
        for _ in range(draws)
    ]
    low, high = np.quantile(results, [0.5 - level / 2, 0.5 + level / 2])
    return Estimate(float(statistic(array)), float(low), float(high), count, "cluster-bootstrap", level)
