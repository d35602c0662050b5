"""A share that changes with time since a beginning, as steps inside its interval: how fast cases close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huiyin.charts.figure import (
    Figure,
    Language,
    Measured,
    Table,
    drawable,
    frame,
    interval_text,
    line_axis,
    percent_points,
    share_axis,
    share_cells,
    tooltip,
)
from huiyin.charts.interval import band
from huiyin.charts.palette import ACCENT


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The share in 0..1 that a curve has reached after `days`."""

    days: int
    share: Measured


def closing_chart(points: Sequence[CurvePoint], *, language: Language = Language.ZH) -> Figure:
    """Return the share of cases that are closed by each day, with its interval."""
    zh = language is Language.ZH
    unit = "天" if zh else "days"
    name = "已关闭的工单占比（按天）" if zh else "Share of cases closed, by day"
    curve = {
        "type": "line",
        "name": name,
        "symbol": "none",
        "itemStyle": {"color": ACCENT},
        "lineStyle": {"color": ACCENT, "width": 2},
        "data": [
            {
                "value": percent_points(each.share.value),
                "tooltip": tooltip(f"{each.days} {unit}", f"{name} {interval_text(each.share, language)}"),
            }
            for each in points
        ],
    }
    option = frame(
        language,
        name,
        xAxis=line_axis([str(each.days) for each in points]),
        yAxis=share_axis([each.share for each in points]),
        legend={"top": 0, "left": 0, "data": [name]},
        series=[*band([drawable(each.share) for each in points], ACCENT), curve],
    )
    head = (
        ("天数", "已关闭（%）", "区间下限", "区间上限", "工单数")
        if zh
        else ("Days", "Closed (%)", "Low", "High", "Cases")
    )
    rows = tuple((each.days, *share_cells(each.share), each.share.n) for each in points)
    return Figure(option, Table(head, rows))
