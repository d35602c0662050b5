"""When further conversations bring nothing new (Guest, Namey & Chen 2020)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Saturation:
    """What each conversation added, and after which one the rule says that it is enough.

    `new` and `total` have one entry a conversation; `ratios` one a run, ending at conversation `base + run`,
    `base + run + 1`, …: new themes in the run over the themes of the base. `usual_low`, `usual` and `usual_high`
    are the 5th, 50th and 95th percentiles of the total when the same conversations come in random order.
    `reached` is the number of conversations needed, the last of the run included; None while it is not enough.
    """

    new: tuple[int, ...]
    total: tuple[int, ...]
    ratios: tuple[float, ...]
    usual: tuple[float, ...]
    usual_low: tuple[float, ...]
    usual_high: tuple[float, ...]
    reached: int | None
    base: int
    run: int
    threshold: float


def saturation(
    themes: Sequence[frozenset[str]],
    *,
    base: int = 4,
    run: int = 2,
    threshold: float = 0.05,
    orders: int = 200,
    seed: int = 0,
) -> Saturation:
    """Apply the stopping rule to the themes of conversations in the order in which they were held.

    >>> s = saturation([frozenset("ab"), frozenset("bc"), frozenset("cd"), frozenset("a"), frozenset("d"), frozenset("b")])
    >>> s.total, s.ratios, s.reached
    ((2, 3, 4, 4, 4, 4), (0.0,), 6)
    >>> saturation([frozenset("ab")] * 3).reached is None
    True
    """
    count = len(themes)
    total = _totals(themes, range(count))
    new = tuple(after - before for before, after in zip((0, *total), total, strict=False))
    ratios = tuple(
        (total[end - 1] - total[end - run - 1]) / max(total[base - 1], 1)
        for end in range(base + run, count + 1)
    )
    quiet = [place for place, ratio in enumerate(ratios) if ratio <= threshold]
    reached = base + run + quiet[0] if quiet and total[base - 1] > 0 else None
    rng = np.random.default_rng(seed)
    drawn = np.array([_totals(themes, rng.permutation(count)) for _ in range(orders)]).reshape(orders, count)
    low, middle, high = (
        tuple(float(x) for x in np.quantile(drawn, q, axis=0)) if count else () for q in (0.05, 0.5, 0.95)
    )
    return Saturation(new, total, ratios, middle, low, high, reached, base, run, threshold)


def _totals(themes: Sequence[frozenset[str]], order: Sequence[int] | np.ndarray | range) -> tuple[int, ...]:
    known: set[str] = set()
    totals = []
    for place in order:
        known |= themes[place]
        totals.append(len(known))
    return tuple(totals)
