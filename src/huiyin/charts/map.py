"""A map of two measures: points with an interval on each axis, lines that divide it, a word in each corner."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from huiyin.charts.figure import (
    Figure,
    Language,
    Measured,
    Option,
    Table,
    frame,
    interval_text,
    round_up,
    tooltip,
)
from huiyin.charts.interval import Point, whiskers
from huiyin.charts.palette import COLOURS, GRID, WHISKER

LABELLED = 40


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One aspect: both measures in their own unit, and a tone (−1, 0, 1) that its colour and mark show."""

    key: str
    name: str
    across: Measured
    up: Measured
    tone: int = 0
    link: str | None = None


@dataclass(frozen=True, slots=True)
class _Scale:
    """How one axis writes its measure: shares in percent, scores as they are."""

    share: bool

    def at(self, value: float | None) -> float | None:
        if value is None:
            return None
        return round(100 * value if self.share else value, 4)

    def ends(self, measured: Sequence[Measured]) -> tuple[float, float]:
        lows = [self.at(m.low) for m in measured if m.low is not None]
        highs = [self.at(m.high) for m in measured if m.high is not None]
        low, high = (
            min((each for each in lows if each is not None), default=0.0),
            max((each for each in highs if each is not None), default=1.0),
        )
        if self.share:
            return 0.0, round_up(high)
        step = _step(high - low)
        return round(math.floor(low / step) * step, 6), round(math.ceil(high / step) * step, 6)


def _step(span: float) -> float:
    """Return the distance of an axis' lines, so that both ends fall on one."""
    return 0.1 if span <= 0.6 else 0.2 if span <= 1.2 else 0.4


def map_chart(
    points: Sequence[MapPoint],
    *,
    across: str,
    up: str,
    corners: tuple[str, str, str, str],
    line_up: float | None,
    line_across: float | None,
    shares: tuple[bool, bool] = (True, False),
    language: Language = Language.ZH,
) -> Figure:
    """Return the scatter; `corners` are top left, top right, bottom left, bottom right, `shares` which axis is in percent."""
    x, y = _Scale(shares[0]), _Scale(shares[1])
    drawn = [p for p in points if p.across.value is not None and p.up.value is not None]
    option = frame(
        language,
        f"{up} × {across}",
        legend={"show": False},
        grid={"left": 8, "right": 56, "top": 40, "bottom": 30, "containLabel": True},
        xAxis=_axis(across, x, [p.across for p in drawn]) | {"nameLocation": "middle", "nameGap": 28},
        yAxis=_axis(up, y, [p.up for p in drawn]) | {"nameTextStyle": {"align": "left"}},
        graphic=[_corner(word, place) for place, word in enumerate(corners)],
        series=[_points(drawn, (x, y), language), _lines(x.at(line_across), y.at(line_up))],
    )
    head = (
        ("维度", across, "下限", "上限", up, "下限", "上限")
        if language is Language.ZH
        else ("Aspect", across, "Low", "High", up, "Low", "High")
    )
    rows = tuple(
        (p.name, *(x.at(v) for v in (p.across.value, p.across.low, p.across.high)),
         *(y.at(v) for v in (p.up.value, p.up.low, p.up.high)))
        for p in points
    )  # fmt: skip
    return Figure(option, Table(head, rows))


def _axis(name: str, scale: _Scale, measured: Sequence[Measured]) -> Option:
    low, high = scale.ends(measured)
    axis: Option = {
        "type": "value",
        "name": name,
        "min": low,
        "max": high,
        "splitLine": {"lineStyle": {"color": GRID}},
        "axisLine": {"onZero": False},
    }
    if scale.share:
        return axis | {"axisLabel": {"formatter": "{value}%"}}
    return axis | {"interval": _step(high - low)}


def _points(points: Sequence[MapPoint], scales: tuple[_Scale, _Scale], language: Language) -> Option:
    x, y = scales
    frequent = {p.key for p in sorted(points, key=lambda p: -p.across.n)[:LABELLED]}
    return {
        "type": "scatter",
        "symbolSize": 10,
        "label": {"show": True, "position": "right", "formatter": "{b}", "fontSize": 12},
        "labelLayout": {"hideOverlap": True, "dy": -9},
        "data": [
            {
                "name": p.name,
                "aspect": p.key,
                "link": p.link,
                "value": [x.at(p.across.value), y.at(p.up.value)],
                "symbol": {-1: "triangle", 0: "circle", 1: "triangle"}[p.tone],
                "symbolRotate": 180 if p.tone < 0 else 0,
                "itemStyle": {"color": COLOURS[p.tone], "opacity": 0.9},
                "label": {"show": p.key in frequent},
                "tooltip": tooltip(
                    p.name,
                    interval_text(p.across, language, share=x.share),
                    interval_text(p.up, language, share=y.share),
                ),
            }
            for p in points
        ],
        "markLine": whiskers([line for p in points for line in _whiskers(p, x, y)]),
    }


def _whiskers(point: MapPoint, x: _Scale, y: _Scale) -> list[tuple[Point, Point]]:
    across, up = x.at(point.across.value), y.at(point.up.value)
    left, right = x.at(point.across.low), x.at(point.across.high)
    low, high = y.at(point.up.low), y.at(point.up.high)
    lines: list[tuple[Point, Point]] = []
    if across is not None and up is not None:
        if left is not None and right is not None:
            lines.append(((left, up), (right, up)))
        if low is not None and high is not None:
            lines.append(((across, low), (across, high)))
    return lines


def _lines(across: float | None, up: float | None) -> Option:
    """Return the lines that divide the map, as a series of their own beside the whiskers'."""
    data: list[Option] = [{"xAxis": across}] if across is not None else []
    data += [{"yAxis": up}] if up is not None else []
    return {
        "type": "scatter",
        "data": [],
        "markLine": {
            "silent": True,
            "symbol": ["none", "none"],
            "label": {"show": False},
            "lineStyle": {"type": "dashed", "color": WHISKER, "width": 1},
            "data": data,
        },
    }


def _corner(word: str, place: int) -> Option:
    side = {"left": 76} if place % 2 == 0 else {"right": 64}
    height = {"top": 46} if place < 2 else {"bottom": 62}
    text = {"text": word, "fill": WHISKER, "fontSize": 12}
    return {"type": "text", "silent": True, "z": 0, "style": text} | side | height
