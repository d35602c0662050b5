"""Importing a large CSV: memory and rate, beside plain polars to SQLite in the same run.

    python bench/import_scale.py 1000000

Each way runs in a process of its own, so that the peak of one is not the peak of the other. The plain way reads batches
with polars and writes the same columns with one INSERT a batch; it checks nothing, maps nothing and knows no duplicates.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BATCH = 50_000
LIMIT_MB = 500
COLUMNS = ("评论编号", "评论内容", "评分", "评论时间", "昵称", "商品名称", "省份")
WORDS = ("空调有异味，开窗才好", "车机很流畅", "座椅太硬，跑长途腰疼", "续航扎实，冬天打八折", "提车等了四十天", "隔音不错，高速说话不用喊", "杯架太浅")  # fmt: skip
PLACES = ("浙江", "四川", "广东", "北京", "新疆")


def write_file(path: Path, rows: int) -> None:
    """Write an invented review export."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(COLUMNS) + "\n")
        for n in range(rows):
            day, minute = n % 360, n % 1440
            moment = f"2025-{day // 30 + 1:02d}-{day % 28 + 1:02d} {minute // 60:02d}:{minute % 60:02d}:00"
            words = f"{WORDS[n % 7]}。{WORDS[(n * 3 + 1) % 7]}，第{n}次反馈"
            file.write(f'R{n},"{words}",{n % 5 + 1},{moment},用户{n % 90_000},澄野E{n % 3},{PLACES[n % 5]}\n')


def ours(path: Path, home: Path) -> dict[str, float]:
    """Import with Huiyin's own command path, progress bar included."""
    os.environ["HUIYIN_HOME"] = str(home)
    from huiyin.bootstrap import open_ledger_of
    from huiyin.cli.screen import progress_bar
    from huiyin.collect import ImportPlan, Progress, estimate_rows, import_file, open_table, propose
    from huiyin.kit.clock import utc_now
    from huiyin.kit.settings import Settings

    settings = Settings()
    ledger = open_ledger_of(settings)
    mapping = {c.field: c.name for c in propose(open_table(path)) if c.field}
    plan = ImportPlan("评论", "review", "automotive", mapping)
    steps = 0
    with progress_bar() as bar:
        task = bar.add_task("importing", total=estimate_rows(path), rate="")

        def show(progress: Progress) -> None:
            nonlocal steps
            steps += 1
            bar.update(task, completed=progress.rows, rate="")

        total = import_file(
            ledger, settings, path, plan, clock=utc_now, rejects=home / "rejects.csv", on_progress=show
        )
    ledger.close()
    return {"rows": total.rows, "accepted": total.accepted, "rejected": total.rejected, "steps": steps}


def plain(path: Path, home: Path) -> dict[str, float]:
    """Read with polars and write to SQLite."""
    import sqlite3

    import polars as pl

    home.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(home / "plain.sqlite3")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    names = ", ".join(f"c{n}" for n in range(len(COLUMNS)))
    connection.execute(f"CREATE TABLE review ({names})")
    marks = ", ".join("?" * len(COLUMNS))
    total = 0
    for frame in pl.scan_csv(path).collect_batches(chunk_size=BATCH):
        with connection:
            connection.executemany(f"INSERT INTO review VALUES ({marks})", frame.rows())  # noqa: S608 literals
        total += frame.height
    connection.close()
    return {"rows": total, "accepted": total}


def run_one(way: str, path: Path) -> None:
    """Run one way and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        began, cpu = time.perf_counter(), time.process_time()
        found = (ours if way == "ours" else plain)(path, Path(folder) / "home")
        found |= {
            "seconds": time.perf_counter() - began,
            "cpu": time.process_time() - cpu,
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    print(json.dumps(found))


def main() -> None:
    """Run both ways one after the other and print their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=200_000)
    parser.add_argument("--way", choices=("ours", "plain"), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.way:
        run_one(arguments.way, arguments.file)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reviews.csv"
        write_file(path, arguments.rows)
        print(f"{arguments.rows:,} rows, {path.stat().st_size / 1e6:.0f} MB")
        found = {}
        for way in ("plain", "ours"):
            command = [sys.executable, __file__, "--way", way, "--file", str(path)]
            done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
            found[way] = one = json.loads(done.stdout)
            rate = one["rows"] / one["seconds"]
            print(
                f"{way:6} {one['accepted']:>9,} accepted  {one['seconds']:6.1f} s  {one['cpu']:6.1f} CPU s  "
                f"{rate:>9,.0f} rows/s  peak {one['peak_mb']:.0f} MB"
            )
        wall = found["ours"]["seconds"] / found["plain"]["seconds"]
        cpu = found["ours"]["cpu"] / found["plain"]["cpu"]
        within = found["ours"]["peak_mb"] <= LIMIT_MB
        print(
            f"ours takes {wall:.1f} times as long ({cpu:.1f} times the CPU); peak within {LIMIT_MB} MB: {within}"
        )


if __name__ == "__main__":
    main()
