"""Farrington's flexible algorithm (Noufaily et al. 2013): a quasi-Poisson regression of a series on its past."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from huiyin.stats.detection.negative_binomial import negative_binomial
from huiyin.stats.detection.surprise import Surprise

Floats = NDArray[np.float64]

_OUTBREAK_RESIDUAL = 2.58
_TREND_ALPHA = 0.05
_LEAST_EVENTS = 3
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class _Fitted:
    mean: Floats
    scale: float
    leverage: Floats
    parameters: Floats
    p_values: Floats


def farrington(
    counts: ArrayLike,
    volume: ArrayLike | None = None,
    *,
    period: int = 7,
    guard: int = 7,
    level: float = 0.95,
) -> Surprise:
    """Return how surprising the last count is, given all before it; `counts` and `volume` have shape (n,).

    Mean: log volume as offset, waves of the period (one level a weekday), and a trend where it is significant and
    does not carry the forecast beyond anything seen. The newest `guard` steps before the last are left out,
    and steps that look like past outbreaks (Anscombe residual above 2.58) weigh residual⁻². The count is
    negative binomial around the forecast. Raises ValueError for fewer than two periods of history.

    >>> past = [4, 6, 5, 5, 4, 9, 8] * 8
    >>> found = farrington([*past, 15])
    >>> round(found.expected, 2), found.p_value < 0.001
    (4.0, True)
    """
    y = np.asarray(counts, dtype=float)
    n = np.ones_like(y) if volume is None else np.maximum(np.asarray(volume, dtype=float), 0.5)
    past = np.arange(y.size - 1 - guard)
    if volume is not None:
        # A step at which nobody spoke says nothing about how often they complain.
        past = past[np.asarray(volume, dtype=float)[past] > 0]
    if past.size < 2 * period:
        raise ValueError(f"{past.size} steps of history, at least {2 * period} are needed")
    if y[past].sum() < _LEAST_EVENTS:
        rate = (y[past].sum() + 0.5) / n[past].sum()
        return negative_binomial(int(y[-1]), float(rate * n[-1]), level=level)
    expected, scale = _forecast(y, n, past, period)
    return negative_binomial(int(y[-1]), expected, scale, level=level)


def _forecast(y: Floats, n: Floats, past: NDArray[np.intp], period: int) -> tuple[float, float]:
    seasons = _season(np.arange(y.size), period)
    trend = (np.arange(y.size) / y.size)[:, None]
    for design, is_trend in ((np.hstack([seasons, trend]), True), (seasons, False)):
        fit = _weighted_fit(y[past], design[past], n[past])
        expected = float(n[-1] * np.exp(design[-1] @ fit.parameters))
        if not is_trend:
            break
        ceiling = float(n[-1] * np.max(y[past] / n[past]))
        if fit.p_values[-1] < _TREND_ALPHA and expected <= ceiling:
            break
    return expected, fit.scale


def _season(steps: NDArray[np.intp], period: int) -> Floats:
    """An intercept and at most three waves of the period, which for a week is one level a weekday."""
    angle = 2 * np.pi * steps / period
    waves = [np.ones_like(angle)]
    for order in range(1, min(3, (period - 1) // 2) + 1):
        waves += [np.sin(order * angle), np.cos(order * angle)]
    return np.column_stack(waves)


def _weighted_fit(y: Floats, design: Floats, n: Floats) -> _Fitted:
    # One round of weights is not enough: a large outbreak hides in the scale that it has itself inflated.
    fit = _fit(y, design, n, np.ones_like(y))
    for _ in range(_ROUNDS):
        weights = outbreak_weights(y, fit.mean, fit.scale, fit.leverage)
        if np.ptp(weights) == 0:
            break
        fit = _fit(y, design, n, weights)
    return fit


def outbreak_weights(y: Floats, mean: Floats, scale: float, leverage: Floats) -> Floats:
    """Return weights, mean one, that keep past outbreaks from raising the expectation (Noufaily 2013, eq. 3)."""
    residual = 1.5 * (np.cbrt(y) ** 2 - np.cbrt(mean) ** 2)
    residual /= mean ** (1 / 6) * np.sqrt(scale * np.maximum(1 - leverage, 1e-6))
    weights = np.where(residual > _OUTBREAK_RESIDUAL, 1 / np.maximum(residual, 1) ** 2, 1.0)
    return np.asarray(weights * weights.size / weights.sum())


def _fit(y: Floats, design: Floats, n: Floats, weights: Floats) -> _Fitted:
    # statsmodels takes seventy megabytes, which a process that fits nothing need not hold.
    from statsmodels.genmod import families
    from statsmodels.genmod.generalized_linear_model import GLM

    model = GLM(y, design, family=families.Poisson(), offset=np.log(n), var_weights=weights)
    with warnings.catch_warnings():
        # A past that the model meets exactly is no error here: its scale is floored at Poisson's.
        warnings.simplefilter("ignore")
        fit: Any = model.fit(maxiter=30)
    scale = max(1.0, float(fit.pearson_chi2) / max(y.size - design.shape[1], 1))
    p_values = 2 * special.ndtr(-np.abs(fit.tvalues) / math.sqrt(scale))
    root = design * np.sqrt(fit.mu * weights)[:, None]
    leverage = np.einsum("ij,jk,ik->i", root, np.linalg.pinv(root.T @ root), root)
    mean = np.maximum(np.asarray(fit.mu, dtype=float), 1e-6)
    return _Fitted(mean, scale, leverage, np.asarray(fit.params), np.asarray(p_values))
