"""Counts over time in named layers, stacked."""

from __future__ import annotations

from collections.abc import Sequence

from huiyin.charts.figure import Figure, Language, Table, frame
from huiyin.charts.palette import ACCENT, GRID, NEGATIVE, NEUTRAL, POSITIVE

_COLOURS = (ACCENT, NEUTRAL, NEGATIVE, POSITIVE)
_PATTERNS = (None, "rect", "triangle", "circle")


def layers_chart(
    steps: Sequence[str],
    layers: Sequence[tuple[str, Sequence[int]]],
    *,
    title: str,
    language: Language = Language.ZH,
) -> Figure:
    """Return stacked bars, one per step of time; each layer is (name, counts), at most four."""
    option = frame(
        language,
        title,
        xAxis={"type": "category", "data": list(steps), "axisTick": {"show": False}},
        yAxis={"type": "value", "minInterval": 1, "splitLine": {"lineStyle": {"color": GRID}}},
        tooltip={"trigger": "axis", "axisPointer": {"type": "shadow"}, "confine": True},
        series=[
            {
                "type": "bar",
                "name": name,
                "stack": "layers",
                "barMaxWidth": 28,
                "itemStyle": {"color": colour}
                | ({"decal": {"symbol": pattern, "symbolSize": 0.6}} if pattern else {}),
                "data": list(counts),
            }
            for (name, counts), colour, pattern in zip(layers, _COLOURS, _PATTERNS, strict=False)
        ],
    )
    head = ("时间" if language is Language.ZH else "Time", *(name for name, _ in layers))
    rows: tuple[tuple[str | int, ...], ...] = tuple(
        (step, *(counts[place] for _, counts in layers)) for place, step in enumerate(steps)
    )
    return Figure(option, Table(head, rows))
