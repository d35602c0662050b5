"""The pages' own queries on DuckDB, PostgreSQL and SQLite in one run, over the same opinions, answers compared.

    python bench/facts_engines.py --opinions 1000000 --postgres postgresql://localhost/bench

The address names an empty PostgreSQL database, or the one of an earlier run; without one only DuckDB and SQLite are
read. The row stores get the indexes a careful owner would give them (day, and day × product). Each query is the text
the product runs, translated by sqlglot; its filters are the last ninety days, or the last year.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import psycopg
import sqlglot
from facts_world import LAST_DAY, fill
from sqlglot import exp

from huiyin.understand.queries import load_block

Ask = Callable[[str], list[tuple[Any, ...]]]
SLOTS = {
    "customers": "TRUE",
    "voices": "TRUE",
    "node": "fine_id",
    "row": "region",
    "column": "channel",
    "table": "voice",
    "after": "TRUE",
}
BLOCKS = (
    ("facts, 90 days", "facts.aspects", 90),
    ("facts, one year", "facts.aspects", 365),
    ("weeks of facts, 90 days", "facts.aspect_weeks", 90),
    ("everyone heard, one year", "facts.base", 365),
    ("first page's weeks, 90 days", "overview.weeks", 90),
    ("channels, one year", "overview.channels", 365),
    ("crossing, 90 days", "explorer.cells", 90),
    ("search two characters, 90 days", "verbatims.total", 90),
)
VOICE = (
    "feedback_id", "day", "occurred_at", "channel", "taxonomy", "product", "segment", "region", "who",
    "sentiment", "rating", "text",
)  # fmt: skip
OPINION = ("feedback_id", "day", "channel", "taxonomy", "product", "fine_id", "who", "sentiment", "intensity")
TYPES = {
    "feedback_id": "bigint", "day": "date", "occurred_at": "timestamp", "who": "bigint", "fine_id": "integer",
    "sentiment": "smallint", "intensity": "double precision", "rating": "double precision", "id": "integer",
}  # fmt: skip


def written(block: str, days: int) -> str:
    """Return a block of the product with its slots filled."""
    first = LAST_DAY - timedelta(days=days - 1)
    window = f"day >= CAST('{first}' AS date) AND day <= CAST('{LAST_DAY}' AS date)"
    words = " AND contains(text, '异味')" if block.startswith("verbatims") else ""
    slots = SLOTS | dict.fromkeys(("opinion", "voice", "where"), window + words)
    return re.sub(r"\{(\w+)\}", lambda found: slots[found.group(1)], load_block(block).sql)


def translated(sql: str, dialect: str) -> str:
    """Return the query for another engine; SQLite's missing functions are spelled out."""
    tree = sqlglot.parse_one(sql, read="duckdb")
    return tree.transform(_for_sqlite if dialect == "sqlite" else _for_postgres).sql(dialect)


def _for_postgres(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.Contains):
        return exp.GT(this=exp.func("strpos", node.this, node.expression), expression=exp.Literal.number(0))
    return node


def _for_sqlite(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.TimestampTrunc | exp.DateTrunc):
        return sqlglot.parse_one(f"date({node.this.sql('sqlite')}, 'weekday 0', '-6 days')", read="sqlite")
    if isinstance(node, exp.Variance):
        x = node.this.sql("sqlite")
        return sqlglot.parse_one(
            f"(sum({x} * {x}) - sum({x}) * sum({x}) / count({x})) / nullif(count({x}) - 1, 0)", read="sqlite"
        )
    if isinstance(node, exp.Contains):
        return sqlglot.parse_one(
            f"instr({node.this.sql('sqlite')}, {node.expression.sql('sqlite')}) > 0", read="sqlite"
        )
    if isinstance(node, exp.Cast) and node.to.this in (exp.DataType.Type.DATE, exp.DataType.Type.DATETIME):
        inner: exp.Expr = node.this
        return inner.transform(_for_sqlite)
    return node


def into_sqlite(source: duckdb.DuckDBPyConnection, path: Path) -> Ask:
    """Copy the facts into SQLite, unless an earlier run has, and return how to ask it."""
    copied = path.exists()
    target = sqlite3.connect(path)
    target.execute("PRAGMA journal_mode = WAL")
    target.execute("PRAGMA cache_size = -1000000")
    if not copied:
        _copy_into_sqlite(source, target)
    return lambda sql: target.execute(sql).fetchall()


def _copy_into_sqlite(source: duckdb.DuckDBPyConnection, target: sqlite3.Connection) -> None:
    for table, columns in _tables().items():
        target.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        marks = ", ".join("?" * len(columns))
        for rows in _chunks(source, table, columns):
            target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 names of ours
    for statement in _indexes():
        target.execute(statement)
    target.execute("ANALYZE")
    target.commit()


