"""A ranking that knows how sure it is: the probability of being among the first few (Davison & Hinkley 1997)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

MOST_WEIGHTS = 40_000_000


def top_probabilities(
    customers: ArrayLike,
    issues: ArrayLike,
    scores: ArrayLike,
    *,
    count: int,
    top: int = 3,
    draws: int = 1000,
    rng: np.random.Generator,
) -> NDArray[np.float64]:
    """Return, for issues 0..count−1, the share of bootstrap draws in which each is among the first `top`.

    The i-th entry says that customer `customers[i]` adds `scores[i]` to issue `issues[i]`, all of shape (m,). Whole
    customers are redrawn, by Poisson(1) weights, so that an issue carried by few loud customers moves as a whole.
    Issues tied at zero are never counted as first. Large inputs are given fewer draws, at least 100.

    >>> p = top_probabilities([1, 2, 3, 4, 5, 1], [0, 0, 0, 0, 0, 1], [1, 1, 1, 1, 1, 1.0],
    ...     count=2, top=1, rng=np.random.default_rng(0))
    >>> bool(p[0] > 0.95), bool(p[1] < 0.05)
    (True, True)
    """
    values, columns = np.asarray(scores, dtype=float), np.asarray(issues, dtype=np.intp)
    _, rows = np.unique(np.asarray(customers), return_inverse=True)
    if values.size == 0 or count == 0:
        return np.zeros(count)
    people = int(rows.max()) + 1
    draws = min(draws, max(MOST_WEIGHTS // people, 100))
    hits = np.zeros(count)
    for _ in range(draws):
        weights = rng.poisson(1.0, people)
        totals = np.bincount(columns, weights=values * weights[rows], minlength=count)
        first = np.argsort(-totals, kind="stable")[:top]
        hits[first[totals[first] > 0]] += 1
    return hits / draws
