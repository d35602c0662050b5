"""Chances for the composer: one numpy `Generator`, drawn in blocks because single draws are slow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import numpy as np

T = TypeVar("T")
_BLOCK = 1 << 14


class Dice:
    """A stream of chances.

    >>> dice = Dice(np.random.default_rng(7))
    >>> dice.pick("abc") in "abc", dice.chance(0.0), dice.chance(1.0)
    (True, False, True)
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self.roll = _rolls(rng).__next__

    def pick(self, options: Sequence[T]) -> T:
        """Return one of `options`, each as likely."""
        return options[int(self.roll() * len(options))]

    def chance(self, probability: float) -> bool:
        """Return true with `probability`."""
        return self.roll() < probability

    def between(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        return low + int(self.roll() * (high - low + 1))


def _rolls(rng: np.random.Generator) -> Iterator[float]:
    while True:
        yield from rng.random(_BLOCK).tolist()
