"""Best–worst scaling (MaxDiff; Finn & Louviere 1992): balanced sets, and what the choices say."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from huiyin.stats.estimate import Estimate, insufficient

APPEARANCES = 3
_TRIES = 40


@lru_cache(maxsize=256)
def balanced_sets(items: int, size: int, version: int) -> tuple[tuple[int, ...], ...]:
    """Return sets of `size` different items out of `items`; the same arguments give the same sets.

    Each item appears at least three times, no two items differ by more than one appearance, and of forty
    random builds the one is taken whose pairs meet most evenly. Raises ValueError when a set is no choice.

    >>> [len(each) for each in balanced_sets(8, 4, 0)]
    [4, 4, 4, 4, 4, 4]
    """
    if not 3 <= size <= items:
        raise ValueError(f"sets of {size} out of {items} items are no choice")
    rng = np.random.default_rng([items, size, version])
    count = -(-APPEARANCES * items // size)
    built = [_build(items, size, count, rng) for _ in range(_TRIES)]
    return min(built, key=lambda sets: _unevenness(sets, items))


def _build(items: int, size: int, count: int, rng: np.random.Generator) -> tuple[tuple[int, ...], ...]:
    shown = np.zeros(items)
    met = np.zeros((items, items))
    sets = []
    for _ in range(count):
        chosen: list[int] = []
        while len(chosen) < size:
            cost = shown * items + met[chosen].sum(axis=0) + rng.random(items) / 2
            cost[chosen] = np.inf
            chosen.append(int(cost.argmin()))
        shown[chosen] += 1
        met[np.ix_(chosen, chosen)] += 1
        sets.append(tuple(int(each) for each in rng.permutation(chosen)))
    return tuple(sets)


def _unevenness(sets: tuple[tuple[int, ...], ...], items: int) -> float:
    met = np.zeros((items, items))
    for each in sets:
        met[np.ix_(each, each)] += 1
    return float(met[np.triu_indices(items, 1)].var())


def best_worst(
    best: NDArray[np.float64],
    worst: NDArray[np.float64],
    shown: NDArray[np.float64],
    *,
    rng: np.random.Generator,
    draws: int = 1000,
    level: float = 0.95,
) -> list[Estimate]:
    """Return each item's score (best − worst) ÷ shown, in −1..1, with a percentile interval.

    The arrays hold counts, shape (respondents, items). Whole respondents are drawn with replacement, for
    the choices of one person belong together; n is the number of respondents who saw the item.

    >>> b, w = np.array([[1.0, 0], [1, 0], [0, 1]]), np.array([[0.0, 1], [0, 1], [1, 0]])
    >>> e = best_worst(b, w, np.ones((3, 2)), rng=np.random.default_rng(1))
    >>> round(e[0].value, 3), e[0].n
    (0.333, 3)
    """
    people, items = shown.shape
    if people < 2:
        return [insufficient(people, "best-worst", level=level) for _ in range(items)]
    difference = best - worst
    weights = rng.multinomial(people, np.full(people, 1 / people), size=draws).astype(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = difference.sum(axis=0) / shown.sum(axis=0)
        drawn = (weights @ difference) / (weights @ shown)
    low, high = np.nanquantile(drawn, [0.5 - level / 2, 0.5 + level / 2], axis=0)
    saw = (shown > 0).sum(axis=0)
    return [
        Estimate(float(value[k]), float(low[k]), float(high[k]), int(saw[k]), "best-worst", level)
        if saw[k] > 1
        else insufficient(int(saw[k]), "best-worst", level=level)
        for k in range(items)
    ]
