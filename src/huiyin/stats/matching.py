"""Precision, recall and F1 of what was found against what was wanted, with intervals from redrawn clusters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.typing import ArrayLike

from huiyin.stats.estimate import Estimate, insufficient

METHOD = "cluster-bootstrap"
Counts = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Matching:
    """Three readings of the same matches; `n` of precision counts what was found, of recall and F1 what was wanted."""

    precision: Estimate
    recall: Estimate
    f1: Estimate


def matching(
    counts: ArrayLike,
    clusters: ArrayLike,
    *,
    rng: np.random.Generator,
    draws: int = 1000,
    level: float = 0.95,
) -> Matching:
    """Return the matching of units with percentile intervals over redrawn clusters (Davison & Hinkley 1997).

    `counts` has shape (units, 4): found ones that are right, wanted ones that were found, found, wanted. The first two
    differ where one found thing may meet several wanted ones.

    >>> whole = matching([[1, 1, 1, 1], [0, 0, 1, 0], [1, 1, 1, 2]], [0, 1, 2], rng=np.random.default_rng(1))
    >>> round(whole.precision.value, 2), round(whole.recall.value, 2), whole.recall.n
    (0.67, 0.67, 3)
    """
    table = np.asarray(counts, dtype=np.float64).reshape(-1, 4)
    _, codes = np.unique(np.asarray(clusters), return_inverse=True)
    size = int(codes.max()) + 1 if len(table) else 0
    found, wanted = (int(table[:, column].sum()) for column in (2, 3))
    if size < 2 or not found + wanted:
        none = insufficient(wanted, METHOD, level=level)
        return Matching(insufficient(found, METHOD, level=level), none, none)
    sums = np.stack([np.bincount(codes, weights=column, minlength=size) for column in table.T], axis=1)
    times = rng.multinomial(size, np.full(size, 1 / size), size=draws).astype(np.float64)
    redrawn = times @ sums
    values, spread = _measures(table.sum(axis=0)[None]), _measures(redrawn)
    lows, highs = np.quantile(spread, [0.5 - level / 2, 0.5 + level / 2], axis=0)
    return Matching(
        *(
            Estimate(float(value), float(low), float(high), n, METHOD, level)
            for value, low, high, n in zip(values[0], lows, highs, (found, wanted, wanted), strict=True)
        )
    )


def _measures(sums: Counts) -> Counts:
    """Return precision, recall and F1 of rows of sums; 0 where nothing was found or wanted."""
    precision = sums[:, 0] / np.maximum(1.0, sums[:, 2])
    recall = sums[:, 1] / np.maximum(1.0, sums[:, 3])
    f1 = 2 * precision * recall / np.maximum(1e-12, precision + recall)
    return np.stack([precision, recall, f1], axis=1)
