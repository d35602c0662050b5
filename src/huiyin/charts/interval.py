"""Drawing intervals with plain ECharts series: whiskers as mark lines, bands as a transparent base plus a height."""

from __future__ import annotations

from collections.abc import Sequence

from huiyin.charts.figure import Option
from huiyin.charts.palette import WHISKER

Point = tuple[float | int, float | int]


def whiskers(lines: Sequence[tuple[Point, Point]], *, width: float = 1.2) -> Option:
    """Return a markLine that draws each (start, end) pair in data coordinates."""
    return {
        "silent": True,
        "symbol": ["none", "none"],
        "lineStyle": {"type": "solid", "color": WHISKER, "width": width},
        "label": {"show": False},
        "data": [[{"coord": list(start)}, {"coord": list(end)}] for start, end in lines],
    }


def band(
    bounds: Sequence[tuple[float, float] | None], colour: str, *, stack: str = "interval"
) -> list[Option]:
    """Return the two stacked line series that fill the space between the bounds; None leaves a gap."""
    base = [None if pair is None else pair[0] for pair in bounds]
    height = [None if pair is None else pair[1] - pair[0] for pair in bounds]
    shared: Option = {
        "type": "line",
        "stack": stack,
        "stackStrategy": "all",
        "symbol": "none",
        "silent": True,
        "lineStyle": {"opacity": 0},
        "emphasis": {"disabled": True},
        "tooltip": {"show": False},
    }
    return [
        shared | {"name": "", "data": base, "areaStyle": {"opacity": 0}},
        shared | {"name": "", "data": height, "areaStyle": {"color": colour, "opacity": 0.18}},
    ]
