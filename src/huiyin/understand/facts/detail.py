"""One fact opened: where it comes from, how it runs over the weeks, and how it was computed."""

from __future__ import annotations

from dataclasses import dataclass

from huiyin import charts, stats
from huiyin.charts import Figure, Language, WeeklyShare
from huiyin.understand.facts.breakdown import Group, breakdowns, type_groups
from huiyin.understand.facts.fact import Base, Fact
from huiyin.understand.facts.table import Context, one_fact
from huiyin.understand.filters import Filters
from huiyin.understand.names import Name
from huiyin.understand.window import cuts_week


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
        types=type_groups(context, filters.about(aspect), fact.customers.count),
        trend_chart=_trend_chart(fact, filters, language),
        how=how_computed(context.minimum_n),
    )


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


def _trend_chart(fact: Fact, filters: Filters, language: Language) -> Figure:
    weeks = [
        WeeklyShare(
            week.week.isoformat(),
            stats.wilson(min(week.negative, week.base), week.base),
            partial=cuts_week(filters, week.week),
        )
        for week in fact.trend.weeks
    ]
    return charts.aspect_trend_chart(weeks, name_zh=fact.zh, name_en=fact.en, language=language)
