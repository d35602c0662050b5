"""Tests of a cross table: the whole by chi-square or exactly, each cell by its adjusted residual."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

SMALLEST_EXPECTED = 5.0
_DRAWS = 4_999


@dataclass(frozen=True, slots=True)
class Association:
    """Whether rows and columns depend on each other: test used, p, Cramér's V (0..1) and the answers counted.

    `p_value` is NaN where there is nothing to test.
    """

    method: str
    p_value: float
    strength: float
    n: int


def association(counts: ArrayLike) -> Association:
    """Test a table of counts, shape (rows, columns).

    Pearson's chi-square where every expected count is at least 5; else Fisher's exact test (2 × 2) or
    chi-square with a simulated distribution over tables with the same margins.

    >>> a = association([[30, 10], [10, 30]])
    >>> a.method, round(a.p_value, 6), round(a.strength, 2), a.n
    ('chi-square', 8e-06, 0.5, 80)
    >>> association([[3, 1], [1, 3]]).method
    'fisher'
    """
    table = _without_empty(np.asarray(counts, dtype=float))
    n = int(table.sum())
    if min(table.shape) < 2:
        return Association("none", float("nan"), float("nan"), n)
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / n
    statistic = float(((table - expected) ** 2 / expected).sum())
    strength = float(np.sqrt(statistic / n / (min(table.shape) - 1)))
    if expected.min() >= SMALLEST_EXPECTED:
        degrees = (table.shape[0] - 1) * (table.shape[1] - 1)
        return Association("chi-square", float(special.chdtrc(degrees, statistic)), strength, n)
    method, p_value = _exact(table)
    return Association(method, p_value, strength, n)


def _exact(table: NDArray[np.float64]) -> tuple[str, float]:
    # scipy.stats costs half a second to import; few tables need it.
    from scipy.stats import PermutationMethod, chi2_contingency, fisher_exact

    if table.shape == (2, 2):
        return "fisher", float(fisher_exact(table).pvalue)
    method = PermutationMethod(n_resamples=_DRAWS, rng=np.random.default_rng(int(table.sum())))
    simulated = chi2_contingency(table.astype(int), correction=False, method=method)
    return "chi-square-simulated", float(simulated.pvalue)


def cell_p_values(counts: ArrayLike) -> NDArray[np.float64]:
    """Return each cell's two-sided p by its adjusted residual (Haberman 1973), NaN where nothing is expected.

    >>> [round(float(p), 6) for p in cell_p_values([[30, 10], [10, 30]]).ravel()]
    [8e-06, 8e-06, 8e-06, 8e-06]
    """
    table = np.asarray(counts, dtype=float)
    n = table.sum()
    if n == 0:
        return np.full(table.shape, np.nan)
    rows, columns = table.sum(axis=1, keepdims=True) / n, table.sum(axis=0, keepdims=True) / n
    expected = n * rows * columns
    with np.errstate(invalid="ignore", divide="ignore"):
        residual = (table - expected) / np.sqrt(expected * (1 - rows) * (1 - columns))
    return np.asarray(2 * special.ndtr(-np.abs(residual)), dtype=float)


def _without_empty(table: NDArray[np.float64]) -> NDArray[np.float64]:
    rows, columns = table.sum(axis=1) > 0, table.sum(axis=0) > 0
    return np.asarray(table[np.ix_(rows, columns)], dtype=float)
