"""Weights: how much they cost (Kish 1965) and how to rake them to known margins (Deming & Stephan 1940)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.quantile import t_value, z_value
from huiyin.stats.wilson import wilson_bounds


@dataclass(frozen=True, slots=True)
class Raked:
    """Weights of shape (n,) after raking, and whether the margins were met."""

    weights: NDArray[np.float64]
    rounds: int
    converged: bool


def effective_n(weights: ArrayLike) -> float:
    """Return Kish's effective sample size (Σw)²/Σw².

    >>> effective_n([1] * 50 + [3] * 50)
    80.0
    """
    w = np.asarray(weights, dtype=float)
    return float(w.sum() ** 2 / np.sum(w**2))


def design_effect(weights: ArrayLike) -> float:
    """Return n·Σw²/(Σw)², how many times larger the variance became by weighting.

    >>> design_effect([1] * 50 + [3] * 50)
    1.25
    """
    w = np.asarray(weights, dtype=float)
    return float(w.size / effective_n(w))


def rake(
    margins: Sequence[tuple[Sequence[str], Mapping[str, float]]],
    *,
    rounds: int = 100,
    tolerance: float = 1e-8,
) -> Raked:
    """Return weights, mean 1, whose weighted margins meet the targets (iterative proportional fitting).

    Each margin is (the category of each of n units, target share by category). Raises ValueError when a
    category is without a target or a positive target is without a unit.

    >>> raked = rake([(["m", "m", "m", "f"], {"m": 0.5, "f": 0.5})])
    >>> [round(float(w), 3) for w in raked.weights]
    [0.667, 0.667, 0.667, 2.0]
    """
    coded = [_coded(categories, targets) for categories, targets in margins]
    weights = np.ones(len(margins[0][0]))
    for turn in range(1, rounds + 1):
        worst = 0.0
        for codes, shares in coded:
            current = np.bincount(codes, weights=weights, minlength=shares.size) / weights.sum()
            worst = max(worst, float(np.abs(current - shares).max()))
            weights *= (shares / current)[codes]
        if worst < tolerance:
            return Raked(weights / weights.mean(), turn, converged=True)
    return Raked(weights / weights.mean(), rounds, converged=False)


def standardised_share(
    successes: Sequence[int], totals: Sequence[int], weights: Sequence[float], *, level: float = 0.95
) -> Estimate:
    """Return Σ W·p over strata with declared weights W (direct standardisation), in 0..1.

    The strata are independent; each variance uses the Agresti–Coull share so that a stratum where nobody
    (or everybody) mentions it still carries its uncertainty. Weights are normalised over strata that have units.

    >>> e = standardised_share([10, 40], [100, 100], [0.5, 0.5])
    >>> round(e.value, 3), round(e.low, 3), round(e.high, 3)
    (0.25, 0.194, 0.306)
    """
    k, n, w = (np.asarray(a, dtype=float) for a in (successes, totals, weights))
    heard = (n > 0) & (w > 0)
    if not heard.any():
        return insufficient(0, "standardised", level=level)
    k, n, w = k[heard], n[heard], w[heard] / w[heard].sum()
    z = z_value(level)
    smooth = (k + z * z / 2) / (n + z * z)
    value = float(np.sum(w * k / n))
    half = z * float(np.sqrt(np.sum(w**2 * smooth * (1 - smooth) / (n + z * z))))
    return Estimate(
        value, max(value - half, 0.0), min(value + half, 1.0), int(n.sum()), "standardised", level
    )


def weighted_share(chosen: ArrayLike, weights: ArrayLike, *, level: float = 0.95) -> Estimate:
    """Return the weighted share of the units that are `chosen`, with Wilson's interval over Kish's effective n.

    n is that effective n, rounded down: what the weights leave of the evidence.

    >>> e = weighted_share([True] * 50 + [False] * 50, [1] * 50 + [3] * 50)
    >>> e.value, e.n, round(e.low, 4), round(e.high, 4)
    (0.25, 80, 0.1681, 0.3548)
    """
    picked, w = np.asarray(chosen, dtype=bool), np.asarray(weights, dtype=float)
    if not w.size:
        return insufficient(0, "wilson-weighted", level=level)
    share, n = float(w[picked].sum() / w.sum()), effective_n(w)
    low, high = wilson_bounds(share, n, z_value(level))
    return Estimate(share, low, high, int(n), "wilson-weighted", level)


def weighted_mean(values: ArrayLike, weights: ArrayLike, *, level: float = 0.95) -> Estimate:
    """Return the weighted mean with Student's interval over Kish's effective n.

    >>> e = weighted_mean([1, 2, 3, 4], [1, 1, 1, 1])
    >>> e.value, e.n, round(e.low, 2), round(e.high, 2)
    (2.5, 4, 0.45, 4.55)
    """
    x, w = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    n = effective_n(w) if w.size else 0.0
    if n < 2:
        return insufficient(int(n), "mean-weighted", level=level)
    mean = float(np.average(x, weights=w))
    variance = float(np.average((x - mean) ** 2, weights=w)) * n / (n - 1)
    half = t_value(level, n - 1) * float(np.sqrt(variance / n))
    return Estimate(mean, mean - half, mean + half, int(n), "mean-weighted", level)


def _coded(
    categories: Sequence[str], targets: Mapping[str, float]
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    wanted = {name: share for name, share in targets.items() if share > 0}
    if set(categories) != set(wanted):
        raise ValueError(f"margin mismatch: units have {sorted(set(categories))}, targets {sorted(wanted)}")
    names, codes = np.unique(np.asarray(categories), return_inverse=True)
    shares = np.array([wanted[str(name)] for name in names])
    return codes, shares / shares.sum()
