"""Counts that vary more than Poisson's: negative binomial tails and the predictive count after a baseline.

`dispersion` is the ratio of variance to mean, 1 for Poisson.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from huiyin.stats.detection.surprise import Surprise

Floats = NDArray[np.float64]

_PRIOR_EVENTS = 0.5


def dispersion_of(counts: ArrayLike, expected: ArrayLike, *, parameters: int = 1) -> float:
    """Return Pearson's χ² over its degrees of freedom, never below 1; both shapes (n,).

    >>> dispersion_of([4, 6, 5, 5], [5, 5, 5, 5])
    1.0
    >>> round(dispersion_of([0, 10, 1, 9], [5, 5, 5, 5]), 3)
    5.467
    """
    y, mu = np.asarray(counts, dtype=float), np.asarray(expected, dtype=float)
    free = y.size - parameters
    if free <= 0:
        return 1.0
    return max(1.0, float(np.sum((y - mu) ** 2 / np.maximum(mu, 1e-9))) / free)


def negative_binomial(
    observed: int, expected: float, dispersion: float = 1.0, *, level: float = 0.95
) -> Surprise:
    """Return how surprising a count is with variance `dispersion` × mean.

    >>> round(negative_binomial(12, 5, 1.0).p_value, 4), round(negative_binomial(12, 5, 2.0).p_value, 4)
    (0.0055, 0.0384)
    """
    mean = max(expected, 1e-9)
    size = mean / max(dispersion - 1, 1e-9)
    return _surprise(observed, expected, size, mean, level)


def predictive(
    observed: int,
    exposure: float,
    baseline_count: int,
    baseline_exposure: float,
    dispersion: float = 1.0,
    *,
    level: float = 0.95,
) -> Surprise:
    """Return how surprising a count over `exposure` is, given another over a baseline's exposure.

    The rate is not taken as known: its Gamma posterior (Jeffreys) makes the count negative binomial; over-
    dispersion widens both sides by counting in units of `dispersion` events.

    >>> found = predictive(12, 10, 50, 100)
    >>> round(found.expected, 2), round(found.p_value, 4)
    (5.05, 0.0087)
    """
    events = (baseline_count + _PRIOR_EVENTS) / dispersion
    mean = (baseline_count + _PRIOR_EVENTS) * exposure / baseline_exposure
    variance = mean * dispersion + mean**2 / events
    size = mean**2 / max(variance - mean, 1e-9)
    return _surprise(observed, mean, size, mean, level)


def predictive_tails(
    observed: Floats, exposure: Floats, baseline_count: Floats, baseline_exposure: Floats, dispersion: Floats
) -> Floats:
    """Return P(at least `observed`) of `predictive` for many series at once; all of one shape.

    >>> one = lambda value: np.array([float(value)])
    >>> round(float(predictive_tails(one(12), one(10), one(50), one(100), one(1))[0]), 4)
    0.0087
    """
    mean = (baseline_count + _PRIOR_EVENTS) * exposure / np.maximum(baseline_exposure, 1e-9)
    variance = mean * dispersion + mean**2 * dispersion / (baseline_count + _PRIOR_EVENTS)
    share = np.clip(mean / np.maximum(variance, 1e-12), 1e-12, 1 - 1e-9)
    size = mean * share / (1 - share)
    tails = special.betainc(np.maximum(observed, 1), np.maximum(size, 1e-12), 1 - share)
    return np.where(observed <= 0, 1.0, tails)


def _surprise(observed: int, expected: float, size: float, mean: float, level: float) -> Surprise:
    # scipy.stats costs a fifth of a second to import; few commands need it.
    from scipy.stats import nbinom

    counts = nbinom(size, size / (size + mean))
    low, high = counts.interval(level)
    p_value = 1.0 if observed <= 0 else float(counts.sf(observed - 1))
    return Surprise(observed, expected, float(low), float(high), p_value, level)
