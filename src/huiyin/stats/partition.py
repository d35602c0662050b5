"""Dividing rows into groups that hold when the data are drawn again: k-means with its stability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.cluster.vq import kmeans2
from scipy.spatial.distance import cdist

from huiyin.stats.estimate import Estimate

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]
STARTS = 4
# From here on two divisions count as the same one (Steinley 2004: .90 excellent recovery).
STABLE = 0.9


@dataclass(frozen=True, slots=True)
class Partition:
    """Labels, shape (n,), centres, (k, d), and how alike the divisions of redrawn data are (mean adjusted Rand).

    `tried` has the stability of every number of groups that was looked at.
    """

    labels: Labels
    centres: Floats
    stability: Estimate
    tried: tuple[tuple[int, Estimate], ...]


def partition(
    rows: ArrayLike, sizes: Sequence[int], *, redraws: int = 12, seed: int = 7, largest: int = 3_000
) -> Partition:
    """Divide `rows`, shape (n, d), into the largest number of groups of `sizes` that is stable, else the most stable.

    Each number is judged by bootstrap (Hennig 2007): divide a redrawn sample, put all rows to the nearest of its
    centres, compare with the division of the data by the adjusted Rand index. At most `largest` rows are looked at
    for judging. Raises ValueError where there are fewer rows than groups.

    >>> rng = np.random.default_rng(1)
    >>> blobs = np.concatenate([rng.normal(centre, 0.2, (60, 2)) for centre in (0, 3, 6)])
    >>> found = partition(blobs, (2, 3, 4), redraws=5)
    >>> len(found.centres), round(found.stability.value, 2)
    (3, 1.0)
    """
    x = np.asarray(rows, dtype=float)
    if len(x) < max(sizes):
        raise ValueError(f"{len(x)} rows make no {max(sizes)} groups")
    rng = np.random.default_rng(seed)
    judged = x if len(x) <= largest else x[rng.choice(len(x), largest, replace=False)]
    tried = []
    for size in sizes:
        centres = _divide(judged, size, rng)
        tried.append((size, centres, _stability(judged, centres, redraws, rng)))
    stable = [each for each in tried if (each[2].value or 0.0) >= STABLE]
    chosen = (
        max(stable, key=lambda each: each[0]) if stable else max(tried, key=lambda each: each[2].value or 0.0)
    )
    scores = tuple((size, estimate) for size, _, estimate in tried)
    return Partition(nearest(x, chosen[1]), chosen[1], chosen[2], scores)


def nearest(rows: Floats, centres: Floats) -> Labels:
    """Return the nearest centre of each row, shape (n,)."""
    return np.asarray(np.argmin(cdist(rows, centres, "sqeuclidean"), axis=1), dtype=np.int64)


def adjusted_rand(one: ArrayLike, other: ArrayLike) -> float:
    """Return how alike two labellings are, 1 the same, 0 as by chance (Hubert & Arabie 1985).

    >>> adjusted_rand([0, 0, 1, 1], [5, 5, 3, 3]), round(adjusted_rand([0, 0, 1, 1], [0, 1, 0, 1]), 6)
    (1.0, -0.5)
    """
    _, a = np.unique(np.asarray(one), return_inverse=True)
    _, b = np.unique(np.asarray(other), return_inverse=True)
    table = np.zeros((a.max() + 1, b.max() + 1))
    np.add.at(table, (a, b), 1)
    pairs = _pairs(table).sum()
    rows, columns = _pairs(table.sum(axis=1)).sum(), _pairs(table.sum(axis=0)).sum()
    chance = rows * columns / max(_pairs(np.array([float(len(a))]))[0], 1.0)
    most = (rows + columns) / 2
    return float((pairs - chance) / (most - chance)) if most != chance else 1.0


def _stability(x: Floats, centres: Floats, redraws: int, rng: np.random.Generator) -> Estimate:
    labels = nearest(x, centres)
    alike = []
    for _ in range(redraws):
        sample = x[rng.integers(0, len(x), len(x))]
        alike.append(adjusted_rand(labels, nearest(x, _divide(sample, len(centres), rng))))
    low, high = np.quantile(alike, [0.025, 0.975])
    return Estimate(float(np.mean(alike)), float(low), float(high), len(x), "bootstrap-rand")


def _divide(x: Floats, size: int, rng: np.random.Generator) -> Floats:
    """The best of several starts by the sum of squares within."""
    found = [kmeans2(x, size, minit="++", rng=rng, iter=30, missing="warn")[0] for _ in range(STARTS)]
    return np.asarray(min(found, key=lambda centres: cdist(x, centres, "sqeuclidean").min(axis=1).sum()))


def _pairs(counts: Floats) -> Floats:
    return counts * (counts - 1) / 2
