"""The facts store: reads from many threads, writes that move the watermark in the same transaction."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import duckdb
import polars as pl

from huiyin.kit.errors import UnavailableError
from huiyin.store.facts.answers import Answers, State
from huiyin.store.facts.generation import Generation
from huiyin.store.facts.reading import Params, read_few_rows, read_rows
from huiyin.store.facts.spark import export_facts
from huiyin.store.facts.sums import KeptSums, Sums, bring_forward

Read: TypeAlias = Callable[[duckdb.DuckDBPyConnection, str, Params], pl.DataFrame]
POINTER = "current"
# From here on a costly answer may be some seconds old.
MANY_VOICES = 2_000_000
WHO = "CAST(md5_number_lower(speaker) >> 1 AS BIGINT)"
# Two dots at most: the taxonomy, the broad aspect, the fine one.
FINE = r"^([^.]*(?:[.][^.]*){0,2})"


class FactsOwnedElsewhereError(UnavailableError):
    """Another process owns the facts file; it projects, and answers questions over its API."""

    code = "facts_owned_elsewhere"


@dataclass(frozen=True, slots=True)
class Watermark:
    """How far the projection has come, and with which analyser and taxonomies."""

    revision: int
    analyser: str
    taxonomies: str
    newest_voice: datetime | None
    projected_at: datetime


@dataclass(frozen=True, slots=True)
class FactsBatch:
    """One step of the projection.

    `voices`, `opinions` and `needs` have the columns of their tables; `touched` names every feedback id the step
    has seen, so that an excluded voice disappears and a changed one is not doubled.
    """

    voices: pl.DataFrame
    opinions: pl.DataFrame
    touched: pl.Series
    watermark: Watermark
    needs: pl.DataFrame = field(default_factory=pl.DataFrame)


class FactsStore:
    """The facts of one installation; opening it makes this process their owner.

    The file in use is named by the pointer file `current`, so that a rebuild is a new file and one
    atomic rename. DuckDB's own file lock decides who owns it.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self._swap = threading.Lock()
        self._write = threading.Lock()
        # One file is made beside the current one at a time: a rebuild, or a copy without what was deleted.
        self._making = threading.Lock()
        self._answers = Answers()
        self._sums = KeptSums()
        self._version = 0
        self._epoch = 0
        self._generation = _open(home / _pointed(home))
        self._voices = _count(self._generation)
        _point(home, self._generation.path.name)

    def query(self, sql: str, params: Params = None) -> pl.DataFrame:
        """Run one SELECT, deterministic given the facts, and return its rows; safe from any thread."""
        return self._answers.find(self._state(), (sql, _frozen(params)), lambda: self._run(sql, params))

    def few(self, sql: str, params: Params = None) -> pl.DataFrame:
        """Return what `query` does, sooner where it is some dozens of rows."""
        return self._answers.find(
            self._state(), (sql, _frozen(params)), lambda: self._run(sql, params, read_few_rows)
        )

    def sums(
        self, sql: str, params: Mapping[str, object] | None = None, *, keys: tuple[str, ...]
    ) -> pl.DataFrame:
        """Run one SELECT whose columns but `keys` are sums over customers or voices; ordered by `keys`.

        Among its conditions `{customers}` or `{voices}` stands for those that are counted: all the first time, later
        only those who spoke since, whose part is brought up to date.
        """
        question = (sql, _frozen(params))
        return self._answers.find(
            self._state(), ("sums", *question), lambda: self._add_up(question, sql, params, keys)
        )

    def _state(self) -> State:
        return State(self._version, self._epoch, lenient=self._voices >= MANY_VOICES)

    def _run(self, sql: str, params: Params, read: Read = read_rows) -> pl.DataFrame:
        with self._current().cursor() as cursor:
            return read(cursor, sql, params)

    def _add_up(
        self,
        question: Hashable,
        sql: str,
        params: Mapping[str, object] | None,
        keys: tuple[str, ...],
    ) -> pl.DataFrame:
        read = read_rows if keys else read_few_rows
        while True:
            epoch = self._epoch
            with self._current().snapshot() as cursor:
                newest = _newest(cursor)
                # A change is announced before it can be seen: in the same epoch the snapshot has none.
                if epoch != self._epoch:
                    continue
                rows = bring_forward(
                    lambda text: read(cursor, text, params),
                    sql,
                    keys,
                    newest,
                    self._sums.find(question, epoch),
                )
            self._sums.keep(question, Sums(rows, newest, epoch))
            return rows

    def watermark(self) -> Watermark | None:
        """Return how far the projection has come, or None when nothing was projected."""
        row = self.query("SELECT * FROM watermark LIMIT 1")
        return None if row.is_empty() else Watermark(**row.row(0, named=True))

    def apply(self, batch: FactsBatch) -> None:
        """Replace the batch's voices and their opinions and move the watermark, in one transaction."""
        with self._write, self._current().cursor() as cursor:
            known = _known(cursor, batch.touched)
            # Announced before anybody can see it, so that no answer is brought forward past it.
            self._epoch += not known.is_empty()
            _apply(cursor, batch, known)
            self._version += 1
            self._voices += batch.voices.height

    @contextmanager
    def rebuilding(self) -> Iterator[FactsDraft]:
        """Build the next generation beside the current one; leaving the block swaps it in atomically.

        Readers keep the old generation until the swap; an exception throws the draft away.
        """
        with self._making:
            draft = FactsDraft(_open(self.home / _successor(self._generation.path)))
            try:
                yield draft
            except BaseException:
                draft.discard()
                raise
            self._adopt(draft.generation)

    def compact(self) -> None:
        """Write the facts into a fresh file, so that nothing deleted is left in it; readers go on meanwhile."""
        with self._making, self._write:
            following = self.home / _successor(self._generation.path)
            with self._current().cursor() as cursor:
                _copy(cursor, following)
            generation = _open(following)
            with self._swap:
                retired, self._generation = self._generation, generation
                self._changed()
                _point(self.home, generation.path.name)
        retired.close()
        _remove(retired.path)

    def export(self, folder: Path) -> None:
        """Write the facts of this moment as Parquet, for engines that are no part of this process."""
        with self._current().snapshot() as cursor:
            export_facts(cursor, folder)

    def close(self) -> None:
        self._current().close()

    def _current(self) -> Generation:
        with self._swap:
            return self._generation

    def _changed(self) -> None:
        """Note that another file is in use: what was there may be gone."""
        self._version += 1
        self._epoch += 1
        self._voices = _count(self._generation)

    def _adopt(self, generation: Generation) -> None:
        with self._write, self._swap:
            retired, self._generation = self._generation, generation
            self._changed()
            _point(self.home, generation.path.name)
        retired.close()
        _remove(retired.path)


