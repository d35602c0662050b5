"""How often two records of a kind are one person, learnt from the scores themselves: EM on the prior alone."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

ROUNDS = 25
_CLIP = 60.0


def fit_priors(
    bits: npt.NDArray[np.float64],
    meetings: npt.NDArray[np.int64],
    pairs: npt.NDArray[np.float64],
    start: float,
) -> npt.NDArray[np.float64]:
    """Return for each kind of meeting the chance that two records of it are one person.

    `bits` is the evidence of each scored pair without a prior (infinite for certain ones), `meetings` its kind,
    `pairs` how many pairs of each kind there are, scored or not: pairs that share no block are taken to be no
    matches. `start` counts as one match seen beforehand, so that a kind with few records keeps it. Expectation and
    maximisation as in Dempster, Laird & Rubin (1977), with everything but the mixing share fixed.

    >>> bits = np.array([12.0, 12.0, 12.0, -3.0])
    >>> often, seldom = fit_priors(bits, np.array([0, 0, 0, 1]), np.array([300.0, 30_000.0]), 1e-4)
    >>> bool(often > 1e-4 > seldom)
    True
    """
    priors = np.full(len(pairs), start)
    evidence = np.exp2(np.clip(bits, -_CLIP, _CLIP))
    for _ in range(ROUNDS):
        odds = evidence * (priors / (1 - priors))[meetings]
        matches = np.bincount(meetings, weights=odds / (1 + odds), minlength=len(pairs))
        priors = np.minimum((matches + 1) / (pairs + 1 / start), 0.5)
    return priors
