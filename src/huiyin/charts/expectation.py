"""Counts day by day as a line over the band of what was expected of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huiyin.charts.figure import Figure, Language, Table, frame, line_axis, round_up, short_days, tooltip
from huiyin.charts.interval import band
from huiyin.charts.palette import ACCENT, GRID, NEGATIVE, NEUTRAL


@dataclass(frozen=True, slots=True)
class ExpectedDay:
    """The count of one day, what was expected of it, and the band that holds 95 % of usual days."""

    day: str
    observed: int
    expected: float | None
    low: float | None
    high: float | None

    @property
    def beyond(self) -> bool:
        """Whether the count is above its band."""
        return self.high is not None and self.observed > self.high


def expectation_chart(
    days: Sequence[ExpectedDay], *, since: str | None = None, language: Language = Language.ZH
) -> Figure:
    """Return the chart of a watched series; days beyond the band are marked, `since` is where it began."""
    zh = language is Language.ZH
    seen, due = ("每天的条数", "预期") if zh else ("Voices a day", "Expected")
    highest = max((max(day.observed, day.high or 0) for day in days), default=0)
    names = [day.day for day in days]
    observed = {
        "type": "line",
        "name": seen,
        "symbol": "circle",
        "symbolSize": 5,
        "lineStyle": {"color": ACCENT, "width": 2},
        "itemStyle": {"color": ACCENT},
        "data": [_datum(day, language) for day in days],
        "markLine": _beginning(names, since, language),
    }
    expected = {
        "type": "line",
        "name": due,
        "symbol": "none",
        "itemStyle": {"color": NEUTRAL},
        "lineStyle": {"color": NEUTRAL, "width": 1, "type": "dashed"},
        "data": [day.expected for day in days],
    }
    bounds = [None if day.low is None or day.high is None else (day.low, day.high) for day in days]
    option = frame(
        language,
        seen,
        xAxis=line_axis(short_days(names)),
        yAxis={
            "type": "value",
            "min": 0,
            "max": round_up(highest),
            "minInterval": 1,
            "splitLine": {"lineStyle": {"color": GRID}},
        },
        legend={"top": 0, "left": 0, "data": [seen, due]},
        series=[*band(bounds, NEUTRAL), expected, observed],
    )
    head = (
        ("日期", "条数", "预期", "区间下限", "区间上限")
        if zh
        else ("Day", "Voices", "Expected", "Low", "High")
    )
    rows = tuple((day.day, day.observed, day.expected, day.low, day.high) for day in days)
    return Figure(option, Table(head, rows))


def _datum(day: ExpectedDay, language: Language) -> dict[str, object]:
    datum: dict[str, object] = {"value": day.observed, "tooltip": tooltip(day.day, _words(day, language))}
    if day.beyond:
        datum |= {"symbol": "diamond", "symbolSize": 10, "itemStyle": {"color": NEGATIVE}}
    return datum


def _words(day: ExpectedDay, language: Language) -> str:
    zh = language is Language.ZH
    count = f"{day.observed} 条" if zh else f"{day.observed} voices"
    if day.expected is None or day.low is None or day.high is None:
        return count
    usual = f"{day.low:.0f}–{day.high:.0f}"
    return (
        f"{count}（预期 {day.expected:.1f}，区间 {usual}）"
        if zh
        else f"{count} (expected {day.expected:.1f}, {usual})"
    )


def _beginning(names: Sequence[str], since: str | None, language: Language) -> dict[str, object]:
    if since is None or since not in names:
        return {"data": []}
    label = "开始" if language is Language.ZH else "began"
    return {
        "silent": True,
        "symbol": ["none", "none"],
        "lineStyle": {"type": "dotted", "color": NEGATIVE},
        "label": {"formatter": label, "position": "insideEndTop"},
        "data": [{"xAxis": names.index(since)}],
    }