class FactsDraft:
    """The next generation while it is being filled."""

    def __init__(self, generation: Generation) -> None:
        self.generation = generation

    def apply(self, batch: FactsBatch) -> None:
        """Add a batch to the draft, with its own watermark."""
        with self.generation.cursor() as cursor:
            _apply(cursor, batch, _known(cursor, batch.touched))

    def discard(self) -> None:
        self.generation.close()
        _remove(self.generation.path)


def _apply(cursor: duckdb.DuckDBPyConnection, batch: FactsBatch, known: pl.Series) -> None:
    """Write a batch; what was written of its `known` voices before is replaced."""
    cursor.execute("BEGIN")
    try:
        _forget(cursor, known)
        _insert(cursor, "voice", batch.voices)
        _insert(cursor, "opinion", _numbered(cursor, batch.opinions))
        _insert(cursor, "need", batch.needs)
        cursor.execute("DELETE FROM watermark")
        cursor.execute("INSERT INTO watermark VALUES (?, ?, ?, ?, ?)", list(astuple(batch.watermark)))
        cursor.execute("COMMIT")
    except BaseException:
        cursor.execute("ROLLBACK")
        raise


def _known(cursor: duckdb.DuckDBPyConnection, touched: pl.Series) -> pl.Series:
    """Return the feedback ids that an earlier projection may have written; new ids cost one look at the maximum."""
    return touched.filter(touched <= _newest(cursor))


