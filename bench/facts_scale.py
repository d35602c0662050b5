"""The page's eight queries over millions of opinions: eight readers beside a writer, and raw SQL in the same run.

    python bench/facts_scale.py --opinions 10000000 --seconds 60 --home facts-scale

Prints, per query, the median of one reader alone, of its own SQL run bare on the same file, and their ratio; then
median and 95th percentile of eight readers beside a writer of 1,000 voices a second, and the windows of the filter bar
counted ahead as a server does. A file that is already in `--home` is used again; delete the folder afterwards.
"""

from __future__ import annotations

import argparse
import random
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import duckdb
import numpy as np
import polars as pl
from facts_world import LAST_DAY, PRODUCTS, fill
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from huiyin import understand
from huiyin.store.facts import CUSTOMERS, VOICES, FactsBatch, FactsStore, Watermark
from huiyin.store.facts.reading import read_few_rows
from huiyin.store.ledger.metadata import metadata
from huiyin.text import available_taxonomies, load_taxonomy
from huiyin.understand import AspectNames, Context, Filters
from huiyin.worker.counting import Counting
from huiyin.worker.loop import Loop

READERS = 8
ROWS_A_SECOND = 1_000
STEPS_A_SECOND = 5
# Pages that take less than this altogether are asked ten times as often.
SHORT_S = 1.0
WORDS = ("异味", "卡顿", "老人坐", "客服反应慢", "后备箱噪音")


