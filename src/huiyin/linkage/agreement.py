"""How well clusters of records agree with the truth: pairwise and B-cubed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and F1; 1 where there was nothing to find and nothing was claimed."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairwise(found: Sequence[Hashable], truth: Sequence[Hashable]) -> Agreement:
    """Compare the pairs that two labellings of the same records put together.

    >>> pairwise(["a", "a", "b", "b"], [1, 1, 1, 2])
    Agreement(precision=0.5, recall=0.3333333333333333)
    """
    claimed, wanted = _pairs(Counter(found)), _pairs(Counter(truth))
    right = _pairs(Counter(zip(found, truth, strict=True)))
    return Agreement(right / claimed if claimed else 1.0, right / wanted if wanted else 1.0)


def b_cubed(found: Sequence[Hashable], truth: Sequence[Hashable]) -> Agreement:
    """Average over records the precision and recall of the cluster each is in (Bagga & Baldwin 1998).

    >>> b_cubed(["a", "a", "b", "b"], [1, 1, 1, 1])
    Agreement(precision=1.0, recall=0.5)
    """
    together = Counter(zip(found, truth, strict=True))
    by_found, by_truth = Counter(found), Counter(truth)
    count = max(len(found), 1)
    precision = sum(n * n / by_found[cluster] for (cluster, _), n in together.items()) / count
    recall = sum(n * n / by_truth[person] for (_, person), n in together.items()) / count
    return Agreement(precision, recall)


def _pairs(sizes: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())
