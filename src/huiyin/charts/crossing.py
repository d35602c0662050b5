"""Two dimensions crossed as a table of shaded cells, each with its share and interval written in."""

from __future__ import annotations

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
    percent,
    percent_points,
    round_up,
    share_cells,
    tooltip,
)

# The accent of the pages, thin enough that ink on it stays readable.
PALE, DEEP = "rgba(99,115,221,0.03)", "rgba(99,115,221,0.55)"


@dataclass(frozen=True, slots=True)
class CrossingCell:
    """One cell: the names of its row and column, and its share in 0..1; `readable` is false on thin evidence."""

    row: str
    column: str
    share: Measured
    readable: bool = True


def crossing_chart(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[CrossingCell],
    *,
    title: str,
    language: Language = Language.ZH,
) -> Figure:
    """Return the cells as a heat map, rows from top to bottom; thin evidence stays unshaded and says so."""
    highest = max((percent_points(c.share.high) or 0.0 for c in cells if c.readable), default=0.0)
    option = frame(
        language,
        title,
        legend={"show": False},
        grid={"left": 8, "right": 24, "top": 12, "bottom": 8, "containLabel": True},
        xAxis=_axis(columns) | {"position": "top"},
        yAxis=_axis(rows) | {"inverse": True},
        visualMap={
            "show": False,
            "min": 0,
            "max": round_up(highest),
            "dimension": 2,
            "inRange": {"color": [PALE, DEEP]},
        },
        series=[
            {
                "type": "heatmap",
                "name": title,
                "data": [_datum(cell, rows, columns, language) for cell in cells],
                "label": {"show": True, "fontSize": 11.5, "lineHeight": 15, "color": "var(--ink)"},
                "itemStyle": {"borderWidth": 1, "borderColor": "rgba(128,136,144,0.25)"},
            }
        ],
    )
    head = (
        ("行", "列", "占比（%）", "下限", "上限", "客户数")
        if language is Language.ZH
        else ("Row", "Column", "Share (%)", "Low", "High", "Customers")
    )
    return Figure(option, Table(head, tuple(_row(cell) for cell in cells)))


def _axis(names: Sequence[str]) -> Option:
    return {
        "type": "category",
        "data": list(names),
        "axisTick": {"show": False},
        "axisLine": {"show": False},
        "axisLabel": {"interval": 0},
    }


def _datum(cell: CrossingCell, rows: Sequence[str], columns: Sequence[str], language: Language) -> Option:
    shaded = percent_points(cell.share.value) if cell.readable else None
    return {
        "value": [columns.index(cell.column), rows.index(cell.row), 0.0 if shaded is None else shaded],
        "label": {"formatter": _written(cell, language)},
        "tooltip": tooltip(f"{cell.row} × {cell.column}", interval_text(cell.share, language)),
    }


def _written(cell: CrossingCell, language: Language) -> str:
    if not cell.readable or cell.share.value is None:
        return "证据不足" if language is Language.ZH else "too few"
    low, high = percent(cell.share.low).removesuffix("%"), percent(cell.share.high)
    return f"{percent(cell.share.value)}\n{low}–{high}"


def _row(cell: CrossingCell) -> tuple[str | float | int | None, ...]:
    return (cell.row, cell.column, *share_cells(cell.share), cell.share.n)
