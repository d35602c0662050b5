"""Draw how soon the planted defect is found against false alarms a week: our detector, EARS C1, a plain threshold.

    python bench/signals_curve.py out.jsonl docs/signals-curve.svg        out.jsonl as `signals_demo.py run` writes it

A point is one level of a detector; a defect that was never found counts as later than any other, and a level that finds fewer
than half has no point. A level without a false alarm is drawn where half an alarm would be.
"""

from __future__ import annotations

import json
import sys
from math import inf, isfinite
from pathlib import Path
from statistics import median_high
from typing import Any

from signals_demo import LEVELS

from huiyin.charts import Figure, Table, draw_svg

NAMES = {"huiyin": "Huiyin, false discovery rate", "ears c1": "EARS C1", "threshold": "threshold a day"}
COLOURS = ("var(--accent)", "var(--negative)", "var(--ink-3)")
# Labels point away from the neighbour's line.
SIDES = ("top", "right", "left")
Row = dict[str, Any]


def main(source: Path, target: Path) -> None:
    """Write the picture."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    found, calm = ([row for row in rows if row["world"] == kind] for kind in ("planted", "quiet"))
    target.write_text(drawn(found, calm), encoding="utf-8")


def points(detector: str, found: list[Row], calm: list[Row]) -> list[Row]:
    """Return the level, false alarms a week, median delay in days and number found of each level."""
    weeks = sum(row["weeks"] for row in calm)
    rows = []
    for level in LEVELS[detector]:
        name = f"{detector} {level}"
        hits = [row["found"][name]["defect"] for row in found]
        delays = [hit["delay_h"] / 24 if hit["hour"] is not None else inf for hit in hits]
        false = max(sum(row["alarms"][name] for row in calm), 0.5) / weeks
        if isfinite(median_high(delays)):
            seen = sum(map(isfinite, delays))
            rows.append(
                {
                    "value": [round(false, 4), round(median_high(delays), 2)],
                    "label": {"formatter": f"{level:g}: {seen}/{len(delays)}"},
                }
            )
    return rows


def drawn(found: list[Row], calm: list[Row]) -> str:
    """Return the picture as SVG."""
    option = {
        "legend": {"top": 34, "left": 20},
        "grid": {"left": 64, "right": 48, "top": 84, "bottom": 56},
        "xAxis": {
            "type": "log",
            "name": "false alarms a week over all series of quiet worlds",
            "nameLocation": "middle",
            "nameGap": 34,
            "min": 0.001,
            "max": 20,
        },
        "yAxis": {"type": "value", "min": 0, "name": "days"},
        "title": {
            "text": f"The planted defect: median days until it is found (level: found of {len(found)} seeds)",
            "left": 20,
            "top": 8,
            "textStyle": {"fontSize": 14, "color": "var(--ink)"},
        },
        "series": [
            {
                "type": "line",
                "name": name,
                "symbol": "circle",
                "showSymbol": True,
                "symbolSize": 8,
                "data": points(detector, found, calm),
                "lineStyle": {"color": colour, "width": 2},
                "itemStyle": {"color": colour},
                "label": {"show": True, "fontSize": 11, "color": "var(--ink-2)", "position": side},
            }
            for (detector, name), colour, side in zip(NAMES.items(), COLOURS, SIDES, strict=True)
        ],
    }
    return draw_svg(Figure(option, Table((), ())), width=960, height=460)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
