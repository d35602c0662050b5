"""How much of an outcome's variance each driver carries: the shares sum to R²."""

from __future__ import annotations

from itertools import combinations
from math import factorial

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

MOST_SHAPLEY_DRIVERS = 12


def relative_weights(correlations: Matrix, outcome: Matrix) -> Matrix:
    """Return Johnson's (2000) relative weights, shape (k,), from correlations of k drivers, (k, k), and with the outcome.

    Drivers without variance, or copies of others, get what the pseudo-inverse leaves them.

    >>> weights = relative_weights(np.eye(2), np.array([0.6, 0.3]))
    >>> [round(float(w), 2) for w in weights]
    [0.36, 0.09]
    """
    values, vectors = np.linalg.eigh(correlations)
    roots = np.sqrt(np.clip(values, 0, None))
    inverse = np.divide(1.0, roots, out=np.zeros_like(roots), where=roots > 1e-8)
    loadings = (vectors * roots) @ vectors.T
    coefficients = (vectors * inverse) @ vectors.T @ outcome
    weights: Matrix = loadings**2 @ coefficients**2
    return weights


def shapley_weights(correlations: Matrix, outcome: Matrix) -> Matrix:
    """Return each driver's average gain in R² over all orders of entry (LMG: Lindeman 1980, Grömping 2006), shape (k,).

    Exact over all 2^k subsets; raises ValueError for more than twelve drivers.

    >>> weights = shapley_weights(np.array([[1.0, 0.5], [0.5, 1.0]]), np.array([0.6, 0.6]))
    >>> [round(float(w), 2) for w in weights]
    [0.24, 0.24]
    """
    k = len(outcome)
    if k > MOST_SHAPLEY_DRIVERS:
        raise ValueError(f"{k} drivers; at most {MOST_SHAPLEY_DRIVERS} can be entered in every order")
    explained = {
        chosen: _explained(correlations, outcome, chosen)
        for size in range(k + 1)
        for chosen in combinations(range(k), size)
    }
    weights = np.zeros(k)
    for chosen, before in explained.items():
        share = (
            factorial(len(chosen)) * factorial(k - len(chosen) - 1) / factorial(k) if len(chosen) < k else 0.0
        )
        for driver in set(range(k)) - set(chosen):
            weights[driver] += share * (explained[tuple(sorted((*chosen, driver)))] - before)
    return weights


def _explained(correlations: Matrix, outcome: Matrix, chosen: tuple[int, ...]) -> float:
    if not chosen:
        return 0.0
    index = list(chosen)
    solved, *_ = np.linalg.lstsq(correlations[np.ix_(index, index)], outcome[index], rcond=None)
    return float(outcome[index] @ solved)
