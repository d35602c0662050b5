"""Multinomial logit of best–worst choices (Marley & Louviere 2005, sequential): which share each item would win.

Of a set S the best is i with probability exp(u_i) ÷ Σ_S exp(u_j), then of the rest R the worst is k with
exp(−u_k) ÷ Σ_R exp(−u_j). The share of an item is exp(u_i) ÷ Σ exp(u_j) over all items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, log_softmax, logsumexp

from huiyin.stats.estimate import Estimate, insufficient
from huiyin.stats.quantile import z_value

METHOD = "best-worst-logit"
# A weak pull to zero (a normal prior of deviation 10) keeps an item that nobody ever picked finite.
PULL = 0.01

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class BestWorstPick:
    """One set as one person answered it: the items shown, and which of them is best and which worst."""

    person: int
    shown: tuple[int, ...]
    best: int
    worst: int


def best_worst_shares(
    picks: Sequence[BestWorstPick], items: int, *, level: float = 0.95, pull: float = PULL
) -> list[Estimate]:
    """Return each item's share, 0..1 with sum 1, were all of them offered at once.

    The interval is the delta method's on the log odds, with the covariance clustered by person (the choices of one
    belong together); n counts persons. One set of utilities for everybody: of tastes that differ it is an average.

    >>> picks = [BestWorstPick(p, (0, 1, 2), 0, 2) for p in range(8)] + [BestWorstPick(8, (0, 1, 2), 2, 0)]
    >>> shares = best_worst_shares(picks, 3)
    >>> [round(each.value, 2) for each in shares], shares[0].n
    ([0.8, 0.18, 0.02], 9)
    """
    people = sorted({pick.person for pick in picks})
    if len(people) < 2:
        return [insufficient(len(people), METHOD, level=level) for _ in range(items)]
    signs, offered, taken = _stages(picks, items)
    group = np.repeat(np.searchsorted(people, [pick.person for pick in picks]), 2)
    utility = _fit(signs, offered, taken, pull)
    covariance = _clustered(utility, signs, offered, taken, group, pull)
    return _shares(utility, covariance, len(people), level)


def _stages(
    picks: Sequence[BestWorstPick], items: int
) -> tuple[Floats, NDArray[np.bool_], NDArray[np.int64]]:
    """Return each pick as two choices: sign (+1 best, −1 worst), what was on offer, what was taken."""
    offered = np.zeros((2 * len(picks), items), dtype=bool)
    taken = np.empty(2 * len(picks), dtype=np.int64)
    for place, pick in enumerate(picks):
        offered[2 * place : 2 * place + 2, list(pick.shown)] = True
        offered[2 * place + 1, pick.best] = False
        taken[2 * place], taken[2 * place + 1] = pick.best, pick.worst
    return np.tile([1.0, -1.0], len(picks)), offered, taken


def _chances(utility: Floats, signs: Floats, offered: NDArray[np.bool_]) -> Floats:
    chances: Floats = np.exp(log_softmax(_values(utility, signs, offered), axis=1))
    return chances


def _values(utility: Floats, signs: Floats, offered: NDArray[np.bool_]) -> Floats:
    return np.where(offered, signs[:, None] * utility, -np.inf)


def _scores(utility: Floats, signs: Floats, offered: NDArray[np.bool_], taken: NDArray[np.int64]) -> Floats:
    """Return the gradient of each choice's log likelihood, shape (choices, items)."""
    scores = -_chances(utility, signs, offered)
    scores[np.arange(len(taken)), taken] += 1
    return signs[:, None] * scores


def _curvature(utility: Floats, signs: Floats, offered: NDArray[np.bool_], pull: float) -> Floats:
    chances = _chances(utility, signs, offered)
    return np.diag(chances.sum(axis=0) + pull) - chances.T @ chances


def _fit(signs: Floats, offered: NDArray[np.bool_], taken: NDArray[np.int64], pull: float) -> Floats:
    """Return the utilities; the pull makes them sum to zero."""

    def loss(utility: Floats) -> float:
        values = _values(utility, signs, offered)
        chosen = values[np.arange(len(taken)), taken]
        return float((logsumexp(values, axis=1) - chosen).sum() + pull / 2 * utility @ utility)

    found = minimize(
        loss,
        np.zeros(offered.shape[1]),
        jac=lambda utility: pull * utility - _scores(utility, signs, offered, taken).sum(axis=0),
        hess=lambda utility: _curvature(utility, signs, offered, pull),
        method="trust-exact",
    )
    utility: Floats = found.x
    return utility


def _clustered(
    utility: Floats,
    signs: Floats,
    offered: NDArray[np.bool_],
    taken: NDArray[np.int64],
    group: NDArray[np.int64],
    pull: float,
) -> Floats:
    people = int(group.max()) + 1
    summed = np.zeros((people, len(utility)))
    np.add.at(summed, group, _scores(utility, signs, offered, taken))
    inverse = np.linalg.inv(_curvature(utility, signs, offered, pull))
    covariance: Floats = inverse @ summed.T @ summed @ inverse * people / (people - 1)
    return covariance


def _shares(utility: Floats, covariance: Floats, people: int, level: float) -> list[Estimate]:
    shares = np.exp(log_softmax(utility))
    logit = np.log(shares) - np.log1p(-shares)
    slopes = -np.tile(shares, (len(shares), 1)) / (1 - shares[:, None])
    np.fill_diagonal(slopes, 1.0)
    reach = z_value(level) * np.sqrt(np.einsum("ij,jk,ik->i", slopes, covariance, slopes))
    low, high = expit(logit - reach), expit(logit + reach)
    return [
        Estimate(float(value), float(below), float(above), people, METHOD, level)
        for value, below, above in zip(shares, low, high, strict=True)
    ]
