"""One fact opened: where it comes from, how it runs over the weeks, and how it was computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from huiyin import charts, stats
from huiyin.charts import Figure, Language, WeeklyShare
from huiyin.stats import Estimate
from huiyin.understand.fact import Base, Counted, Fact
from huiyin.understand.facts import Context, counted_share, one_fact
from huiyin.understand.filters import Filters
from huiyin.understand.links import voices_link
from huiyin.understand.names import Name, channel_name, type_name
from huiyin.understand.queries import run

DIMENSIONS = ("channel", "product", "segment")


@dataclass(frozen=True, slots=True)
class Group:
    """One channel, product, segment or type of a fact.

    For a dimension, `customers` and `negative_customers` are shares of everyone who spoke there; for a type,
    of the customers who spoke of the aspect. `unusual` tells that the negative share differs from that of the rest,
    corrected over the groups shown together.
    """

    id: str
    zh: str
    en: str
    customers: Counted
    negative_customers: Counted | None
    share_negative: Estimate | None
    difference: Estimate | None
    unusual: bool
    link: str


@dataclass(frozen=True, slots=True)
class FactDetail:
    """A fact with its breakdowns and its weekly chart."""

    base: Base
    fact: Fact
    by_channel: tuple[Group, ...]
    by_product: tuple[Group, ...]
    by_segment: tuple[Group, ...]
    types: tuple[Group, ...]
    trend_chart: Figure
    how: Name


def fact_detail(
    context: Context, filters: Filters, aspect: str, *, language: Language = Language.ZH
) -> FactDetail:
    """Return everything about one aspect; `filters` should have a closed window."""
    base, fact = one_fact(context, filters, aspect)
    by_dimension = breakdowns(context, filters, aspect)
    return FactDetail(
        base=base,
        fact=fact,
        by_channel=by_dimension["channel"],
        by_product=by_dimension["product"],
        by_segment=by_dimension["segment"],
        types=_types(context, filters.about(aspect), fact.customers.count),
        trend_chart=_trend_chart(fact, language),
        how=how_computed(context.minimum_n),
    )


def breakdowns(context: Context, filters: Filters, aspect: str) -> Mapping[str, tuple[Group, ...]]:
    """Return, by dimension, the groups ordered by their negative customers."""
    about = filters.about(aspect)
    base = _by_dimension(
        run(context.facts, "facts.base_groups", voice=filters.base().voice_where()).to_dicts()
    )
    spoken = _by_dimension(
        run(context.facts, "facts.aspect_groups", opinion=about.opinion_where()).to_dicts()
    )
    return {
        name: _groups(context, about, name, base.get(name, {}), spoken.get(name, {})) for name in DIMENSIONS
    }


def how_computed(minimum_n: int) -> Name:
    """Return the explanation that stands behind "怎么算的"."""
    return Name(
        zh=(
            "占比 = 提到该维度的不同客户数 ÷ 同一筛选（时间、渠道、产品、客群、地区、来源、关键词）下发声的全部不同客户数；"
            "一位客户无论说多少次只计一次，区间为 95% Wilson 区间。负面占比与情感强度先在每位客户内平均，再对客户求均值，"
            "强度只计负面观点。趋势检验每周负面客户占比的加权回归，区间取二项与过度离散（并按残差自相关放宽）中较宽者，"
            f"并对整张表做 Benjamini–Hochberg 校正。少于 {minimum_n} 位客户显示“证据不足”。"
            "主动发声的客户不是随机样本，区间只代表“发声者之中”。"
        ),
        en=(
            "Share = distinct customers who mention the aspect ÷ all distinct customers who spoke under the same filters "
            "(time, channel, product, segment, region, source, words); nobody counts twice; 95% Wilson interval. "
            "Share negative and intensity are averaged within each customer first, then over customers; intensity counts "
            "negative opinions only. The trend is a weighted regression of the weekly share of negative customers, with the "
            "wider of the binomial and the over-dispersed, autocorrelation-widened interval, corrected over the whole "
            f"table by Benjamini–Hochberg. Fewer than {minimum_n} customers read “not enough evidence”. Customers who chose "
            "to speak are no random sample: intervals hold among those who spoke."
        ),
    )


def _by_dimension(rows: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Mapping[str, Any]]]:
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for row in rows:
        name = next(name for name in DIMENSIONS if not row[f"no_{name}"])
        if row["id"] is not None:
            found.setdefault(name, {})[row["id"]] = row
    return found


def _groups(
    context: Context,
    about: Filters,
    dimension: str,
    base: Mapping[str, Mapping[str, Any]],
    spoken: Mapping[str, Mapping[str, Any]],
) -> tuple[Group, ...]:
    everyone = sum(int(row["customers"]) for row in base.values())
    negatives = sum(int(row["negative_customers"]) for row in spoken.values())
    groups = []
    for key, row in base.items():
        heard, found = int(row["customers"]), spoken.get(key, {})
        customers, negative = int(found.get("customers", 0)), int(found.get("negative_customers", 0))
        rest = (max(negatives - negative, 0), everyone - heard)
        groups.append(_group(context, about, (dimension, key), heard, (customers, negative), rest))
    corrected = _mark_unusual(groups, [g.difference for g in groups])
    return tuple(
        sorted(
            corrected, key=lambda g: (-(g.negative_customers or g.customers).count, -g.customers.count, g.id)
        )
    )


def _group(
    context: Context,
    about: Filters,
    where: tuple[str, str],
    heard: int,
    counts: tuple[int, int],
    rest: tuple[int, int],
) -> Group:
    dimension, key = where
    name = channel_name(key) if dimension == "channel" else Name(key, key)
    minimum = context.minimum_n
    within = about.within(dimension, key)
    difference = stats.newcombe(min(counts[1], heard), heard, min(rest[0], rest[1]), rest[1]).guarded(minimum)
    return Group(
        id=key,
        zh=name.zh,
        en=name.en,
        customers=counted_share(counts[0], heard, minimum),
        negative_customers=counted_share(counts[1], heard, minimum),
        share_negative=stats.wilson(min(counts[1], counts[0]), counts[0]).guarded(minimum),
        difference=difference,
        unusual=False,
        link=voices_link(within),
    )


def _mark_unusual(groups: Sequence[Group], differences: Sequence[Estimate | None]) -> list[Group]:
    p_values = [_p_value(each) for each in differences]
    flags = stats.benjamini_hochberg(p_values)
    return [replace(group, unusual=bool(flag)) for group, flag in zip(groups, flags, strict=True)]


def _p_value(difference: Estimate | None) -> float:
    """Return the p-value that belongs to a difference's interval, NaN without evidence."""
    if difference is None or not difference.sufficient:
        return float("nan")
    return stats.p_value_of(difference)


def _types(context: Context, about: Filters, customers: int) -> tuple[Group, ...]:
    rows = run(context.facts, "facts.aspect_types", opinion=about.opinion_where()).iter_rows()
    return tuple(_type(context, about, key, count, customers) for key, count in rows)


def _type(context: Context, about: Filters, key: str, count: int, customers: int) -> Group:
    name = type_name(key)
    share = counted_share(count, customers, context.minimum_n)
    link = voices_link(replace(about, types=(key,)))
    return Group(key, name.zh, name.en, share, None, None, None, unusual=False, link=link)


def _trend_chart(fact: Fact, language: Language) -> Figure:
    weeks = [
        WeeklyShare(week.week.isoformat(), stats.wilson(min(week.negative, week.base), week.base))
        for week in fact.trend.weeks
    ]
    return charts.aspect_trend_chart(weeks, name_zh=fact.zh, name_en=fact.en, language=language)
