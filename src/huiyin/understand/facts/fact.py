"""One fact: how many customers speak about an aspect, how badly, how strongly, and where it is heading."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from huiyin.stats import Direction, Estimate
from huiyin.understand.audits.correction import Corrected


@dataclass(frozen=True, slots=True)
class FactWeek:
    """Distinct customers of one week (named by its Monday): all heard, about the aspect, negative about it."""

    week: date
    base: int
    customers: int
    negative: int


@dataclass(frozen=True, slots=True)
class FactTrend:
    """The weekly series, the fitted change of the negative share from first to last week, and its test.

    `p_value` and `adjusted_p_value` (over the facts shown together) are None where no test could be made.
    """

    weeks: tuple[FactWeek, ...]
    direction: Direction
    change: Estimate
    p_value: float | None
    adjusted_p_value: float | None


@dataclass(frozen=True, slots=True)
class Counted(Estimate):
    """A share of customers that also says how many customers that is."""

    count: int = 0

    @classmethod
    def of(cls, estimate: Estimate, count: int) -> Counted:
        """Attach the count to a share."""
        e = estimate
        return cls(e.value, e.low, e.high, e.n, e.method, e.level, e.verdict, count)


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known about one aspect within the filters.

    `customers` and `negative_customers` are shares of everyone who spoke; `share_negative` is the average over the
    aspect's customers of the negative part of what each said; `intensity` (0..1) averages negative opinions only,
    each customer counted once. `corrected` are the shares as people would have found them, where an audit tells.
    """

    aspect: str
    zh: str
    en: str
    path_zh: tuple[str, ...]
    path_en: tuple[str, ...]
    customers: Counted
    negative_customers: Counted
    messages: int
    share_negative: Estimate
    intensity: Estimate
    trend: FactTrend
    link: str
    corrected: Corrected | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON shape, as frozen into evidence."""
        plain: dict[str, Any] = asdict(self)
        for week in plain["trend"]["weeks"]:
            week["week"] = week["week"].isoformat()
        if plain["corrected"]:
            mark = plain["corrected"]["audit"]
            mark["drawn_at"] = mark["drawn_at"].isoformat()
        return plain


@dataclass(frozen=True, slots=True)
class Base:
    """Everyone who spoke within the filters, whatever about."""

    customers: int
    voices: int
