"""A ranking that knows how sure it is: the probability of being among the first few (Davison & Hinkley 1997)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

# So many random groups of customers carry the variance of millions of them.
MOST_GROUPS = 1_000


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
    customers are redrawn, so that an issue carried by few loud customers moves as a whole; more than a thousand of
    them are dealt at random into a thousand groups whose sums are redrawn (Kott 2001, delete-a-group). Issues tied
    at zero are never counted as first.

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
    groups = min(people, MOST_GROUPS)
    dealt = rng.permutation(people) % groups if people > groups else np.arange(people)
    places = dealt[rows] * count + columns
    sums = np.bincount(places, weights=values, minlength=groups * count).reshape(groups, count)
    drawn = rng.multinomial(groups, np.full(groups, 1 / groups), size=draws)
    totals = drawn @ sums
    first = np.argsort(-totals, axis=1, kind="stable")[:, :top]
    reached = np.take_along_axis(totals, first, axis=1) > 0
    return np.bincount(first[reached], minlength=count) / draws
