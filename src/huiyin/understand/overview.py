"""The first page: what a manager should repeat, then the picture, then the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from huiyin import charts, stats
from huiyin.charts import Figure, Language, VolumeWeek, WeeklyShare
from huiyin.stats import Estimate
from huiyin.understand.facts.breakdown import breakdowns
from huiyin.understand.facts.fact import Fact
from huiyin.understand.facts.table import Context, FactsTable, Sort, list_facts
from huiyin.understand.filters import Filters
from huiyin.understand.headlines import overview_headline, worst_first
from huiyin.understand.kpis import Kpi, list_kpis
from huiyin.understand.links import voices_link
from huiyin.understand.names import channel_name
from huiyin.understand.queries import run
from huiyin.understand.sentences import Sentence
from huiyin.understand.window import cuts_week

TOP_ISSUES = 5


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """What one channel contributed."""

    channel: str
    zh: str
    en: str
    voices: int
    customers: int
    share_negative: Estimate
    link: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything this room adds to the first page."""

    headline: tuple[Sentence, ...]
    kpis: tuple[Kpi, ...]
    volume_chart: Figure
    sentiment_chart: Figure
    top_issues: tuple[Fact, ...]
    channels: tuple[ChannelRow, ...]


def overview(context: Context, filters: Filters, *, language: Language = Language.ZH) -> Overview:
    """Return the first page of a closed window."""
    kpis = list_kpis(context, filters)
    table = list_facts(context, filters, sort=Sort.NEGATIVE_CUSTOMERS)
    issues = top_issues(context, table)
    groups = breakdowns(context, filters, issues[0].aspect) if issues else {}
    weeks = run(context.facts, "overview.weeks", voice=filters.voice_where()).to_dicts()
    return Overview(
        headline=overview_headline(context, filters, kpis, table.facts, issues, groups),
        kpis=kpis,
        volume_chart=charts.volume_chart([_volume(week, filters) for week in weeks], language=language),
        sentiment_chart=charts.sentiment_chart([_share(week, filters) for week in weeks], language=language),
        top_issues=issues,
        channels=_channels(context, filters),
    )


def top_issues(context: Context, table: FactsTable) -> tuple[Fact, ...]:
    """Return the aspects with the largest share of unhappy customers."""
    return tuple(worst_first(context, table.facts)[:TOP_ISSUES])


def _volume(week: Mapping[str, Any], filters: Filters) -> VolumeWeek:
    monday = week["week"]
    counts = (week["negative"], week["neutral"], week["positive"], week["unrated"])
    return VolumeWeek(monday.isoformat(), *counts, partial=cuts_week(filters, monday))


def _share(week: Mapping[str, Any], filters: Filters) -> WeeklyShare:
    estimate = stats.wilson(week["negative_customers"], week["customers"])
    link = voices_link(replace(filters, sentiments=(-1,)))
    partial = cuts_week(filters, week["week"])
    return WeeklyShare(week["week"].isoformat(), estimate, link, partial=partial)


def _channels(context: Context, filters: Filters) -> tuple[ChannelRow, ...]:
    rows = run(context.facts, "overview.channels", voice=filters.voice_where())
    most_first = rows.sort("voices", descending=True, maintain_order=True)
    return tuple(_channel(context, filters, row) for row in most_first.to_dicts())


def _channel(context: Context, filters: Filters, row: Mapping[str, Any]) -> ChannelRow:
    name = channel_name(row["channel"])
    share = stats.wilson(row["negative_customers"], row["customers"]).guarded(context.minimum_n)
    link = voices_link(filters.within("channel", row["channel"]))
    return ChannelRow(row["channel"], name.zh, name.en, row["voices"], row["customers"], share, link)