class Recorder:
    """Passes queries on past the store's memory and keeps them, so that the same SQL can be run bare."""

    def __init__(self, facts: FactsStore) -> None:
        self._facts = facts
        self.asked: list[tuple[str, dict[str, object]]] = []

    def query(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        self.asked.append((sql, dict(params or {})))
        return self._facts._run(sql, params)

    def few(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        self.asked.append((sql, dict(params or {})))
        return self._facts._run(sql, params, read_few_rows)

    def sums(
        self, sql: str, params: Mapping[str, object] | None = None, *, keys: tuple[str, ...]
    ) -> pl.DataFrame:
        everyone = sql.replace(CUSTOMERS, "TRUE").replace(VOICES, "TRUE")
        return self.query(everyone, params).sort(keys) if keys else self.few(everyone, params)


Query = Callable[[Context, Filters], object]


def queries(names: AspectNames) -> dict[str, tuple[int, Query]]:
    """Return the eight queries of the pages with the days each covers."""
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    metadata.create_all(engine)
    connection = engine.connect()
    lock = threading.Lock()

    def page(context: Context, filters: Filters) -> object:
        with lock:
            return understand.list_verbatims(context.facts, connection, names, filters)

    def meta(context: Context, _filters: Filters) -> object:
        with lock:
            return understand.read_meta(context.facts, connection, names, today=LAST_DAY)

    aspect = next(node.id for node in load_taxonomy("automotive").nodes if node.level == 2)
    return {
        "facts, 90 days": (90, lambda c, f: understand.list_facts(c, f)),
        "facts, one year": (365, lambda c, f: understand.list_facts(c, f)),
        "overview, 90 days": (90, lambda c, f: understand.overview(c, f)),
        "one fact, 90 days": (90, lambda c, f: understand.fact_detail(c, f, aspect)),
        "voices, 90 days": (90, page),
        "search, 90 days": (90, page),
        "choices": (90, meta),
        "breakdown, one year": (365, lambda c, f: understand.breakdowns(c, f, aspect)),
    }


def window(days: int, rng: random.Random, *, search: bool) -> Filters:
    """Return a window up to the newest day; half of the readers look at one product."""
    products = (rng.choice(PRODUCTS),) if rng.random() < 0.5 else ()
    words = rng.choice(WORDS) if search else ""
    return Filters(LAST_DAY - timedelta(days=days - 1), LAST_DAY, products=products, text=words)


def alone(facts: FactsStore, names: AspectNames, runs: int) -> None:
    """Time each query with one reader, then its SQL on a bare cursor, taking turns."""
    print(f"{'one reader':24}{'page ms':>10}{'bare SQL ms':>13}{'ratio':>8}{'queries':>9}")
    bare = facts._generation.connection.cursor()
    for name, (days, query) in queries(names).items():
        pages, raws, count, turn = [], [], 0, 0
        while turn < (runs if sum(pages) > SHORT_S else 10 * runs):
            filters = window(days, random.Random(turn % runs), search=name.startswith("search"))  # noqa: S311
            recorder = Recorder(facts)
            begin = time.perf_counter()
            query(Context(recorder, names, 30), filters)
            middle = time.perf_counter()
            for sql, params in recorder.asked:
                bare.execute(sql, params).fetchall()
            # The first turn finds cold what its own bare SQL then finds warm.
            if turn:
                pages.append(middle - begin)
                raws.append(time.perf_counter() - middle)
            count, turn = len(recorder.asked), turn + 1
        ratio = sum(pages) / sum(raws)
        print(
            f"{name:24}{median(pages) * 1e3:10.0f}{median(raws) * 1e3:13.0f}{ratio:8.2f}{count:9}", flush=True
        )
    bare.close()


def together(facts: FactsStore, names: AspectNames, seconds: float, think: float) -> None:
    """Time the queries of eight readers beside the writer and the server's own counting ahead."""
    stop = threading.Event()
    counting = Counting(Context(facts, names, 30), lambda: LAST_DAY)
    begin = time.perf_counter()
    while counting.step():
        pass
    print(f"\ncounted ahead in {time.perf_counter() - begin:.1f} s, as a server does at its start")
    times: dict[str, list[float]] = defaultdict(list)
    steps: list[float] = []
    found = queries(names)

    def read(seed: int) -> None:
        rng = random.Random(seed)  # noqa: S311
        while not stop.is_set():
            name = rng.choice(list(found))
            days, query = found[name]
            filters = window(days, rng, search=name.startswith("search"))
            begin = time.perf_counter()
            query(Context(facts, names, 30), filters)
            times[name].append(time.perf_counter() - begin)
            stop.wait(rng.expovariate(1 / think) if think else 0)

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(READERS)]
    threads.append(threading.Thread(target=_write, args=(facts, stop, steps)))
    ahead = Loop("counting ahead", counting.step, pause_s=15.0)
    ahead.start()
    for thread in threads:
        thread.start()
    stop.wait(seconds)
    stop.set()
    for thread in threads:
        thread.join()
    ahead.stop()
    rate = len(steps) * ROWS_A_SECOND / STEPS_A_SECOND / seconds
    print(f"\neight readers, {think:g} s between pages, beside a writer of {rate:.0f} voices/s")
    print(f"{'':24}{'n':>6}{'p50 ms':>9}{'p95 ms':>9}")
    for name in found:
        _line(name, times[name])
    _line("all", [value for each in times.values() for value in each])
    _line("writer's step", steps)


def _line(name: str, values: list[float]) -> None:
    if values:
        p50, p95 = np.quantile(values, [0.5, 0.95]) * 1e3
        print(f"{name:24}{len(values):6}{p50:9.0f}{p95:9.0f}", flush=True)


def _write(facts: FactsStore, stop: threading.Event, steps: list[float]) -> None:
    size = ROWS_A_SECOND // STEPS_A_SECOND
    voices = facts.query("SELECT * EXCLUDE (who) FROM voice ORDER BY feedback_id DESC LIMIT 20000")
    opinions = facts.query(
        "SELECT * EXCLUDE (who, aspect_id, fine_id, broad_id) FROM opinion "
        "WHERE feedback_id > (SELECT max(feedback_id) - 20000 FROM voice)"
    )
    newest, low = int(voices["feedback_id"].max()), int(voices["feedback_id"].min())  # type: ignore[arg-type]
    due, place = time.perf_counter(), 0
    while not stop.is_set():
        first = low + place % (newest - low - size)
        some = pl.col("feedback_id").is_between(first, first + size - 1)
        shift = pl.col("feedback_id") + (newest - low + 1) + (place - place % (newest - low - size))
        moved = voices.filter(some).with_columns(feedback_id=shift)
        now = datetime.now(UTC).replace(tzinfo=None)
        said = opinions.filter(some).with_columns(feedback_id=shift)
        begin = time.perf_counter()
        mark = Watermark(newest + place, "bench@1", "bench@1", now, now)
        facts.apply(FactsBatch(moved, said, moved.get_column("feedback_id"), mark))
        steps.append(time.perf_counter() - begin)
        place += size
        due += 1 / STEPS_A_SECOND
        stop.wait(max(due - time.perf_counter(), 0))


def main() -> None:
    """Fill the store where needed, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--opinions", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--think", type=float, default=0.0, help="Mean seconds between a reader's pages.")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--home", type=Path, default=Path("facts-scale"))
    chosen = parser.parse_args()
    home: Path = chosen.home / str(chosen.opinions)
    if not (home / "current").exists():
        home.mkdir(parents=True, exist_ok=True)
        begin = time.perf_counter()
        fill(home / "facts-1.duckdb", chosen.opinions)
        print(f"filled in {time.perf_counter() - begin:.0f} s")
    facts = FactsStore(home)
    names = AspectNames([load_taxonomy(name) for name in available_taxonomies()])
    rows = facts.query(
        "SELECT (SELECT count(*) FROM voice) AS voices, (SELECT count(*) FROM opinion) AS opinions"
    )
    size = sum(path.stat().st_size for path in home.iterdir()) / 1e6
    print(
        f"{rows.item(0, 1):,} opinions of {rows.item(0, 0):,} voices, {size:,.0f} MB, DuckDB {duckdb.__version__}\n"
    )
    alone(facts, names, chosen.runs)
    together(facts, names, chosen.seconds, chosen.think)
    facts.close()


if __name__ == "__main__":
    main()
