"""How far readers of the same texts agree beyond chance: two by kappa (Cohen 1960), any number by alpha (Krippendorff 2019)."""

from __future__ import annotations

import math

import krippendorff
import numpy as np
from numpy.typing import ArrayLike, NDArray

from huiyin.stats.cluster import cluster_bootstrap
from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.quantile import z_value


def cohen_kappa(table: ArrayLike, *, level: float = 0.95) -> Estimate:
    """Return kappa of a square table of counts, rows one reader's answers and columns the other's.

    The interval is Fleiss, Cohen & Everitt's (1969). Where chance alone would agree always, there is no verdict.

    >>> e = cohen_kappa([[20, 5], [10, 15]])
    >>> round(e.value, 2), round(e.low, 2), round(e.high, 2)
    (0.4, 0.15, 0.65)
    >>> cohen_kappa([[10, 0], [0, 0]]).verdict
    <Verdict.INSUFFICIENT: 'insufficient'>
    """
    counts = np.asarray(table, dtype=float)
    n = float(counts.sum())
    if n == 0:
        return insufficient(0, "kappa", level=level)
    p = counts / n
    rows, columns = p.sum(axis=1), p.sum(axis=0)
    agreed, chance = float(np.trace(p)), float(rows @ columns)
    if chance >= 1:
        return insufficient(int(n), "kappa", level=level)
    kappa = (agreed - chance) / (1 - chance)
    pulls = rows[None, :] + columns[:, None]
    on = np.diag(p) @ ((1 - np.diag(pulls) * (1 - kappa)) ** 2)
    off = (1 - kappa) ** 2 * (np.sum(p * pulls**2) - np.diag(p) @ np.diag(pulls) ** 2)
    centre = (kappa - chance * (1 - kappa)) ** 2
    half = z_value(level) * math.sqrt(max(float(on + off - centre), 0.0) / n) / (1 - chance)
    return Estimate(kappa, max(kappa - half, -1.0), min(kappa + half, 1.0), int(n), "kappa", level)


def krippendorff_alpha(
    counts: ArrayLike, clusters: ArrayLike, *, seed: int = 0, draws: int = 400, level: float = 0.95
) -> Estimate:
    """Return nominal alpha of a table of shape (units, values): how many readers gave each unit each value.

    The interval draws whole `clusters` of units, for sentences of one turn are read together; a draw in which
    nothing varies counts as no agreement beyond chance, so that rare codes get wide intervals. n is the number
    of units that two readers or more have read. Where everybody gave one value throughout, there is no verdict.

    >>> e = krippendorff_alpha([[2, 0], [2, 0], [1, 1], [0, 2], [0, 2]], [1, 2, 3, 4, 5])
    >>> round(e.value, 2), e.n
    (0.64, 5)
    """
    table = np.asarray(counts, dtype=float)
    read = table.sum(axis=1) >= 2 if table.size else np.zeros(0, dtype=bool)
    table, groups = table[read], np.asarray(clusters)[read]
    units = len(table)
    if units == 0 or np.count_nonzero(table.sum(axis=0)) < 2:
        return insufficient(units, "alpha", level=level)
    found = cluster_bootstrap(
        table, groups, _alpha, rng=np.random.default_rng(seed), draws=draws, level=level
    )
    return Estimate(_alpha(table), found.low, found.high, units, "alpha", level)


def _alpha(table: NDArray[np.float64]) -> float:
    if np.count_nonzero(table.sum(axis=0)) < 2:
        return 0.0
    return float(krippendorff.alpha(value_counts=table, level_of_measurement="nominal"))
