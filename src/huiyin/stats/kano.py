"""Kano's classes from a pair of answers (Kano 1984; evaluation table of Berger et al. 1993)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from scipy import special

from huiyin.stats.estimate import Estimate
from huiyin.stats.wilson import wilson


class KanoClass(StrEnum):
    """How a feature moves satisfaction."""

    ATTRACTIVE = "A"
    ONE_DIMENSIONAL = "O"
    MUST_BE = "M"
    INDIFFERENT = "I"
    REVERSE = "R"
    QUESTIONABLE = "Q"


# Rows: with the feature; columns: without it; both from "I like it" to "I dislike it".
_TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")


def kano_class(functional: int, dysfunctional: int) -> KanoClass:
    """Return the class of one respondent's pair, each 1 (like) to 5 (dislike).

    >>> kano_class(1, 5), kano_class(3, 5), kano_class(1, 3)
    (<KanoClass.ONE_DIMENSIONAL: 'O'>, <KanoClass.MUST_BE: 'M'>, <KanoClass.ATTRACTIVE: 'A'>)
    """
    return KanoClass(_TABLE[functional - 1][dysfunctional - 1])


@dataclass(frozen=True, slots=True)
class Kano:
    """One feature: how many put it into each class, its class where one leads clearly, and what it moves.

    `better` and `worse` (Berger 1993) say by how much satisfaction rises with the feature and falls without
    it, in 0..1 and −1..0, over those in A, O, M and I. `p_value` tests the first class against the second.
    """

    n: int
    shares: dict[KanoClass, Estimate]
    counts: dict[KanoClass, int]
    leading: KanoClass | None
    p_value: float
    better: Estimate
    worse: Estimate


def kano(pairs: Iterable[tuple[int, int]], *, alpha: float = 0.05) -> Kano:
    """Return the reading of one feature.

    >>> k = kano([(1, 3)] * 30 + [(1, 5)] * 25 + [(3, 5)] * 35 + [(3, 3)] * 10)
    >>> k.better.value, k.worse.value, k.leading
    (0.55, -0.6, None)
    """
    counted = Counter(kano_class(functional, dysfunctional) for functional, dysfunctional in pairs)
    counts = {each: counted[each] for each in KanoClass}
    n = sum(counts.values())
    order = sorted(KanoClass, key=lambda each: -counts[each])
    first, second = counts[order[0]], counts[order[1]]
    # Exact, two-sided: had the two classes the same share, each of their answers were a coin's toss.
    p_value = min(1.0, 2 * float(special.bdtr(second, first + second, 0.5)))
    return Kano(
        n=n,
        shares={each: wilson(counts[each], n) for each in KanoClass},
        counts=counts,
        leading=order[0] if first > second and p_value < alpha else None,
        p_value=p_value,
        better=_moved(counts, KanoClass.ATTRACTIVE),
        worse=_negative(_moved(counts, KanoClass.MUST_BE)),
    )


def _moved(counts: dict[KanoClass, int], beside: KanoClass) -> Estimate:
    clear = (KanoClass.ATTRACTIVE, KanoClass.ONE_DIMENSIONAL, KanoClass.MUST_BE, KanoClass.INDIFFERENT)
    return wilson(counts[beside] + counts[KanoClass.ONE_DIMENSIONAL], sum(counts[each] for each in clear))


def _negative(estimate: Estimate) -> Estimate:
    value, low, high = (None if v is None else -v for v in (estimate.value, estimate.high, estimate.low))
    return Estimate(value, low, high, estimate.n, estimate.method, estimate.level, estimate.verdict)
