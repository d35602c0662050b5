"""How dangerous a signal is: severity × spread × speed × reach, each 0 to 1, as one number of 0 to 100."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

from huiyin.stats.detection import Surprise

_PUBLIC = frozenset({"social", "review"})
_HALF_PEOPLE = 20.0
_HALF_REACH = 30.0


@dataclass(frozen=True, slots=True)
class Crisis:
    """The four parts and their geometric mean × 100.

    severity: the mean intensity of what is negative; spread: people beyond the expectation, half at twenty;
    speed: how many times the expectation, half at twice; reach: people who said it in public, half at thirty.
    """

    severity: float
    spread: float
    speed: float
    reach: float

    @property
    def score(self) -> float:
        """0 to 100; a part at zero keeps a little, for nothing is wholly out of reach."""
        parts = (self.severity, self.spread, self.speed, self.reach)
        return 100 * math.prod(max(part, 0.02) for part in parts) ** 0.25

    def as_dict(self) -> dict[str, float]:
        """Return the parts by name."""
        return {name: round(value, 3) for name, value in asdict(self).items()}


def crisis_of(surprise: Surprise, intensity: float, channels: dict[str, int]) -> Crisis:
    """Return the crisis score of a signal; `channels` counts its people by channel.

    >>> round(crisis_of(Surprise(45, 5, 1, 10, 1e-9), 0.8, {"social": 30, "service": 15}).score)
    67
    """
    public = sum(count for channel, count in channels.items() if channel in _PUBLIC)
    return Crisis(
        severity=min(max(intensity, 0.0), 1.0),
        spread=_half_at(_HALF_PEOPLE, max(surprise.excess, 0.0)),
        speed=_half_at(1.0, math.log2(max(surprise.ratio, 1.0))),
        reach=_half_at(_HALF_REACH, public),
    )


def _half_at(half: float, value: float) -> float:
    return value / (value + half)
