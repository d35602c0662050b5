"""What a chart function returns: an ECharts option and its table twin, both plain data."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from huiyin.charts.palette import GRID

Option = dict[str, Any]


class Language(StrEnum):
    """The language of a chart's words."""

    ZH = "zh"
    EN = "en"


class Measured(Protocol):
    """Anything with a value, its interval and the number of units behind it, such as an estimate."""

    @property
    def value(self) -> float | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def n(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """A plain measured value, for charts drawn without an estimate at hand."""

    value: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Table:
    """The figure as rows, for reading aloud, copying and exporting."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | int | None, ...], ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON shape of the table twin."""
        return {"columns": list(self.columns), "rows": [list(row) for row in self.rows]}


@dataclass(frozen=True, slots=True)
class Figure:
    """One chart: `option` goes to ECharts as it is (no functions inside), `table` says the same in words."""

    option: Option
    table: Table


def frame(language: Language, about: str, **parts: Any) -> Option:
    """Return the parts every option shares; the background stays the page's own, light or dark."""
    shared: Option = {
        "animation": False,
        "backgroundColor": "transparent",
        "aria": {"enabled": True, "label": {"description": about}},
        "grid": {"left": 8, "right": 24, "top": 40, "bottom": 8, "containLabel": True},
        "legend": {"top": 0, "left": 0, "icon": "roundRect"},
        "tooltip": {"trigger": "item", "confine": True},
        "textStyle": {"fontFamily": "inherit"},
        "locale": str(language),
    }
    return shared | parts


def percent(value: float | None, digits: int = 1) -> str:
    """Write a share as people read it.

    >>> percent(0.0312)
    '3.1%'
    """
    return "—" if value is None else f"{100 * value:.{digits}f}%"


def short_days(days: Sequence[str]) -> list[str]:
    """Write ISO days as an axis has room for; the year is told only where there are several.

    >>> short_days(["2026-08-24", "2026-11-02"]), short_days(["2025-12-29", "2026-01-05"])
    (['8/24', '11/2'], ['25/12/29', '26/1/5'])
    """
    parts = [day.split("-") for day in days]
    several = len({year for year, *_ in parts}) > 1
    return [
        "/".join([*([year[2:]] if several else []), str(int(month)), str(int(day))])
        for year, month, day in parts
    ]


def line_axis(names: Sequence[str]) -> Option:
    """Return the horizontal axis of lines, which run from edge to edge."""
    return {"type": "category", "data": list(names), "boundaryGap": False, "axisTick": {"show": False}}


def percent_points(value: float | None) -> float | None:
    """Return a share in percent, the unit in which axes and tables show it.

    >>> percent_points(0.03125)
    3.125
    """
    return None if value is None else round(100 * value, 4)


def share_cells(share: Measured) -> tuple[float | None, float | None, float | None]:
    """Return value, lower and upper bound in percent, as the table twin shows them."""
    return percent_points(share.value), percent_points(share.low), percent_points(share.high)


def interval_text(measured: Measured, language: Language, *, share: bool = True) -> str:
    """Write value, interval and n in one line.

    >>> interval_text(Reading(0.031, 0.028, 0.034, 13245), Language.ZH)
    '3.1%（区间 2.8–3.4%，n = 13,245）'
    """
    if measured.value is None or measured.low is None or measured.high is None:
        return "证据不足" if language is Language.ZH else "not enough evidence"
    write = percent if share else _decimal
    bounds = f"{write(measured.low).removesuffix('%')}–{write(measured.high)}"
    if language is Language.ZH:
        return f"{write(measured.value)}（区间 {bounds}，n = {measured.n:,}）"
    return f"{write(measured.value)} (interval {bounds}, n = {measured.n:,})"


def tooltip(*lines: str) -> Option:
    """Return a datum's tooltip as a fixed text; names come from customers' data, so they are escaped."""
    safe = [html.escape(line).replace("{", "&#123;").replace("}", "&#125;") for line in lines]
    return {"formatter": "<br/>".join(safe)}


def drawable(measured: Measured) -> tuple[float, float] | None:
    """Return the interval in percent, None where there is none to draw."""
    low, high = percent_points(measured.low), percent_points(measured.high)
    return None if low is None or high is None else (low, high)


def share_axis(shares: Sequence[Measured], name: str = "") -> Option:
    """Return a value axis from zero in percent that reaches beyond every interval.

    ECharts leaves out a whisker that ends outside the axis, so the end is set here.
    """
    highest = max((percent_points(each.high) or 0.0 for each in shares), default=0.0)
    return {
        "type": "value",
        "name": name,
        "min": 0,
        "max": round_up(highest),
        "axisLabel": {"formatter": "{value}%"},
        "splitLine": {"lineStyle": {"color": GRID}},
    }


def round_up(value: float) -> float:
    """Return the next number at or above `value` that makes an even axis of five steps.

    >>> round_up(17.0), round_up(3.4), round_up(0.0)
    (20.0, 4.0, 1.0)
    """
    if value <= 0:
        return 1.0
    magnitude: float = 10.0 ** math.floor(math.log10(value))
    for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8):
        if value <= step * magnitude:
            return round(step * magnitude, 6)
    return round(10 * magnitude, 6)


def _decimal(value: float | None) -> str:
    return "—" if value is None else f"{value:.2f}"
