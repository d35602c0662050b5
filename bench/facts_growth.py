"""How the pages' queries grow with the number of opinions, one reader alone, drawn.

    python bench/facts_growth.py --opinions 1000000 3000000 10000000 30000000 100000000 --out docs/facts-growth.svg

Each size has a store of its own over the same three years, so a window of ninety days holds a twelfth of it; beyond
twenty million it is ten copies of a tenth, each with customers of its own. Times are processor time: a shared machine
does not blur them. `first` is a page that counts everything, `again` the same page after a thousand new voices, which
the store brings forward.
"""

from __future__ import annotations

import argparse
import time
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

import polars as pl
from facts_scale import queries
from facts_world import LAST_DAY, fill, multiply

from huiyin.charts import Figure, Table, draw_svg
from huiyin.store.facts import FactsBatch, FactsStore, Watermark, store
from huiyin.text import available_taxonomies, load_taxonomy
from huiyin.understand import AspectNames, Context, Filters

NEW_VOICES = 1_000
LARGEST, COPIES = 20_000_000, 10
SHOWN = {
    "facts, one year": "#2f54eb",
    "overview, 90 days": "#0b7a6b",
    "breakdown, one year": "#b45309",
    "search, 90 days": "#7c3aed",
    "voices, 90 days": "#4b5563",
}
Times = dict[str, tuple[float, float]]


def filled(home: Path, opinions: int) -> Path:
    """Return the folder of the store with so many opinions, filled where it is not there yet."""
    place = home / str(opinions)
    file = place / "facts-1.duckdb"
    if not file.exists():
        place.mkdir(parents=True, exist_ok=True)
        if opinions > LARGEST:
            multiply(filled(home, opinions // COPIES) / "facts-1.duckdb", file, COPIES)
        else:
            fill(file, opinions)
    return place


def measured(facts: FactsStore, names: AspectNames, runs: int) -> Times:
    """Return the milliseconds of each page, first and again."""
    context, found = Context(facts, names, 30), queries(names)
    asked = {
        name: (
            query,
            Filters(LAST_DAY - timedelta(days=days - 1), LAST_DAY, text="异味" * ("search" in name)),
        )
        for name, (days, query) in found.items()
    }
    first = {name: _cpu_ms(query, context, filters) for name, (query, filters) in asked.items()}
    again: dict[str, list[float]] = {name: [] for name in found}
    for _ in range(runs):
        _arrive(facts)
        for name, (query, filters) in asked.items():
            again[name].append(_cpu_ms(query, context, filters))
    return {name: (first[name], median(again[name])) for name in found}


def _cpu_ms(query: object, context: Context, filters: Filters) -> float:
    begin = time.process_time()
    query(context, filters)  # type: ignore[operator]
    return (time.process_time() - begin) * 1e3


def _arrive(facts: FactsStore) -> None:
    """Say what the newest thousand voices said once more, as new voices."""
    newest = int(facts.query("SELECT max(feedback_id) FROM voice").item())
    since = {"low": newest - NEW_VOICES}
    voices = facts.query("SELECT * EXCLUDE (who) FROM voice WHERE feedback_id > $low", since)
    opinions = facts.query(
        "SELECT * EXCLUDE (who, aspect_id, fine_id, broad_id) FROM opinion WHERE feedback_id > $low", since
    )
    later = pl.col("feedback_id") + NEW_VOICES
    moved, said = voices.with_columns(later), opinions.with_columns(later)
    now = datetime(2026, 11, 22, 4, 0)  # noqa: DTZ001 the facts store keeps naive UTC
    mark = Watermark(newest + NEW_VOICES, "bench@1", "bench@1", now, now)
    facts.apply(FactsBatch(moved, said, moved.get_column("feedback_id"), mark))


def picture(sizes: list[int], found: list[Times]) -> str:
    """Return the growth as SVG, both axes logarithmic; whole lines are first asked, dashed ones again."""
    series = [
        {
            "type": "line",
            "name": name if place == 0 else f"{name}, again",
            "color": colour,
            "symbolSize": 6,
            "lineStyle": {"type": "dashed" if place else "solid", "width": 2},
            "endLabel": {"show": True, "formatter": "{a}", "color": colour, "fontSize": 12},
            "labelLayout": {"moveOverlap": "shiftY"},
            "data": [[size, max(times[name][place], 1.0)] for size, times in zip(sizes, found, strict=True)],
        }
        for name, colour in SHOWN.items()
        for place in (0, 1)
    ]
    option = {
        "animation": False,
        "grid": {"left": 70, "width": 680, "top": 40, "bottom": 60},
        "legend": {"show": False},
        "xAxis": {
            "type": "log",
            "name": "opinions (dashed: the same page again after 1,000 new voices)",
            "nameLocation": "middle",
            "nameGap": 34,
            "min": min(sizes),
            "max": max(sizes),
        },
        "yAxis": {"type": "log", "name": "CPU ms", "min": 1},
        "series": series,
    }
    return draw_svg(Figure(option, Table((), ())), width=960, height=460)


def main() -> None:
    """Fill where needed, measure each size, print and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--opinions", type=int, nargs="+", default=[1_000_000, 3_000_000, 10_000_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--home", type=Path, default=Path("facts-scale"))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--memory", default="8GB", help="What DuckDB may take.")
    chosen = parser.parse_args()
    # An answer some seconds old would cost nothing here.
    store.MANY_VOICES = max(chosen.opinions) + 1
    names = AspectNames([load_taxonomy(name) for name in available_taxonomies()])
    found: list[Times] = []
    for size in chosen.opinions:
        facts = FactsStore(filled(chosen.home, size))
        facts._generation.connection.execute(f"SET memory_limit = '{chosen.memory}'")
        found.append(measured(facts, names, chosen.runs))
        facts.close()
        print(f"\n{size:,} opinions, CPU ms{'first':>17}{'again':>8}")
        for name, (first, again) in found[-1].items():
            print(f"{name:32}{first:8.0f}{again:8.0f}", flush=True)
        if chosen.out:
            chosen.out.write_text(picture(chosen.opinions[: len(found)], found), encoding="utf-8")


if __name__ == "__main__":
    main()
