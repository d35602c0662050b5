"""What a detector says of one moment of a series."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surprise:
    """A count beside what was expected of it: the prediction band at `level`, and P(at least this many)."""

    observed: float
    expected: float
    low: float
    high: float
    p_value: float
    level: float = 0.95

    @property
    def excess(self) -> float:
        """How many more than expected."""
        return self.observed - self.expected

    @property
    def ratio(self) -> float:
        """How many times the expectation; a floor of one half event keeps it finite.

        >>> Surprise(12, 4, 1, 8, 0.001).ratio
        3.0
        """
        return self.observed / max(self.expected, 0.5)
