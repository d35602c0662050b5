"""Borrowing strength: many short series share what they say about their noise (Smyth 2004; Phipson et al. 2016)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

FEWEST_SERIES = 5
OUTLIER = 0.01


@dataclass(frozen=True, slots=True)
class _Prior:
    common: float
    degrees: float


def squeeze_variances(
    variances: ArrayLike, degrees: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the variances drawn towards their common value, and the degrees of freedom they then have, both (m,).

    Each variance comes with the same `degrees`. The prior is fitted by the moments of the log variances, as in
    limma's `squeezeVar`; the more alike the series are, the more each learns from the others. A variance too
    large to belong to the rest neither teaches them nor learns from them. Fewer than five positive variances are
    left alone.

    >>> squeezed, degrees = squeeze_variances([0.8, 1.1, 0.9, 1.2, 1.0, 1.0, 40.0], 10)
    >>> bool(np.ptp(squeezed[:6]) < 0.4), bool(degrees[0] > 10), float(squeezed[6]), float(degrees[6])
    (True, True, 40.0, 10.0)
    """
    raw = np.asarray(variances, dtype=float)
    usual = raw > 0
    own = np.full(raw.shape, float(degrees))
    if np.count_nonzero(usual) < FEWEST_SERIES:
        return raw, own
    # Judged against the median first, for outliers would widen the very prior they are judged by.
    usual &= special.chdtrc(degrees, degrees * raw / np.median(raw[usual])) >= OUTLIER / raw.size
    if np.count_nonzero(usual) < FEWEST_SERIES:
        return raw, own
    prior = _fit(raw[usual], degrees)
    if math.isinf(prior.degrees):
        return np.where(usual, prior.common, raw), np.where(usual, math.inf, own)
    total = prior.degrees + degrees
    squeezed = (prior.degrees * prior.common + degrees * raw) / total
    return np.where(usual, squeezed, raw), np.where(usual, total, own)


def _fit(variances: NDArray[np.float64], degrees: float) -> _Prior:
    half = degrees / 2
    logs = np.log(variances) - special.digamma(half) + math.log(half)
    excess = float(np.var(logs, ddof=1)) - float(special.polygamma(1, half))
    if excess <= 0:
        return _Prior(math.exp(float(logs.mean())), math.inf)
    prior = 2 * _trigamma_inverse(excess)
    return _Prior(
        math.exp(float(logs.mean()) + float(special.digamma(prior / 2)) - math.log(prior / 2)), prior
    )


def _trigamma_inverse(value: float) -> float:
    """Solve trigamma(y) = value by Newton's method (Smyth 2004, appendix)."""
    y = 0.5 + 1 / value
    for _ in range(50):
        trigamma = float(special.polygamma(1, y))
        step = trigamma * (1 - trigamma / value) / float(special.polygamma(2, y))
        y += step
        if abs(step) < 1e-10 * y:
            break
    return y
