"""How long things take when some are not finished: the Kaplan–Meier estimate, open ones censored."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from huiyin.stats import Estimate, insufficient, wilson, z_value

METHOD = "kaplan-meier"


class Closing:
    """The share of things finished by a given time, after Kaplan & Meier (1958).

    `durations` are in days and positive or zero; `finished` says which ended, the others are still open after
    that long. Intervals are Greenwood's on the log–log scale, so that they stay within 0..1.

    >>> closing = Closing([1, 2, 3, 4], [True, False, True, False])
    >>> [round(closing.share_by(day).value, 3) for day in (0, 1, 2, 3)]
    [0.0, 0.25, 0.25, 0.625]
    """

    def __init__(self, durations: Sequence[float], finished: Sequence[bool]) -> None:
        self.n = len(durations)
        self.finished = sum(finished)
        self._seen = list(zip(durations, finished, strict=True))
        self._longest = max(durations, default=0.0)
        self._fit = _fit(durations, finished) if self.finished else None

    def share_by(self, days: float, *, level: float = 0.95) -> Estimate:
        """Return the share finished within `days`; insufficient beyond the longest observation."""
        if self.n == 0 or days > self._longest:
            return insufficient(self.n, METHOD, level=level)
        open_share, error = self._open(days)
        if 0.0 < open_share < 1.0:
            low, high = _log_log(open_share, error, level)
            return Estimate(1 - open_share, 1 - high, 1 - low, self.n, METHOD, level)
        # Greenwood's interval has no width where none or all are finished: what was watched to the end bounds it.
        watched = self._watched(days)
        bounds = wilson(watched if open_share <= 0 else 0, watched, level=level)
        return replace(bounds, value=1 - open_share, n=self.n, method=METHOD)

    def _open(self, days: float) -> tuple[float, float]:
        """Return the share still open after `days`, and its standard error."""
        at = -1 if self._fit is None else int(np.searchsorted(self._fit.surv_times, days, side="right")) - 1
        if self._fit is None or at < 0:
            return 1.0, 0.0
        return float(self._fit.surv_prob[at]), float(self._fit.surv_prob_se[at])

    def _watched(self, days: float) -> int:
        """Return how many were finished within `days` or seen open until then."""
        return sum(done or length >= days for length, done in self._seen)

    def median(self, *, level: float = 0.95) -> Estimate:
        """Return the time by which half are finished; insufficient while fewer than half are."""
        if self._fit is None or float(self._fit.surv_prob[-1]) > 0.5:
            return insufficient(self.n, METHOD, level=level)
        # Where all or none are finished its log–log scale is infinite; such times bound nothing.
        with np.errstate(divide="ignore", invalid="ignore"):
            low, high = self._fit.quantile_ci(0.5, alpha=1 - level)
        value = float(self._fit.quantile(0.5))
        # An upper end beyond the data is unknown, not infinite.
        upper = float(high) if math.isfinite(high) else self._longest
        return Estimate(value, max(float(low), 0.0), upper, self.n, METHOD, level)


def _log_log(share: float, error: float, level: float) -> tuple[float, float]:
    width = z_value(level) * error / (share * abs(math.log(share)))
    return share ** math.exp(width), share ** math.exp(-width)


def _fit(durations: Sequence[float], finished: Sequence[bool]) -> Any:
    # A library this large is loaded by those who fit something with it.
    from statsmodels.duration.survfunc import SurvfuncRight

    return SurvfuncRight(np.asarray(durations, float), np.asarray(finished, int))