def _newest(cursor: duckdb.DuckDBPyConnection) -> int:
    """Return the largest feedback id, 0 where there is none."""
    return int(cursor.execute("SELECT coalesce(max(feedback_id), 0) FROM voice").fetchall()[0][0])


def _forget(cursor: duckdb.DuckDBPyConnection, known: pl.Series) -> None:
    """Delete what an earlier projection wrote of these feedback ids."""
    if known.is_empty():
        return
    cursor.register("known_voice", known.to_frame("feedback_id"))
    for table in ("opinion", "need", "voice"):
        cursor.execute(f"DELETE FROM {table} WHERE feedback_id IN (SELECT feedback_id FROM known_voice)")  # noqa: S608 literals
    cursor.unregister("known_voice")


def _count(generation: Generation) -> int:
    with generation.cursor() as cursor:
        return int(cursor.execute("SELECT count(*) FROM voice").fetchall()[0][0])


def _copy(cursor: duckdb.DuckDBPyConnection, path: Path) -> None:
    name = cursor.execute("SELECT current_database()").fetchall()[0][0]
    quoted = str(path).replace("'", "''")
    cursor.execute(f"ATTACH '{quoted}' AS following")
    try:
        cursor.execute(f'COPY FROM DATABASE "{name}" TO following')
    finally:
        cursor.execute("DETACH following")


def _frozen(params: Params) -> Hashable:
    """Return the parameters as a key; a list inside is written out."""
    pairs = params.items() if isinstance(params, Mapping) else enumerate(params or ())
    return tuple((name, type(value), repr(value)) for name, value in pairs)


def _numbered(cursor: duckdb.DuckDBPyConnection, opinions: pl.DataFrame) -> pl.DataFrame:
    """Add the numbers of each opinion's aspect at every level; aspects never seen get the next ones."""
    if "aspect" not in opinions.columns:
        return opinions
    folded = opinions.with_columns(fine=pl.col("aspect").str.extract(FINE))
    levels = {"aspect_id": "aspect", "fine_id": "fine", "broad_id": "aspect1"}
    numbers: dict[str, int] = dict(cursor.execute("SELECT aspect, id FROM node").fetchall())
    seen = pl.concat([folded.get_column(name).rename("aspect").unique() for name in levels.values()])
    fresh = sorted(set(seen) - set(numbers))
    added = {aspect: len(numbers) + place for place, aspect in enumerate(fresh, start=1)}
    if added:
        cursor.executemany("INSERT INTO node VALUES (?, ?)", [[each, key] for key, each in added.items()])
    numbers |= added
    ids = [
        pl.col(name).replace_strict(numbers, return_dtype=pl.Int32).alias(column)
        for column, name in levels.items()
    ]
    return folded.with_columns(ids).drop("fine")


def _insert(cursor: duckdb.DuckDBPyConnection, table: str, rows: pl.DataFrame) -> None:
    if rows.is_empty():
        return
    cursor.register("incoming", rows)
    cursor.execute(f"INSERT INTO {table} BY NAME SELECT *, {WHO} AS who FROM incoming")  # noqa: S608 literals
    cursor.unregister("incoming")


def _open(path: Path) -> Generation:
    try:
        return Generation(path)
    except duckdb.IOException as error:
        if "lock" not in str(error).lower():
            raise
        raise FactsOwnedElsewhereError(f"{path.name} is in use by another Huiyin process") from error


def _pointed(home: Path) -> str:
    pointer = home / POINTER
    return pointer.read_text(encoding="utf-8").strip() if pointer.exists() else "facts-1.duckdb"


def _point(home: Path, name: str) -> None:
    fresh = home / f"{POINTER}.next"
    fresh.write_text(name, encoding="utf-8")
    fresh.replace(home / POINTER)


def _successor(path: Path) -> str:
    number = int(path.stem.rsplit("-", 1)[1])
    _remove(path.with_name(f"facts-{number + 1}.duckdb"))
    return f"facts-{number + 1}.duckdb"


def _remove(path: Path) -> None:
    for leftover in (path, path.with_name(path.name + ".wal")):
        leftover.unlink(missing_ok=True)
