"""What an action did: the weeks as they were, beside what they would have held without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from huiyin.charts.figure import Figure, Language, Table, frame, line_axis, round_up, short_days, tooltip
from huiyin.charts.palette import ACCENT, GRID, NEUTRAL


@dataclass(frozen=True, slots=True)
class EffectWeek:
    """One week: how many there were, and how many were to be expected without the action, None before any fit."""

    week: str
    events: float
    expected: float | None


def effect_chart(weeks: Sequence[EffectWeek], *, done: str, language: Language = Language.ZH) -> Figure:
    """Return the chart of an effect; `done` is the first week after the action, marked as such."""
    zh = language is Language.ZH
    seen, without = ("实际每周", "若没有这项行动") if zh else ("Each week", "Without the action")
    names = [each.week for each in weeks]
    highest = max((max(each.events, each.expected or 0) for each in weeks), default=0)
    option = frame(
        language,
        f"{seen}，{without}" if zh else f"{seen}, {without}",
        xAxis=line_axis(short_days(names)),
        yAxis={
            "type": "value",
            "min": 0,
            "max": round_up(highest),
            "splitLine": {"lineStyle": {"color": GRID}},
        },
        legend={"top": 0, "left": 0, "data": [seen, without]},
        series=[_expected(weeks, without), _seen(weeks, seen, without, _mark(names, done, zh=zh))],
    )
    head = ("周", seen, without) if zh else ("Week", seen, without)
    rows = tuple((each.week, each.events, _rounded(each.expected)) for each in weeks)
    return Figure(option, Table(head, rows))


def _expected(weeks: Sequence[EffectWeek], name: str) -> dict[str, Any]:
    return {
        "type": "line",
        "name": name,
        "symbol": "none",
        "itemStyle": {"color": NEUTRAL},
        "lineStyle": {"color": NEUTRAL, "width": 2, "type": "dashed"},
        "data": [_rounded(each.expected) for each in weeks],
    }


def _seen(weeks: Sequence[EffectWeek], name: str, without: str, mark: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "line",
        "name": name,
        "symbol": "circle",
        "symbolSize": 5,
        "itemStyle": {"color": ACCENT},
        "lineStyle": {"color": ACCENT, "width": 2},
        "data": [
            {
                "value": each.events,
                "tooltip": tooltip(
                    each.week,
                    f"{name} {each.events:g}",
                    *([] if each.expected is None else [f"{without} {each.expected:.1f}"]),
                ),
            }
            for each in weeks
        ],
        "markLine": mark,
    }


def _mark(names: Sequence[str], done: str, *, zh: bool) -> dict[str, Any]:
    if done not in names:
        return {"data": []}
    return {
        "silent": True,
        "symbol": ["none", "none"],
        "lineStyle": {"type": "solid", "color": ACCENT, "width": 1},
        "label": {"formatter": "行动完成" if zh else "done", "position": "end"},
        "data": [{"xAxis": names.index(done)}],
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
