"""Horizontal bars with interval whiskers: the same share compared over channels, products or segments."""

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
    percent_points,
    share_axis,
    share_cells,
    tooltip,
)
from huiyin.charts.interval import whiskers
from huiyin.charts.palette import ACCENT


@dataclass(frozen=True, slots=True)
class Bar:
    """One category and its share in 0..1."""

    name: str
    share: Measured
    link: str | None = None


def bar_chart(bars: Sequence[Bar], *, title: str, language: Language = Language.ZH) -> Figure:
    """Return bars from top to bottom in the given order, each with its interval."""
    zh = language is Language.ZH
    option = frame(
        language,
        title,
        legend={"show": False},
        xAxis=share_axis([b.share for b in bars]),
        yAxis={
            "type": "category",
            "inverse": True,
            "data": [b.name for b in bars],
            "axisTick": {"show": False},
        },
        series=[_series(bars, title, language)],
    )
    head = (
        ("分组", "占比（%）", "下限", "上限", "客户数")
        if zh
        else ("Group", "Share (%)", "Low", "High", "Customers")
    )
    rows = tuple((bar.name, *share_cells(bar.share), bar.share.n) for bar in bars)
    return Figure(option, Table(head, rows))


def _series(bars: Sequence[Bar], title: str, language: Language) -> Option:
    intervals = [(index, drawable(bar.share)) for index, bar in enumerate(bars)]
    return {
        "type": "bar",
        "name": title,
        "barMaxWidth": 18,
        "itemStyle": {"color": ACCENT, "opacity": 0.55},
        "data": [
            {
                "value": percent_points(bar.share.value),
                "link": bar.link,
                "tooltip": tooltip(bar.name, f"{title} {interval_text(bar.share, language)}"),
            }
            for bar in bars
        ],
        "markLine": whiskers(
            [((pair[0], index), (pair[1], index)) for index, pair in intervals if pair is not None], width=1.6
        ),
    }
