"""How rough weeks are by themselves: what a plan must know before it promises to see an effect.

Each issue's weekly counts are held against its own trend; what they vary beyond chance is the roughness. One
issue has too few weeks to tell, so all issues are pooled (method of moments for an over-dispersed Poisson, Breslow
1984, with the lag-one covariance beside it). What moves all issues together shows in their sum.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from huiyin.act.effects.series import Weeks

Issues = NDArray[np.float64]
FEWEST_EVENTS = 30
_FEWEST_ISSUES = 3
_PARAMETERS = 2
_ROUNDS = 6
_MOST_CORRELATION = 0.9


@dataclass(frozen=True, slots=True)
class Roughness:
    """Squared coefficients of variation of the weekly rate beyond chance.

    `total` of one issue, `carried` the part of it that stays into the next week, `shared` the part that moves all
    issues alike (None where there are too few issues to tell).
    """

    total: float
    carried: float
    shared: float | None

    @property
    def shaken(self) -> bool:
        """Whether the common shocks outweigh what is an issue's own, which no single series can tell from an effect.

        >>> Roughness(total=0.09, carried=0.05, shared=0.07).shaken
        True
        """
        return self.shared is not None and self.shared > self.total - self.shared

    def widening(self, events: float) -> float:
        """Return by how much the variance of a step exceeds that by pure chance, at so many events a week.

        >>> round(Roughness(total=0.03, carried=0.015, shared=None).widening(24), 2)
        2.63
        """
        dispersion = 1 + events * self.total
        correlation = min(events * self.carried / dispersion, _MOST_CORRELATION)
        return dispersion * (1 + correlation) / (1 - correlation)


def roughness_of(events: Issues, exposure: Issues) -> Roughness | None:
    """Return the roughness of issues with enough events, None where there are none; both shapes (issues, weeks).

    >>> rng = np.random.default_rng(5)
    >>> exposure = np.full((20, 34), 800.0)
    >>> even = roughness_of(rng.poisson(exposure * 0.03).astype(float), exposure)
    >>> even.total < 0.01, even.shaken
    (True, False)
    >>> wave = np.exp(rng.normal(0, 0.3, 34))
    >>> roughness_of(rng.poisson(exposure * 0.03 * wave).astype(float), exposure).shaken
    True
    """
    heard = exposure.sum(axis=0) > 0
    enough = events[:, heard].sum(axis=1) >= FEWEST_EVENTS if len(events) else np.zeros(0, dtype=bool)
    kept, base = events[enough][:, heard], exposure[enough][:, heard]
    if not len(kept) or kept.shape[1] <= _PARAMETERS + 1:
        return None
    total, carried = _moments(kept, base)
    shared = None if len(kept) < _FEWEST_ISSUES else _moments(kept.sum(axis=0)[None], base[:1])[0]
    return Roughness(total, carried, shared)


def _moments(events: Issues, exposure: Issues) -> tuple[float, float]:
    """Return the pooled variance of the rates beyond chance and its lag-one covariance, in squares of the rate."""
    excess = weight = covariance = neighbours = 0.0
    weeks = events.shape[1]
    for counts, base in zip(events, exposure, strict=True):
        expected = _trend(counts, np.maximum(base, 1e-9))
        residual = (counts - expected) / np.sqrt(expected)
        power = float(residual @ residual)
        excess += power - (weeks - _PARAMETERS)
        weight += float(expected.sum())
        # Taking the trend out draws the neighbours' product below nought by about so much.
        covariance += float(residual[1:] @ residual[:-1]) + (_PARAMETERS + 1) * power / weeks
        neighbours += float(np.sqrt(expected[1:] * expected[:-1]).sum())
    total = max(excess / weight, 0.0)
    return total, min(max(covariance / neighbours, 0.0), total)


def _trend(counts: Weeks, base: Weeks) -> Weeks:
    """Return the expected counts of a Poisson regression on time, by Fisher scoring."""
    week = np.arange(len(counts))
    design = np.column_stack([np.ones(len(counts)), (week - week.mean()) / len(counts)])
    line = np.array([math.log(counts.sum() / base.sum()), 0.0])
    for _ in range(_ROUNDS):
        expected = base * np.exp(design @ line)
        line = line + np.linalg.solve(design.T @ (design * expected[:, None]), design.T @ (counts - expected))
    return np.asarray(base * np.exp(design @ line))
