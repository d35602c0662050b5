"""A detector that reads a numeric series value by value, with no look-ahead and no training."""

from __future__ import annotations

import bisect
import math
import statistics
from collections import deque

_LEVEL_MEMORY = 2000
_TAIL_MEMORY = 3000
_TAIL_START = 0.95
_LEAST_PAST = 100
_LEAST_LEVEL = 20
_LEAST_EXCEEDANCES = 3
_MOST = 10.0
_DAYS = 7
_WEARING_OFF = 0.5 ** (1 / 350)


class SortedWindow:
    """The newest values, at most `size` of them, with their quantiles."""

    def __init__(self, size: int) -> None:
        self._order: deque[float] = deque()
        self._sorted: list[float] = []
        self._size = size

    def __len__(self) -> int:
        return len(self._order)

    def push(self, value: float) -> None:
        """Take in a value; the oldest leaves when the window is full."""
        self._order.append(value)
        bisect.insort(self._sorted, value)
        if len(self._order) > self._size:
            del self._sorted[bisect.bisect_left(self._sorted, self._order.popleft())]

    def quantile(self, share: float) -> float:
        """Return the quantile, interpolated between neighbours; the window must not be empty.

        >>> window = SortedWindow(3)
        >>> for each in (9, 1, 2, 3): window.push(each)
        >>> window.quantile(0.5), window.quantile(0.75)
        (2.0, 2.5)
        """
        place = share * (len(self._sorted) - 1)
        low = int(place)
        high = min(low + 1, len(self._sorted) - 1)
        return self._sorted[low] + (place - low) * (self._sorted[high] - self._sorted[low])


class ExponentialTail:
    """How far out in its own past a size lies, as −log₁₀ P: an exponential law above the 95 % quantile.

    A peaks-over-threshold model with shape zero (Siffer et al. 2017 stream the general one).
    """

    def __init__(self) -> None:
        self._past = SortedWindow(_TAIL_MEMORY)
        self._excesses: deque[tuple[int, float]] = deque()
        self._total = 0.0
        self._step = 0

    def score(self, size: float) -> float:
        """Return the score of a size, 0 to 10, judged by the sizes before it, then remember it."""
        start = self._past.quantile(_TAIL_START) if len(self._past) >= _LEAST_PAST else math.inf
        excess = size - start
        result = self._score_of(excess) if excess > 0 else 0.0
        self._remember(size, excess)
        return result

    def _score_of(self, excess: float) -> float:
        if len(self._excesses) < _LEAST_EXCEEDANCES:
            return 0.0
        mean = max(self._total / len(self._excesses), 1e-9)
        return min(-math.log10(1 - _TAIL_START) + excess / mean / math.log(10), _MOST)

    def _remember(self, size: float, excess: float) -> None:
        self._past.push(size)
        if excess > 0:
            self._excesses.append((self._step, excess))
            self._total += excess
        while self._excesses and self._excesses[0][0] <= self._step - _TAIL_MEMORY:
            self._total -= self._excesses.popleft()[1]
        self._step += 1


class StreamingDetector:
    """Scores each value of a series by the two ways in which a metric can leave its habits.

    One is the distance from what the same time of the seven days before makes likely (their median), at one
    step and as the mean of four; the other is the distance of the mean of sixteen steps from the long-run
    median. Each distance is judged against its own past (`ExponentialTail`), so the detector has no unit and no
    parameter of the series but `steps_per_day`. The score is the larger of the one-step seasonal evidence and
    the sum of the other two, as −log₁₀ P; `alarm` is 4. After an alarm the detector says 0 for `quiet` steps
    (one event, one alarm), and the bar is one higher, which wears off by half every 350 steps: what keeps
    alarming becomes a habit.

    >>> detector = StreamingDetector(24)
    >>> quiet = [detector.update(10 + hour % 24 + hour % 5 / 10) for hour in range(400)]
    >>> max(quiet), detector.update(90) > 4, detector.update(90)
    (0.0, True, 0.0)
    """

    def __init__(self, steps_per_day: int, *, alarm: float = 4.0, quiet: int = 100) -> None:
        self._day = max(steps_per_day, 1)
        self._alarm, self._quiet = alarm, quiet
        self._values: deque[float] = deque(maxlen=_DAYS * self._day)
        self._level = SortedWindow(_LEVEL_MEMORY)
        self._newest: deque[float] = deque(maxlen=16)
        self._residuals: deque[float] = deque(maxlen=4)
        self._tails = tuple(ExponentialTail() for _ in range(3))
        self._silent = 0
        self._lift = 0.0

    def update(self, value: float) -> float:
        """Return the strength of an alarm at this value, 0 where there is none, and learn the value."""
        score = self._score(value)
        self._lift *= _WEARING_OFF
        if self._silent:
            self._silent -= 1
            return 0.0
        if score < self._alarm + self._lift:
            return 0.0
        self._silent = self._quiet
        self._lift += 1
        return score

    def _score(self, value: float) -> float:
        self._newest.append(value)
        self._residuals.append(self._seasonal_residual(value))
        level = self._level.quantile(0.5) if len(self._level) >= _LEAST_LEVEL else None
        shift = 0.0 if level is None else abs(statistics.fmean(self._newest) - level)
        sizes = (abs(self._residuals[-1]), abs(statistics.fmean(self._residuals)), shift)
        jump, residual, lasting = (tail.score(size) for tail, size in zip(self._tails, sizes, strict=True))
        self._values.append(value)
        self._level.push(value)
        return max(jump, residual + lasting)

    def _seasonal_residual(self, value: float) -> float:
        past = self._values
        same = [past[-lag] for lag in range(self._day, len(past) + 1, self._day)]
        return value - statistics.median(same) if same else 0.0
