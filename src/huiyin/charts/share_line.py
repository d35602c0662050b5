"""A share over the weeks as a line inside its interval band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huiyin.charts.figure import (
    Figure,
    Language,
    Measured,
    Option,
    Table,
    drawable,
    frame,
    interval_text,
    line_axis,
    percent_points,
    share_axis,
    short_days,
    tooltip,
)
from huiyin.charts.interval import band
from huiyin.charts.palette import ACCENT, NEGATIVE


@dataclass(frozen=True, slots=True)
class WeeklyShare:
    """The share of one week in 0..1; `link` opens the voices behind it.

    `partial` marks a week that the window cuts: its point is hollow, for few days speak for it.
    """

    week: str
    estimate: Measured
    link: str | None = None
    partial: bool = False


def sentiment_chart(weeks: Sequence[WeeklyShare], *, language: Language = Language.ZH) -> Figure:
    """Return the share of customers who spoke negatively, week by week, with its interval."""
    zh = language is Language.ZH
    return _line(
        weeks, "▼ 表达不满的客户占比" if zh else "▼ Customers who spoke negatively", NEGATIVE, language
    )


def aspect_trend_chart(
    weeks: Sequence[WeeklyShare], *, name_zh: str, name_en: str, language: Language = Language.ZH
) -> Figure:
    """Return the share of customers with a negative opinion about one aspect, week by week."""
    name = (
        f"{name_zh}：负面客户占比"
        if language is Language.ZH
        else f"{name_en}: customers with a negative opinion"
    )
    return _line(weeks, name, ACCENT, language)


def _line(weeks: Sequence[WeeklyShare], name: str, colour: str, language: Language) -> Figure:
    zh = language is Language.ZH
    names = short_days([w.week for w in weeks])
    option = frame(
        language,
        name,
        xAxis=line_axis(names),
        yAxis=share_axis([w.estimate for w in weeks]),
        legend={"top": 0, "left": 0, "data": [name]},
        series=[*band([drawable(w.estimate) for w in weeks], colour), _curve(weeks, name, colour, language)],
    )
    head = (
        ("周", "占比（%）", "区间下限", "区间上限", "客户数")
        if zh
        else ("Week", "Share (%)", "Low", "High", "Customers")
    )
    rows = tuple(
        (
            w.week,
            *(percent_points(v) for v in (w.estimate.value, w.estimate.low, w.estimate.high)),
            w.estimate.n,
        )
        for w in weeks
    )
    return Figure(option, Table(head, rows))


def _curve(weeks: Sequence[WeeklyShare], name: str, colour: str, language: Language) -> Option:
    return {
        "type": "line",
        "name": name,
        "symbol": "circle",
        "symbolSize": 6,
        "itemStyle": {"color": colour},
        "lineStyle": {"color": colour, "width": 2},
        "data": [_point(w, name, language) for w in weeks],
    }


def _point(week: WeeklyShare, name: str, language: Language) -> Option:
    cut = ("（不满一周）" if language is Language.ZH else " (part of a week)") if week.partial else ""
    point: Option = {
        "value": percent_points(week.estimate.value),
        "link": week.link,
        "tooltip": tooltip(f"{week.week}{cut}", f"{name} {interval_text(week.estimate, language)}"),
    }
    return point | {"symbol": "emptyCircle"} if week.partial else point
