"""How far two readers of the same texts agree beyond chance (Cohen 1960)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

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
