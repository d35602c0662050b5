"""Net sentiment: how good less how bad, averaged over customers."""

from __future__ import annotations

from collections.abc import Iterable

from huiyin import stats
from huiyin.stats import Estimate

Moments = tuple[int, float, float]


def net_sentiment(mean: float | None, variance: float | None, n: int) -> Estimate:
    """Return the mean of customers' net sentiments (−1..1) with an interval that stays there.

    >>> e = net_sentiment(1.0, 0.0, 20)
    >>> round(e.low, 2), e.high
    (0.64, 1.0)
    """
    shifted = None if mean is None else (mean + 1) / 2
    share = stats.bounded_mean(shifted, None if variance is None else variance / 4, n)
    value, low, high = (_back(each) for each in (share.value, share.low, share.high))
    return Estimate(value, low, high, n, "wilson-mean", share.level, share.verdict)


def pooled(parts: Iterable[Moments]) -> Moments:
    """Return (n, mean, sample variance) of several samples taken together.

    >>> pooled([(2, 1.0, 0.0), (2, 3.0, 0.0)])
    (4, 2.0, 1.3333333333333333)
    """
    kept = [part for part in parts if part[0]]
    n = sum(part[0] for part in kept)
    if not n:
        return 0, 0.0, 0.0
    mean = sum(count * each for count, each, _ in kept) / n
    squares = sum((count - 1) * variance + count * (each - mean) ** 2 for count, each, variance in kept)
    return n, mean, squares / (n - 1) if n > 1 else 0.0


def _back(share: float | None) -> float | None:
    return None if share is None else 2 * share - 1
