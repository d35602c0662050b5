"""Least squares with customers as clusters (Liang & Zeger 1986), for effects that are read one by one."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.quantile import t_value


@dataclass(frozen=True, slots=True)
class Fit:
    """Coefficients, shape (k,), their covariance, (k, k), the number of clusters, and the share explained."""

    coefficients: NDArray[np.float64]
    covariance: NDArray[np.float64]
    clusters: int
    r_squared: float

    def combined(self, weights: ArrayLike, *, n: int | None = None, level: float = 0.95) -> Estimate:
        """Return Σ weights·coefficients with its interval; `n` is the evidence to report, the clusters if left out."""
        w = np.asarray(weights, dtype=float)
        variance = float(w @ self.covariance @ w)
        count = self.clusters if n is None else n
        if self.clusters < 2 or not math.isfinite(variance):
            return insufficient(count, "ols-cluster", level=level)
        value = float(w @ self.coefficients)
        half = t_value(level, self.clusters - 1) * math.sqrt(max(variance, 0.0))
        return Estimate(value, value - half, value + half, count, "ols-cluster", level)


def cluster_regression(outcome: ArrayLike, design: ArrayLike, clusters: ArrayLike) -> Fit:
    """Regress `outcome`, shape (n,), on `design`, (n, k), with the CR1 covariance over `clusters`, (n,).

    The design holds its own constant. Raises ValueError when there are not more rows than columns.

    >>> fit = cluster_regression([1, 2, 3, 4.5], np.column_stack([np.ones(4), [0, 1, 2, 3]]), [1, 2, 3, 4])
    >>> [round(float(b), 2) for b in fit.coefficients]
    [0.9, 1.15]
    """
    y, x = np.asarray(outcome, dtype=float), np.asarray(design, dtype=float)
    n, k = x.shape
    if n <= k:
        raise ValueError(f"{n} rows cannot carry {k} coefficients")
    _, codes = np.unique(np.asarray(clusters), return_inverse=True)
    groups = int(codes.max()) + 1
    bread = np.linalg.pinv(x.T @ x)
    coefficients = bread @ (x.T @ y)
    residual = y - x @ coefficients
    scores = np.zeros((groups, k))
    np.add.at(scores, codes, x * residual[:, None])
    correction = groups / max(groups - 1, 1) * (n - 1) / (n - k)
    covariance = correction * bread @ (scores.T @ scores) @ bread
    total = float(np.sum((y - y.mean()) ** 2))
    explained = 1 - float(residual @ residual) / total if total > 0 else 0.0
    return Fit(coefficients, covariance, groups, explained)
