"""How many voices came in each week, stacked by sentiment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huiyin.charts.figure import Figure, Language, Option, Table, frame, short_days
from huiyin.charts.palette import GRID, MARKS, NAMES, polarity_style

PALE = 0.5


@dataclass(frozen=True, slots=True)
class VolumeWeek:
    """Voices of one week by overall sentiment; `unrated` are those without an evaluation.

    `partial` marks a week that the window cuts: its bar is pale, for it is low only because it is short.
    """

    week: str
    negative: int
    neutral: int
    positive: int
    unrated: int = 0
    partial: bool = False


def volume_chart(weeks: Sequence[VolumeWeek], *, language: Language = Language.ZH) -> Figure:
    """Return stacked bars, one per week; neutral includes voices without any evaluation."""
    zh = language is Language.ZH
    counts = {
        -1: [w.negative for w in weeks],
        0: [w.neutral + w.unrated for w in weeks],
        1: [w.positive for w in weeks],
    }
    names = [w.week for w in weeks]
    option = frame(
        language,
        "每周原声数，按情感堆叠" if zh else "Voices per week, stacked by sentiment",
        xAxis={"type": "category", "data": short_days(names), "axisTick": {"show": False}},
        yAxis={"type": "value", "minInterval": 1, "splitLine": {"lineStyle": {"color": GRID}}},
        tooltip={"trigger": "axis", "axisPointer": {"type": "shadow"}, "confine": True},
        series=[_bars(sentiment, weeks, counts[sentiment], zh=zh) for sentiment in (-1, 0, 1)],
    )
    head = (
        ("周", *(NAMES[s][0] for s in (-1, 0, 1)), "合计")
        if zh
        else ("Week", *(NAMES[s][1] for s in (-1, 0, 1)), "Total")
    )
    rows = tuple(
        (name, a, b, c, a + b + c)
        for name, a, b, c in zip(names, counts[-1], counts[0], counts[1], strict=True)
    )
    return Figure(option, Table(head, rows))


def _bars(sentiment: int, weeks: Sequence[VolumeWeek], counts: Sequence[int], *, zh: bool) -> Option:
    name = f"{MARKS[sentiment]} {NAMES[sentiment][0 if zh else 1]}"
    return {
        "type": "bar",
        "name": name,
        "stack": "voices",
        "barMaxWidth": 28,
        "itemStyle": polarity_style(sentiment),
        "data": [_bar(week, sentiment, count) for week, count in zip(weeks, counts, strict=True)],
    }


def _bar(week: VolumeWeek, sentiment: int, count: int) -> Option:
    bar: Option = {"value": count, "week": week.week, "sentiment": sentiment}
    return bar | {"itemStyle": {"opacity": PALE}} if week.partial else bar
