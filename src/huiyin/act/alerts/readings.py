"""What a rule's metric is right now, read from the facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from huiyin.act.alerts.alerts import Reading
from huiyin.act.alerts.baselines import Baseline, Heard, baseline_of, shifts
from huiyin.act.alerts.rules import AlertBasis, AlertMetric, AlertRule
from huiyin.act.samples import sample_voices
from huiyin.act.stored_filters import parse_filters
from huiyin.stats import Estimate, poisson_count, wilson
from huiyin.understand import Filters
from huiyin.understand.filters import Where
from huiyin.understand.queries import FactsReader

VERBATIMS = 5

_WINDOW = "occurred_at > $window_from AND occurred_at <= $window_to"


def read_metric(facts: FactsReader, rule: AlertRule, *, now: datetime, minimum_n: int) -> Reading:
    """Return the rule's metric over its window up to `now`, with recent voices behind it.

    A count carries the exact interval of its rate, a share Wilson's; a share of fewer than `minimum_n`
    customers is insufficient.
    """
    # The rule's own moving window replaces any days that its filters name.
    filters = replace(parse_filters(rule.filters), start=None, end=None)
    began = now - timedelta(hours=rule.window_hours)
    params = _between(began, now)
    return Reading(
        estimate=_estimate(facts, rule.metric, filters, params, minimum_n),
        window_from=began,
        window_to=now,
        verbatims=_verbatims(facts, rule.metric, filters, params),
        baseline=_baseline(facts, rule, filters, now) if rule.basis is AlertBasis.UNUSUAL else None,
    )


def _baseline(facts: FactsReader, rule: AlertRule, filters: Filters, now: datetime) -> Baseline:
    """Return what the same window of the weeks before leads to expect; a share's is a share."""
    length = timedelta(hours=rule.window_hours)
    heard = [
        _heard(facts, rule.metric, filters, _between(now - shift - length, now - shift))
        for shift in (timedelta(), *shifts(rule.window_hours))
    ]
    found = baseline_of(heard[0], heard[1:])
    if rule.metric is not AlertMetric.SHARE_NEGATIVE:
        return found
    customers = max(heard[0].exposure, 1.0)
    return replace(
        found, expected=found.expected / customers, low=found.low / customers, high=found.high / customers
    )


def _heard(facts: FactsReader, metric: AlertMetric, filters: Filters, params: dict[str, object]) -> Heard:
    """Return the figure of a window beside the customers it was drawn from; before the first voice there is no window."""
    if metric is AlertMetric.VOICES:
        anybody = _count_voices(facts, Filters(), params)
        return Heard(_count_voices(facts, filters, params), 1.0 if anybody else 0.0)
    customers, negative = _count_customers(facts, filters, params)
    if metric is AlertMetric.NEGATIVE_CUSTOMERS and filters.aspects:
        customers, _ = _count_customers(facts, replace(filters, aspects=()), params)
    return Heard(negative, customers)


def _estimate(
    facts: FactsReader,
    metric: AlertMetric,
    filters: Filters,
    params: dict[str, object],
    minimum_n: int,
) -> Estimate:
    if metric is AlertMetric.VOICES:
        return poisson_count(_count_voices(facts, filters, params))
    customers, negative = _count_customers(facts, filters, params)
    if metric is AlertMetric.NEGATIVE_CUSTOMERS:
        return poisson_count(negative)
    return wilson(negative, customers).guarded(minimum_n)


def _count_voices(facts: FactsReader, filters: Filters, params: dict[str, object]) -> int:
    where = filters.voice_where()
    sql = f"SELECT count(*) FROM voice WHERE {_WINDOW} AND ({where.sql})"  # noqa: S608 compiled conditions
    return int(facts.query(sql, {**params, **where.params}).item())


def _count_customers(facts: FactsReader, filters: Filters, params: dict[str, object]) -> tuple[int, int]:
    """Return how many customers spoke and how many of them negatively, about the aspects if any are named."""
    everyone = replace(filters, sentiments=())
    table, where = _table(everyone)
    sql = (
        "SELECT count(DISTINCT speaker), count(DISTINCT CASE WHEN sentiment < 0 THEN speaker END) "  # noqa: S608 compiled conditions
        f"FROM {table} WHERE {_WINDOW} AND ({where.sql})"
    )
    customers, negative = facts.query(sql, {**params, **where.params}).row(0)
    return int(customers), int(negative)


def _table(filters: Filters) -> tuple[str, Where]:
    if filters.aspects:
        return "opinion", filters.opinion_where()
    return "voice", filters.voice_where()


def _verbatims(
    facts: FactsReader, metric: AlertMetric, filters: Filters, params: dict[str, object]
) -> list[dict[str, Any]]:
    where = (filters if metric is AlertMetric.VOICES else replace(filters, sentiments=(-1,))).voice_where()
    windowed = Where(f"{_WINDOW} AND ({where.sql})", {**params, **where.params})
    return sample_voices(facts, windowed, limit=VERBATIMS)


def _between(began: datetime, ended: datetime) -> dict[str, object]:
    return {"window_from": _naive(began), "window_to": _naive(ended)}


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
