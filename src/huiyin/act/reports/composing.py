"""From the facts to a report: who was heard, what troubles most of them, where, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from huiyin import charts
from huiyin.act.actions.actions import Action
from huiyin.act.effects.judging import ActionEffect
from huiyin.act.reports.follow_up import follow_up_page
from huiyin.act.reports.page import Page, Quote, Report
from huiyin.act.samples import sample_voices
from huiyin.charts import Bar, Figure, Language, Table
from huiyin.stats import Estimate
from huiyin.understand import (
    Clause,
    Context,
    Fact,
    FactsTable,
    Filters,
    Group,
    Kpi,
    Overview,
    Sentence,
    Sort,
    fact_detail,
    fact_summary,
    facts_plane,
    facts_summary,
    freshness,
    list_facts,
    overview,
    window_of,
)

ISSUES = 3
QUOTES = 3
GROUPS = 5
_QUOTE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Brief:
    """What a report is asked to be; `actions` are shown with what became of them."""

    name: str
    filters: Filters
    language: Language = Language.ZH
    actions: Sequence[tuple[Action, ActionEffect | None]] = ()
    news: Page | None = None


def compose(context: Context, brief: Brief, *, now: datetime, zone: tzinfo) -> Report:
    """Return the report of a closed window; `now` is aware, days are those of `zone`."""
    filters, window = brief.filters, window_of(brief.filters)
    first = overview(context, filters, language=brief.language)
    table = list_facts(context, filters, sort=Sort.NEGATIVE_CUSTOMERS)
    pages = [
        _summary(first, brief),
        _mood(first, brief),
        *_issues(context, table, first, brief),
        _channels(first, brief),
        follow_up_page(brief.actions, language=brief.language),
    ]
    return Report(
        name=brief.name,
        language=brief.language,
        start=window.start,
        end=window.end,
        as_of=freshness(context.facts).as_of,
        made_at=now.astimezone(zone),
        scope=scope_of(context, filters, brief.language),
        pages=tuple(page for page in (brief.news, *pages) if page is not None),
    )


def scope_of(context: Context, filters: Filters, language: Language) -> str:
    """Return the filters in words, so that nobody mistakes a part for the whole."""
    aspects = (context.names.name(aspect) for aspect in filters.aspects)
    named = [
        *filters.products,
        *filters.channels,
        *filters.sources,
        *filters.segments,
        *filters.regions,
        *((name.zh if language is Language.ZH else name.en) for name in aspects),
    ]
    everyone = "全部客户与渠道" if language is Language.ZH else "All customers and channels"
    return " · ".join(named) or everyone


def _summary(first: Overview, brief: Brief) -> Page:
    zh = brief.language is Language.ZH
    head = (
        ("指标", "本期", "95% 区间", "n", "上期") if zh else ("Figure", "Now", "95% interval", "n", "Before")
    )
    return Page(
        key="summary",
        eyebrow="谁在说话" if zh else "Who was heard",
        title=first.headline[0],
        body=first.headline[1:],
        # Nobody spoke: the sentence says so, and an empty chart says nothing.
        figure=first.volume_chart if first.channels else None,
        table=Table(head, tuple(_kpi_row(kpi, zh=zh) for kpi in first.kpis)),
        note=_note(zh),
    )


def _mood(first: Overview, brief: Brief) -> Page | None:
    share = next(kpi for kpi in first.kpis if kpi.id == "negative_share")
    if not share.estimate.sufficient:
        return None
    value, zh = f"{100 * (share.estimate.value or 0):.1f}%", brief.language is Language.ZH
    change = share.change
    moved = change is not None and change.significant
    up = moved and change is not None and (change.value or 0) > 0
    told_zh = ("上升" if up else "下降") if moved else "没有显著变化"
    told_en = ("rose" if up else "fell") if moved else "did not change significantly"
    title = Sentence(
        (
            Clause(f"表达不满的客户占 {value}，较上期{told_zh}。", "", share.link)
            if zh
            else Clause("", f"{value} of customers spoke negatively; the share {told_en}.", share.link),
        )
    )
    return Page("mood", "客户满意吗" if zh else "How customers feel", title, figure=first.sentiment_chart)


def _issues(context: Context, table: FactsTable, first: Overview, brief: Brief) -> list[Page]:
    zh = brief.language is Language.ZH
    sentences = facts_summary(context, brief.filters, table)
    if not first.top_issues:
        return []
    plane = Page(
        key="issues",
        eyebrow="什么最要紧" if zh else "What matters most",
        title=sentences[0],
        body=sentences[1:],
        figure=facts_plane(context, table.facts, language=brief.language),
        note=(
            "横轴是受影响客户的占比，纵轴是不满的强度；两者从不合成一个数。"
            if zh
            else "Across: the share of customers affected. Up: how strongly they feel. The two are never one number."
        ),
    )
    ranking = Page(
        key="ranking",
        eyebrow="影响多少人" if zh else "How many it touches",
        title=_ranking_title(first.top_issues, zh=zh),
        figure=_ranking_chart(first.top_issues, brief.language),
    )
    return [plane, ranking, *(_issue(context, fact, brief) for fact in first.top_issues[:ISSUES])]


def _ranking_title(issues: Sequence[Fact], *, zh: bool) -> Sentence:
    named = [fact.zh if zh else fact.en for fact in issues[:3]]
    if zh:
        return Sentence((Clause(f"不满最多的是{'、'.join(f'“{name}”' for name in named)}。", ""),))
    return Sentence((Clause("", f"Most customers are unhappy about {', '.join(named)}."),))


def _ranking_chart(issues: Sequence[Fact], language: Language) -> Figure:
    zh = language is Language.ZH
    bars = [Bar(fact.zh if zh else fact.en, fact.negative_customers, fact.link) for fact in issues]
    title = "表达不满的客户占比" if zh else "Share of customers who are unhappy about it"
    return charts.bar_chart(bars, title=title, language=language)


def _issue(context: Context, fact: Fact, brief: Brief) -> Page:
    zh = brief.language is Language.ZH
    detail = fact_detail(context, brief.filters, fact.aspect, language=brief.language)
    groups = {"product": detail.by_product, "segment": detail.by_segment, "channel": detail.by_channel}
    return Page(
        key=f"issue:{fact.aspect}",
        eyebrow=(" / ".join(fact.path_zh) if zh else " / ".join(fact.path_en)),
        title=fact_summary(fact, brief.filters, groups)[0],
        figure=detail.trend_chart,
        table=_group_table(detail.by_product or detail.by_channel, zh=zh),
        quotes=_quotes(context, brief.filters.about(fact.aspect, -1)),
    )


def _group_table(groups: Sequence[Group], *, zh: bool) -> Table | None:
    rows = tuple(
        (group.zh if zh else group.en, _share(group.negative_customers, zh=zh), group.negative_customers.n)
        for group in groups
        if group.negative_customers is not None and group.negative_customers.count
    )[:GROUPS]
    head = ("产品", "不满客户占比（95% 区间）", "n") if zh else ("Product", "Unhappy (95% interval)", "n")
    return Table(head, rows) if rows else None


def _quotes(context: Context, filters: Filters) -> tuple[Quote, ...]:
    found = sample_voices(context.facts, filters.voice_where(), limit=4 * QUOTES)
    # A remark of three words shows nothing of what moved its author.
    found.sort(key=lambda voice: not 15 <= len(voice["text"]) <= _QUOTE_LENGTH)
    return tuple(_quote(voice) for voice in found[:QUOTES])


def _quote(voice: dict[str, Any]) -> Quote:
    plain = " ".join(str(voice["text"]).split())
    short = plain if len(plain) <= _QUOTE_LENGTH else plain[: _QUOTE_LENGTH - 1] + "…"
    return Quote(short, str(voice["source"]), datetime.fromisoformat(voice["occurred_at"]).date())


def _channels(first: Overview, brief: Brief) -> Page | None:
    zh = brief.language is Language.ZH
    shown = [row for row in first.channels if row.share_negative.sufficient]
    if len(shown) < 2:
        return None
    shown.sort(key=lambda row: -(row.share_negative.value or 0.0))
    top = shown[0]
    title = Sentence(
        (
            Clause(
                f"不满的声音在“{top.zh}”最集中，占 {_share(top.share_negative, zh=True)}。",
                f"Discontent is highest in {top.en}: {_share(top.share_negative, zh=False)}.",
                top.link,
            ),
        )
    )
    bars = [Bar(row.zh if zh else row.en, row.share_negative, row.link) for row in shown]
    label = "表达不满的客户占比" if zh else "Customers who spoke negatively"
    return Page(
        key="channels",
        eyebrow="在哪里说" if zh else "Where it is said",
        title=title,
        figure=charts.bar_chart(bars, title=label, language=brief.language),
        note="各渠道的人群不同，差异不等于渠道的原因。" if zh else "Channels attract different people.",
    )


def _kpi_row(kpi: Kpi, *, zh: bool) -> tuple[str | int, ...]:
    before = "—" if kpi.previous is None else _figure(kpi.previous, kpi.unit, zh=zh)
    return (
        kpi.zh if zh else kpi.en,
        _figure(kpi.estimate, kpi.unit, zh=zh),
        _interval(kpi.estimate, kpi.unit),
        kpi.estimate.n,
        before,
    )


def _figure(estimate: Estimate, unit: str, *, zh: bool) -> str:
    if not estimate.sufficient or estimate.value is None:
        return "证据不足" if zh else "not enough evidence"
    return _written(estimate.value, unit)


def _interval(estimate: Estimate, unit: str) -> str:
    if unit == "count" or not estimate.sufficient or estimate.low is None or estimate.high is None:
        return "—"
    return f"{_written(estimate.low, unit)} – {_written(estimate.high, unit)}"


def _written(value: float, unit: str) -> str:
    if unit == "share":
        return f"{100 * value:.1f}%"
    return f"{value:,.0f}" if unit == "count" else f"{value:.1f}"


def _share(estimate: Estimate | None, *, zh: bool) -> str:
    if estimate is None or not estimate.sufficient or estimate.value is None:
        return "证据不足" if zh else "not enough evidence"
    low, high = 100 * (estimate.low or 0), 100 * (estimate.high or 0)
    return (
        f"{100 * estimate.value:.1f}%（{low:.1f}–{high:.1f}%）"
        if zh
        else f"{100 * estimate.value:.1f}% ({low:.1f}–{high:.1f}%)"
    )


def _note(zh: bool) -> str:
    if zh:
        return (
            "一位客户无论说多少次只计一次；区间为 95%。主动发声的客户不是随机样本，区间只代表“发声者之中”。"
        )
    return "Nobody counts twice; intervals are 95%. Those who chose to speak are no random sample."
