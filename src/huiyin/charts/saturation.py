"""How many new themes each further conversation brought, and how the total grew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huiyin.charts.figure import Figure, Language, Table, frame, tooltip
from huiyin.charts.interval import band
from huiyin.charts.palette import ACCENT, GRID, NEUTRAL


@dataclass(frozen=True, slots=True)
class SaturationPoint:
    """One conversation: what it added, the total so far, and the range of totals in other orders."""

    name: str
    new: int
    total: int
    low: float
    high: float


def saturation_chart(points: Sequence[SaturationPoint], *, language: Language = Language.ZH) -> Figure:
    """Return new themes as bars and the total as a line inside its range over other orders."""
    zh = language is Language.ZH
    fresh, total = ("新代码", "累计代码") if zh else ("New codes", "Codes so far")
    bars = {
        "type": "bar",
        "name": fresh,
        "barMaxWidth": 22,
        "itemStyle": {"color": NEUTRAL, "opacity": 0.7},
        "data": [
            {"value": each.new, "tooltip": tooltip(each.name, f"{fresh} {each.new}")} for each in points
        ],
    }
    line = {
        "type": "line",
        "name": total,
        "symbolSize": 6,
        "itemStyle": {"color": ACCENT},
        "lineStyle": {"color": ACCENT, "width": 2},
        "data": [
            {
                "value": each.total,
                "tooltip": tooltip(each.name, f"{total} {each.total} ({each.low:g}–{each.high:g})"),
            }
            for each in points
        ],
    }
    option = frame(
        language,
        f"{fresh} · {total}",
        xAxis={"type": "category", "data": [each.name for each in points], "axisTick": {"show": False}},
        yAxis={"type": "value", "min": 0, "minInterval": 1, "splitLine": {"lineStyle": {"color": GRID}}},
        legend={"top": 0, "left": 0, "data": [fresh, total]},
        series=[bars, *band([(each.low, each.high) for each in points], ACCENT), line],
    )
    head = (
        ("会谈", "新代码", "累计", "其他顺序 5%", "其他顺序 95%")
        if zh
        else ("Conversation", "New", "Total", "Other orders 5%", "Other orders 95%")
    )
    rows = tuple((each.name, each.new, each.total, each.low, each.high) for each in points)
    return Figure(option, Table(head, rows))
