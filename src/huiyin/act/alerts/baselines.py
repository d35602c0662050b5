"""What a rule's figure usually is: the same hours of the weeks before, with as many customers as now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from huiyin.stats import detection

WEEK_HOURS = 7 * 24
MOST_WINDOWS, FEWEST_WINDOWS = 8, 4
# The figure is read again and again, so that one reading in a thousand would be too many at a milder level.
ALPHA = 0.001


@dataclass(frozen=True, slots=True)
class Heard:
    """A count, and how much there was to count from: customers heard, or 1 for a window."""

    count: int
    exposure: float


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the `windows` before lead to expect of the figure, with its 95 % prediction interval.

    `p_value` is the chance of a figure at least this high; None where too few windows were heard to tell.
    """

    expected: float
    low: float
    high: float
    windows: int
    p_value: float | None

    @property
    def learned(self) -> bool:
        """Whether enough windows were heard."""
        return self.p_value is not None

    @property
    def is_exceeded(self) -> bool:
        """Whether the figure is unusual."""
        return self.p_value is not None and self.p_value <= ALPHA

    def as_dict(self) -> dict[str, Any]:
        """Return what an alert keeps."""
        return asdict(self)


def shifts(window_hours: int) -> list[timedelta]:
    """Return how far back the earlier windows lie: the same place in the week, or one before the other.

    >>> [shift.days for shift in shifts(24)][:3], [shift.days for shift in shifts(24 * 30)][:2]
    ([7, 14, 21], [30, 60])
    """
    step = timedelta(hours=max(window_hours, WEEK_HOURS))
    return [step * number for number in range(1, MOST_WINDOWS + 1)]


def baseline_of(now: Heard, before: Sequence[Heard]) -> Baseline:
    """Return what the windows before lead to expect of as many customers as are heard now.

    >>> usual = baseline_of(Heard(9, 100), [Heard(5, 100), Heard(3, 80), Heard(4, 90), Heard(6, 110)])
    >>> round(usual.expected, 1), usual.is_exceeded
    (4.9, False)
    >>> baseline_of(Heard(40, 100), [Heard(5, 100), Heard(3, 80), Heard(4, 90), Heard(6, 110)]).is_exceeded
    True
    """
    heard = [each for each in before if each.exposure > 0]
    exposure = sum(each.exposure for each in heard)
    if len(heard) < FEWEST_WINDOWS or now.exposure <= 0:
        rate = sum(each.count for each in heard) / exposure if exposure else 0.0
        expected = rate * now.exposure
        return Baseline(expected, 0.0, expected, len(heard), None)
    count = sum(each.count for each in heard)
    found = detection.predictive(
        now.count, now.exposure, count, exposure, _dispersion(heard, count / exposure)
    )
    return Baseline(found.expected, found.low, found.high, len(heard), found.p_value)


def _dispersion(heard: Sequence[Heard], rate: float) -> float:
    """Complaints come in clumps: how much more the windows differ than by chance alone (Pearson)."""
    if rate <= 0:
        return 1.0
    spread = sum((each.count - rate * each.exposure) ** 2 / (rate * each.exposure) for each in heard)
    return max(1.0, spread / (len(heard) - 1))
