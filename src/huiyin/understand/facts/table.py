"""The facts table: every aspect within the filters, in a fixed number of queries."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from huiyin import stats
from huiyin.stats import Direction, Estimate, Trend
from huiyin.understand.audits.correction import Audited
from huiyin.understand.facts.fact import Base, Counted, Fact, FactTrend, FactWeek
from huiyin.understand.filters import ITSELF, Filters
from huiyin.understand.links import fact_link
from huiyin.understand.moments import moments
from huiyin.understand.names import AspectNames
from huiyin.understand.queries import FactsReader, run

ALPHA = 0.05
# The number of no aspect: everything within the filters is one group.
_WHOLE = "0"


class Level(StrEnum):
    """How finely aspects are told apart."""

    BROAD = "1"
    FINE = "2"
    FINEST = "3"


class Sort(StrEnum):
    """What the table is ordered by, largest first."""

    CUSTOMERS = "customers"
    NEGATIVE_CUSTOMERS = "negative_customers"
    SHARE_NEGATIVE = "share_negative"
    INTENSITY = "intensity"
    TREND = "trend"


@dataclass(frozen=True, slots=True)
class Bases:
    """Everyone who spoke, altogether and in each taxonomy."""

    everyone: Base
    by_taxonomy: Mapping[str, Base]

    def of(self, aspect: str) -> Base:
        """Return whom a share of customers who speak of `aspect` is a share of."""
        return self.by_taxonomy.get(aspect.split(".")[0], Base(0, 0))


@dataclass(frozen=True, slots=True)
class FactsTable:
    """The facts of one page; each is a share of those heard in its taxonomy, `base` is everyone."""

    base: Base
    facts: tuple[Fact, ...]
    bases: Bases


class AuditReader(Protocol):
    """Finds the audits that speak for some filters, by taxonomy."""

    def __call__(
        self, facts: FactsReader, filters: Filters, *, node: str, depth: int
    ) -> Mapping[str, Audited]: ...


@dataclass(frozen=True, slots=True)
class Context:
    """What every computation of this room needs: the facts, the names, and below which n nothing is claimed."""

    facts: FactsReader
    names: AspectNames
    minimum_n: int
    audits: AuditReader | None = None


@dataclass(frozen=True, slots=True)
class _Tested:
    """One member of the family of trends that are tested together."""

    weeks: tuple[FactWeek, ...]
    trend: Trend
    adjusted_p_value: float


def list_facts(
    context: Context, filters: Filters, *, level: Level = Level.FINE, sort: Sort = Sort.CUSTOMERS
) -> FactsTable:
    """Return a fact for each aspect spoken of.

    Trends are corrected over all aspects of the level, also those that an aspect filter hides, so that a
    fact says the same wherever it is shown. `filters` should have a closed window.
    """
    bases = read_bases(context, filters)
    family = _family(context, filters, level)
    rows = _rows(context, filters, aspect_at(level))
    depth = int(level.value)
    rows = [row | {"aspect": context.names.itself(row["aspect"], depth)} for row in rows]
    audited = _audited(context, filters, level)
    facts = [_fact(context, filters, row, bases.of(row["aspect"]), family, audited) for row in rows]
    return FactsTable(
        bases.everyone, tuple(sorted(facts, key=lambda fact: _rank(context, fact, sort))), bases
    )


def one_fact(context: Context, filters: Filters, aspect: str) -> tuple[Base, Fact]:
    """Return the fact of one aspect with its whole subtree; zero customers are a fact too."""
    about = filters.about(aspect)
    base = read_bases(context, filters).of(aspect)
    level = _level_of(aspect)
    family = _family(context, filters, level)
    audited = _audited(context, filters.about(aspect), level)
    row: dict[str, Any] = next(iter(_rows(context, about, _WHOLE)), {})
    return base, _fact(context, filters, row | {"aspect": aspect}, base, family, audited)


def read_bases(context: Context, filters: Filters) -> Bases:
    """Return everyone who spoke within the filters, whatever about."""
    rows = run(context.facts, "facts.base", voice=filters.base().voice_where()).iter_rows(named=True)
    bases = {row["taxonomy"]: Base(int(row["customers"]), int(row["voices"])) for row in rows}
    return Bases(bases.pop(None), bases)


def _rows(context: Context, filters: Filters, node: str) -> list[dict[str, Any]]:
    opinion = filters.opinion_where()
    messages = dict(run(context.facts, "facts.messages", node=node, opinion=opinion).iter_rows())
    rows = run(context.facts, "facts.aspects", node=node, opinion=opinion).to_dicts()
    return [row | {"messages": messages.get(row["aspect"], 0)} for row in rows]


def _family(context: Context, filters: Filters, level: Level) -> Mapping[str, _Tested]:
    """Test the trend of every aspect of a level."""
    node, depth = aspect_at(level), int(level.value)
    everything = replace(filters, aspects=())
    everyone = filters.unasked()
    worlds = _weeks(
        run(context.facts, "facts.taxonomy_weeks", voice=everyone.voice_where()).iter_rows(),
        run(context.facts, "facts.aspect_weeks", node=node, opinion=everything.opinion_where()).iter_rows(),
    )
    weeks = [pair for world in worlds for pair in world.items()]
    trends = [trend for world in worlds for trend in _trends(list(world.values()), context.minimum_n)]
    adjusted = stats.adjusted_p_values([trend.p_value for trend in trends])
    return {
        context.names.itself(aspect, depth): _Tested(each, trend, float(q))
        for (aspect, each), trend, q in zip(weeks, trends, adjusted, strict=True)
    }


def _level_of(aspect: str) -> Level:
    depth = aspect.count(".") + aspect.endswith(ITSELF)
    return {1: Level.BROAD, 2: Level.FINE}.get(depth, Level.FINEST)


def aspect_at(level: Level) -> str:
    """Return the column that numbers an opinion's aspect at a level."""
    return {Level.BROAD: "broad_id", Level.FINE: "fine_id", Level.FINEST: "aspect_id"}[level]


