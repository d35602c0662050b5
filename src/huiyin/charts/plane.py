"""Frequency × severity: how many customers an issue touches, and how strongly they feel it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from huiyin.charts.figure import (
    Figure,
    Language,
    Measured,
    Option,
    Table,
    frame,
    interval_text,
    percent_points,
    share_axis,
    share_cells,
    tooltip,
)
from huiyin.charts.interval import Point, whiskers
from huiyin.charts.palette import ACCENT, GRID

LABELLED = 12


@dataclass(frozen=True, slots=True)
class PlanePoint:
    """One issue: `frequency` is the share of customers in 0..1, `severity` the mean intensity in 0..1."""

    key: str
    name: str
    frequency: Measured
    severity: Measured
    link: str | None = None


def plane_chart(points: Sequence[PlanePoint], *, language: Language = Language.ZH) -> Figure:
    """Return a scatter with an interval on each axis; points without both values are only in the table."""
    zh = language is Language.ZH
    drawn = [p for p in points if p.frequency.value is not None and p.severity.value is not None]
    option = frame(
        language,
        "问题的频率与严重程度" if zh else "Frequency and severity of issues",
        legend={"show": False},
        grid={"left": 8, "right": 48, "top": 32, "bottom": 28, "containLabel": True},
        xAxis=share_axis(
            [p.frequency for p in drawn], "负面客户占比" if zh else "Customers with a negative opinion"
        )
        | {"nameLocation": "middle", "nameGap": 28},
        yAxis={
            "type": "value",
            "name": "负面情感强度（0–1）" if zh else "Intensity of negative opinions (0–1)",
            "nameTextStyle": {"align": "left"},
            "min": _tenth(drawn, math.floor, "low"),
            "max": _tenth(drawn, math.ceil, "high"),
            "splitLine": {"lineStyle": {"color": GRID}},
        },
        series=[_scatter(drawn, language)],
    )
    head = (
        ("问题", "负面客户占比（%）", "下限", "上限", "强度", "强度下限", "强度上限")
        if zh
        else ("Issue", "Share (%)", "Low", "High", "Intensity", "Low", "High")
    )
    return Figure(option, Table(head, tuple(_row(point) for point in points)))


def _scatter(points: Sequence[PlanePoint], language: Language) -> Option:
    frequent = {p.key for p in sorted(points, key=lambda p: -(p.frequency.value or 0))[:LABELLED]}
    return {
        "type": "scatter",
        "symbolSize": 10,
        "itemStyle": {"color": ACCENT, "opacity": 0.85},
        "label": {"show": True, "position": "right", "formatter": "{b}", "fontSize": 12},
        "labelLayout": {"hideOverlap": True, "dy": -9},
        "data": [_datum(point, language, labelled=point.key in frequent) for point in points],
        "markLine": whiskers([line for point in points for line in _lines(point)]),
    }


def _datum(point: PlanePoint, language: Language, *, labelled: bool) -> Option:
    zh = language is Language.ZH
    return {
        "name": point.name,
        "aspect": point.key,
        "link": point.link,
        "value": [percent_points(point.frequency.value), point.severity.value],
        "label": {"show": labelled},
        "tooltip": tooltip(
            point.name,
            f"{'频率' if zh else 'Frequency'} {interval_text(point.frequency, language)}",
            f"{'强度' if zh else 'Intensity'} {interval_text(point.severity, language, share=False)}",
        ),
    }


def _tenth(points: Sequence[PlanePoint], rounded: Callable[[float], int], bound: str) -> float:
    """Return the severity axis' end: the outermost interval, rounded to the next tenth."""
    ends = [getattr(p.severity, bound) for p in points if getattr(p.severity, bound) is not None]
    outermost = (min if bound == "low" else max)(ends, default=0.0 if bound == "low" else 1.0)
    return rounded(10 * outermost) / 10


def _lines(point: PlanePoint) -> list[tuple[Point, Point]]:
    x, y = percent_points(point.frequency.value), point.severity.value
    low, high = percent_points(point.frequency.low), percent_points(point.frequency.high)
    lines: list[tuple[Point, Point]] = []
    if x is None or y is None:
        return lines
    if low is not None and high is not None:
        lines.append(((low, y), (high, y)))
    if point.severity.low is not None and point.severity.high is not None:
        lines.append(((x, point.severity.low), (x, point.severity.high)))
    return lines


def _row(point: PlanePoint) -> tuple[str | float | None, ...]:
    severity = point.severity
    return (point.name, *share_cells(point.frequency), severity.value, severity.low, severity.high)
