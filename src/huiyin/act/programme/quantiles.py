"""Quantiles with intervals that assume no shape: order statistics."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from huiyin.stats import Estimate, insufficient

METHOD = "order-statistics"


def quantile(values: Sequence[float], share: float, *, level: float = 0.95) -> Estimate:
    """Return the value below which `share` of the values lie, with the binomial interval of its rank.

    After Conover (1999), section 3.2. Fewer than five values are insufficient.

    >>> found = quantile(list(range(1, 101)), 0.5)
    >>> found.value, found.low, found.high
    (50.5, 40.0, 61.0)
    """
    n = len(values)
    if n < 5:
        return insufficient(n, METHOD, level=level)
    # scipy.stats costs a fifth of a second to import; few commands need it.
    from scipy.stats import binom

    ordered = np.sort(np.asarray(values, float))
    low, high = binom.ppf([(1 - level) / 2, (1 + level) / 2], n, share).astype(int)
    ends = ordered[max(int(low) - 1, 0)], ordered[min(int(high), n - 1)]
    return Estimate(float(np.quantile(ordered, share)), float(ends[0]), float(ends[1]), n, METHOD, level)