def into_postgres(source: duckdb.DuckDBPyConnection, address: str) -> Ask:
    """Copy the facts into PostgreSQL, unless an earlier run has, and return how to ask it."""
    target = psycopg.connect(address, autocommit=True)
    if target.execute("SELECT to_regclass('opinion')").fetchall() == [(None,)]:
        _copy_into_postgres(source, target)
    # What a careful owner sets for queries like these.
    target.execute("SET work_mem = '256MB'")
    return lambda sql: target.execute(sql.encode()).fetchall()


def _copy_into_postgres(source: duckdb.DuckDBPyConnection, target: psycopg.Connection) -> None:
    for table, columns in _tables().items():
        shape = ", ".join(f"{name} {TYPES.get(name, 'text')}" for name in columns)
        target.execute(f"CREATE TABLE {table} ({shape})")
        with TemporaryDirectory() as folder:
            file = Path(folder) / "rows.csv"
            chosen = f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 names of ours
            source.execute(f"COPY ({chosen}) TO '{file}' (HEADER false)")
            copied = target.cursor().copy(f"COPY {table} FROM STDIN (FORMAT csv)")
            with file.open("rb") as rows, copied as copy:
                while part := rows.read(1 << 20):
                    copy.write(part)
    for statement in _indexes():
        target.execute(statement)
    target.execute("VACUUM ANALYZE")


def _tables() -> dict[str, tuple[str, ...]]:
    return {"voice": VOICE, "opinion": OPINION, "node": ("id", "aspect")}


def _indexes() -> Iterator[str]:
    for table in ("voice", "opinion"):
        yield f"CREATE INDEX {table}_day ON {table} (day)"
        yield f"CREATE INDEX {table}_product ON {table} (product, day)"


def _chunks(
    source: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]
) -> Iterator[list[tuple[Any, ...]]]:
    written_out = [f"CAST({c} AS varchar)" if c in ("day", "occurred_at") else c for c in columns]
    found = source.execute(f"SELECT {', '.join(written_out)} FROM {table}")  # noqa: S608 names of ours
    while rows := found.fetchmany(50_000):
        yield rows


def rounded(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return an answer in a form that all engines share."""
    return sorted((tuple(_plain(value) for value in row) for row in rows), key=repr)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return round(float(value), 6) if isinstance(value, int | float) or hasattr(value, "as_tuple") else value


def _shown(ms: float, duckdb_ms: float) -> str:
    times = "" if ms == duckdb_ms else f" ({ms / duckdb_ms:.1f}×)"
    return f"{f'{ms:,.0f}{times}':>20}"


def main() -> None:
    """Fill, copy, ask, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--opinions", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--postgres", default="")
    parser.add_argument("--home", type=Path, default=Path("facts-scale"))
    chosen = parser.parse_args()
    home: Path = chosen.home / str(chosen.opinions)
    file = home / "facts-1.duckdb"
    if not file.exists():
        home.mkdir(parents=True, exist_ok=True)
        fill(file, chosen.opinions)
    source = duckdb.connect(str(file), read_only=True)
    source.execute("SET threads = 2")
    engines: dict[str, tuple[str, Ask]] = {"duckdb": ("duckdb", lambda sql: source.execute(sql).fetchall())}
    if chosen.postgres:
        engines["postgres"] = ("postgres", into_postgres(source, chosen.postgres))
    engines["sqlite"] = ("sqlite", into_sqlite(source, home / "facts.sqlite"))
    count = source.execute("SELECT count(*) FROM opinion").fetchall()[0][0]
    print(f"{count:,} opinions, median of {chosen.runs}, ms (and how many times DuckDB's)\n")
    print(f"{'':32}" + "".join(f"{name:>20}" for name in engines) + "   answers")
    for name, block, days in BLOCKS:
        times: dict[str, float] = {}
        answers = {}
        for engine, (dialect, ask) in engines.items():
            sql = written(block, days)
            sql = sql if dialect == "duckdb" else translated(sql, dialect)
            taken = []
            for _ in range(chosen.runs):
                begin = time.perf_counter()
                answers[engine] = ask(sql)
                taken.append(time.perf_counter() - begin)
            times[engine] = median(taken) * 1e3
        shown = "".join(_shown(ms, times["duckdb"]) for ms in times.values())
        equal = all(rounded(rows) == rounded(answers["duckdb"]) for rows in answers.values())
        print(f"{name:32}{shown}   {'equal' if equal else 'DIFFERENT'}", flush=True)


if __name__ == "__main__":
    main()
