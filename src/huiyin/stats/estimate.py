"""The only shape in which a figure leaves the statistics: a value with its uncertainty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Verdict(StrEnum):
    """Whether the evidence is enough to read the value."""

    OK = "ok"
    INSUFFICIENT = "insufficient"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value, its interval at `level`, the number `n` of independent units behind it, and the method.

    >>> Estimate(0.1, 0.0552, 0.1744, 100, "wilson").guarded(200).verdict
    <Verdict.INSUFFICIENT: 'insufficient'>
    """

    value: float | None
    low: float | None
    high: float | None
    n: int
    method: str
    level: float = 0.95
    verdict: Verdict = Verdict.OK

    def as_dict(self) -> dict[str, object]:
        """Return the JSON shape used by the API, reports and frozen evidence."""
        return {
            "value": self.value,
            "low": self.low,
            "high": self.high,
            "n": self.n,
            "level": self.level,
            "method": self.method,
            "verdict": str(self.verdict),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Estimate:
        """Read back what `as_dict` wrote; raises KeyError or ValueError on any other shape."""
        fields = {name: data[name] for name in ("value", "low", "high", "n", "method", "level")}
        return cls(**fields, verdict=Verdict(str(data["verdict"])))  # type: ignore[arg-type]

    @property
    def sufficient(self) -> bool:
        """Whether the value may be read as a finding."""
        return self.verdict is Verdict.OK and self.value is not None

    @property
    def excludes_zero(self) -> bool:
        """Whether the interval lies on one side of zero, which for a difference means significant."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)

    def guarded(self, minimum_n: int) -> Estimate:
        """Return the same figure, marked insufficient when fewer than `minimum_n` units carry it."""
        return self if self.n >= minimum_n else replace(self, verdict=Verdict.INSUFFICIENT)

    def scaled(self, factor: float) -> Estimate:
        """Return the figure in another unit; `factor` is positive."""
        return replace(
            self,
            value=None if self.value is None else self.value * factor,
            low=None if self.low is None else self.low * factor,
            high=None if self.high is None else self.high * factor,
        )


def insufficient(n: int, method: str, *, level: float = 0.95) -> Estimate:
    """Return the estimate that says only that the evidence is not enough."""
    return Estimate(None, None, None, n, method, level, Verdict.INSUFFICIENT)


def exact_count(count: int) -> Estimate:
    """Return a full count: it was received, not sampled, so its interval is the value itself.

    >>> exact_count(7).high
    7.0
    """
    return Estimate(float(count), float(count), float(count), count, "count")