def _weeks(base_rows: Any, aspect_rows: Any) -> list[dict[str, tuple[FactWeek, ...]]]:
    """Return, for each taxonomy, every aspect's weeks over all weeks in which anyone spoke there.

    Silence about an aspect is a zero.
    """
    bases: dict[str, dict[date, int]] = defaultdict(dict)
    for taxonomy, week, heard in base_rows:
        bases[taxonomy][week] = heard
    spoken: dict[str, dict[date, tuple[int, int]]] = defaultdict(dict)
    for aspect, week, customers, negative in aspect_rows:
        spoken[aspect][week] = (customers, negative)
    worlds: dict[str, dict[str, tuple[FactWeek, ...]]] = defaultdict(dict)
    for aspect, by_week in spoken.items():
        world = aspect.split(".")[0]
        worlds[world][aspect] = tuple(
            FactWeek(week, heard, *by_week.get(week, (0, 0))) for week, heard in bases[world].items()
        )
    return list(worlds.values())


def _trends(family: Sequence[Sequence[FactWeek]], minimum_n: int) -> list[Trend]:
    """Test the negative share over the weeks; too few negative customers give no verdict, and no say in the rest."""
    negatives = [sum(week.negative for week in weeks) for weeks in family]
    totals = [week.base for week in family[0]] if family else []
    enough = [weeks for weeks, negative in zip(family, negatives, strict=True) if negative >= minimum_n]
    tested = iter(stats.share_trends([[week.negative for week in weeks] for weeks in enough], totals))
    return [
        next(tested) if negative >= minimum_n else Trend(stats.insufficient(negative, "trend-wls"), math.nan)
        for negative in negatives
    ]


def _audited(context: Context, filters: Filters, level: Level) -> Mapping[str, Audited]:
    """Return the audits that speak for the filters; an answer to some sentiments or types only has none."""
    if context.audits is None or filters.sentiments or filters.types:
        return {}
    return context.audits(context.facts, filters, node=aspect_at(level), depth=int(level.value))


def _fact(
    context: Context,
    filters: Filters,
    row: Mapping[str, Any],
    base: Base,
    family: Mapping[str, _Tested],
    audited: Mapping[str, Audited],
) -> Fact:
    aspect, minimum = row["aspect"], context.minimum_n
    customers, negative = int(row.get("customers", 0)), int(row.get("negative_customers", 0))
    name = context.names.name(aspect)
    audit = audited.get(aspect.split(".")[0])
    return Fact(
        aspect=aspect,
        zh=name.zh,
        en=name.en,
        path_zh=name.path_zh,
        path_en=name.path_en,
        customers=counted_share(customers, base.customers, minimum),
        negative_customers=counted_share(negative, base.customers, minimum),
        messages=int(row.get("messages", 0)),
        share_negative=_mean(row, "negative", customers, minimum),
        intensity=_mean(row, "severity", negative, minimum),
        trend=_fact_trend(family.get(aspect)),
        link=fact_link(aspect, filters),
        corrected=audit.correct(aspect.removesuffix(ITSELF), (customers, negative), base.customers, minimum)
        if audit
        else None,
    )


def counted_share(count: int, base: int, minimum_n: int) -> Counted:
    """Return the share of `base` customers with Wilson's interval and the count itself."""
    # A voice re-projected between two queries may be counted in one and not yet in the other.
    return Counted.of(stats.wilson(min(count, base), base).guarded(minimum_n), count)


def _mean(row: Mapping[str, Any], name: str, n: int, minimum_n: int) -> Estimate:
    return stats.bounded_mean(*moments(row, name, n), n).guarded(minimum_n)


def _fact_trend(tested: _Tested | None) -> FactTrend:
    if tested is None:
        nothing = stats.share_trend([], [])
        return FactTrend((), Direction.UNKNOWN, nothing.change, None, None)
    trend, adjusted = tested.trend, tested.adjusted_p_value
    return FactTrend(
        weeks=tested.weeks,
        direction=trend.direction(significant=adjusted <= ALPHA),
        change=trend.change,
        p_value=None if math.isnan(trend.p_value) else trend.p_value,
        adjusted_p_value=None if math.isnan(adjusted) else adjusted,
    )


def _rank(context: Context, fact: Fact, sort: Sort) -> tuple[bool, bool, float, int, str]:
    """Order by the chosen figure; what is insufficient comes last, and the catch-all, no issue anyone could act on."""
    figure: Estimate = {
        Sort.CUSTOMERS: fact.customers,
        Sort.NEGATIVE_CUSTOMERS: fact.negative_customers,
        Sort.SHARE_NEGATIVE: fact.share_negative,
        Sort.INTENSITY: fact.intensity,
        Sort.TREND: fact.trend.change,
    }[sort]
    weak = not figure.sufficient or (sort is Sort.TREND and fact.trend.direction is Direction.UNKNOWN)
    catch_all = context.names.is_general(fact.aspect)
    return catch_all, weak, -(figure.value or 0.0), -fact.customers.count, fact.aspect
