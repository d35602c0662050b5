"""The figures of the first page: each with its interval, the period before, and a test of the difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.facts.table import Context
from huiyin.understand.filters import Filters
from huiyin.understand.links import voices_link
from huiyin.understand.moments import moments
from huiyin.understand.queries import run

RATING_SCALE = 5.0
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """Now − before, tested as one difference; `significant` means its interval excludes zero."""

    value: float | None
    low: float | None
    high: float | None
    significant: bool


@dataclass(frozen=True, slots=True)
class Kpi:
    """One figure; `unit` says how to write it: count, share (0..1) or score; `difference` is the full test."""

    id: str
    zh: str
    en: str
    unit: str
    estimate: Estimate
    previous: Estimate | None
    difference: Estimate | None
    link: str

    @property
    def change(self) -> Change | None:
        d = self.difference
        if d is None or d.value is None:
            return None
        return Change(d.value, d.low, d.high, d.sufficient and d.excludes_zero)


@dataclass(frozen=True, slots=True)
class _Measure:
    id: str
    zh: str
    en: str
    unit: str
    estimate: Callable[[Row], Estimate]
    difference: Callable[[Row, Row], Estimate]
    narrowed: Callable[[Filters], Filters] = lambda filters: filters


def list_kpis(context: Context, filters: Filters) -> tuple[Kpi, ...]:
    """Return the figures of a closed window beside those of the equally long period before it."""
    before = filters.previous()
    both = replace(filters, start=before.start if before else filters.start)
    rows = run(context.facts, "overview.periods", voice=both.voice_where(), params={"split": filters.start})
    periods = {int(row["period"]): row for row in rows.to_dicts()}
    now, past = periods.get(1, _NOTHING), periods.get(0)
    return tuple(_kpi(measure, filters, now, past, context.minimum_n) for measure in _MEASURES)


def _kpi(measure: _Measure, filters: Filters, now: Row, past: Row | None, minimum_n: int) -> Kpi:
    estimate = _guard(measure, measure.estimate(now), minimum_n)
    previous = None if past is None else _guard(measure, measure.estimate(past), minimum_n)
    difference = None if past is None else _guard(measure, measure.difference(now, past), minimum_n)
    link = voices_link(measure.narrowed(filters))
    return Kpi(measure.id, measure.zh, measure.en, measure.unit, estimate, previous, difference, link)


def _guard(measure: _Measure, estimate: Estimate, minimum_n: int) -> Estimate:
    # A count of what was received needs no minimum: it is all there is.
    return estimate if measure.unit == "count" else estimate.guarded(minimum_n)


def _negative_share(row: Row) -> Estimate:
    return stats.wilson(row["negative_customers"], row["customers"])


def _negative_change(now: Row, past: Row) -> Estimate:
    return stats.newcombe(
        now["negative_customers"], now["customers"], past["negative_customers"], past["customers"]
    )


def _answers(row: Row) -> tuple[int, int, int]:
    return row["promoters"], row["passives"], row["detractors"]


def _rating(row: Row) -> Estimate:
    rated = int(row["rated"])
    return stats.bounded_mean(*moments(row, "rating", rated), rated).scaled(RATING_SCALE)


def _count(name: str) -> Callable[[Row], Estimate]:
    return lambda row: stats.exact_count(int(row[name]))


def _count_change(name: str) -> Callable[[Row, Row], Estimate]:
    return lambda now, past: stats.poisson_change(int(now[name]), int(past[name]))


_NOTHING: Row = {
    "voices": 0,
    "customers": 0,
    "negative_customers": 0,
    "rated": 0,
    "rating_sum": 0.0,
    "rating_squares": 0.0,
    "promoters": 0,
    "passives": 0,
    "detractors": 0,
}

_MEASURES = (
    _Measure("voices", "原声", "Voices", "count", _count("voices"), _count_change("voices")),
    _Measure(
        "customers", "发声客户", "Customers heard", "count", _count("customers"), _count_change("customers")
    ),
    _Measure(
        "negative_share",
        "表达不满的客户占比",
        "Customers who spoke negatively",
        "share",
        _negative_share,
        _negative_change,
        lambda filters: filters if filters.aspects else replace(filters, sentiments=(-1,)),
    ),
    _Measure(
        "nps",
        "NPS",
        "NPS",
        "score",
        lambda row: stats.nps(*_answers(row)),
        lambda now, past: stats.nps_difference(_answers(now), _answers(past)),
        lambda filters: replace(filters, channels=("nps",)),
    ),
    _Measure(
        "rating",
        "平均评分（满分 5）",
        "Average rating (of 5)",
        "score",
        _rating,
        lambda now, past: stats.difference(_rating(now), _rating(past)),
    ),
)
