"""Fellegi–Sunter weights (Fellegi & Sunter 1969): how many bits of evidence an agreement is worth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of the waterfall: what was compared, what was found, and its weight in bits."""

    field: str
    finding: str
    weight: float
    one: str | None = None
    other: str | None = None

    def as_dict(self) -> dict[str, object]:
        return {
            "field": self.field,
            "finding": self.finding,
            "weight": round(self.weight, 3),
            "one": self.one,
            "other": self.other,
        }


@dataclass(frozen=True, slots=True)
class Score:
    """A waterfall from the prior to the whole; `weight` is the sum of all steps in bits."""

    steps: tuple[Step, ...]

    @property
    def weight(self) -> float:
        return sum(step.weight for step in self.steps)

    @property
    def probability(self) -> float:
        return probability_of(self.weight)


def agreement_weight(m: float, u: float) -> float:
    """Return log2(m/u): m the chance of this finding among matches, u among non-matches.

    Raises ValueError unless both lie in (0, 1].

    >>> round(agreement_weight(0.9, 0.1), 2)
    3.17
    """
    if not (0 < m <= 1 and 0 < u <= 1):
        raise ValueError("m and u are probabilities above 0")
    return math.log2(m / u)


def prior_weight(probability: float) -> float:
    """Return the log2 odds that two records drawn at random match.

    >>> prior_weight(0.5), round(prior_weight(1 / 1025), 3)
    (0.0, -10.0)
    """
    return math.log2(probability / (1 - probability))


def probability_of(weight: float) -> float:
    """Return the match probability of a total weight (prior included).

    >>> round(probability_of(3.17), 3), probability_of(0)
    (0.9, 0.5)
    """
    return 1 / (1 + math.exp2(-max(min(weight, 1000.0), -1000.0)))


def total_weight(probabilities: Sequence[tuple[float, float]]) -> float:
    """Return Σ log2(m/u) over independent findings given as (m, u).

    >>> round(total_weight([(0.9, 0.1), (0.9, 0.1)]), 2)
    6.34
    """
    return sum(agreement_weight(m, u) for m, u in probabilities)
