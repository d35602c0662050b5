"""One face for every file format: the columns, and a stream of numbered rows."""

from __future__ import annotations

import csv
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import pyarrow as pa
from python_calamine import CalamineError

from huiyin.collect.files import delimited, jsonlines, parquet, workbook
from huiyin.collect.files.layout import Layout, recognise_layout, shape_of
from huiyin.kit.errors import InvalidInputError

SAMPLE_ROWS = 200
# What the readers raise for a file that begins well and is broken further on.
_BROKEN = (
    OSError,
    EOFError,
    ValueError,
    RecursionError,
    csv.Error,
    zlib.error,
    pa.ArrowException,
    CalamineError,
)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that could not be read at all."""

    reason: str
    expected: str


RowStream: TypeAlias = Iterator[tuple[int, Mapping[str, Any] | BadRow]]


@dataclass(frozen=True, slots=True)
class Table:
    """An opened file: nothing is read into memory but the sample."""

    path: Path
    format: str
    encoding: str | None
    columns: tuple[str, ...]
    sample: tuple[Mapping[str, Any], ...]
    rows_estimate: int
    rows: Callable[[], RowStream]
    layout: Layout = Layout.ROWS


def open_table(path: Path, layout: Layout | None = None) -> Table:
    """Look at the file and return how to read it, in the layout given or else the one it is recognised to have.

    Raises InvalidInputError when the file is missing, empty, or of a format that is not known.
    """
    if not path.is_file():
        raise InvalidInputError(
            f"{path} is no file", field="file", expected="a CSV, XLSX, JSONL or Parquet file"
        )
    if path.stat().st_size == 0:
        raise InvalidInputError(f"{path.name} is empty", field="file", expected="a file with rows")
    plain = _plain(path)
    if not plain.columns:
        raise InvalidInputError(
            f"{path.name} has no readable row", field="file", expected="a header line and rows below it"
        )
    chosen = layout or recognise_layout(plain.columns, plain.sample)
    return plain if chosen is Layout.ROWS else _shaped(plain, chosen)


def _plain(path: Path) -> Table:
    reader = _reader(path)
    encoding = reader.encoding(path)

    def rows() -> RowStream:
        try:
            for number, row in reader.rows(path, encoding):
                yield number, BadRow(*row) if isinstance(row, tuple) else row
        except _BROKEN as error:
            raise InvalidInputError(
                f"{path.name} is damaged: {error}"[:400],
                field="file",
                expected="a file that opens elsewhere too",
            ) from error

    first = list(islice(rows(), SAMPLE_ROWS))
    sample, columns = _sampled(first)
    known = len(first) if len(first) < SAMPLE_ROWS else reader.estimate(path)
    return Table(path, reader.NAME, encoding, columns, sample, known, rows)


def _shaped(plain: Table, layout: Layout) -> Table:
    """Return the table with the fields of a ticket or respondent as its columns."""
    shape = shape_of(layout)

    def shaped(row: Mapping[str, Any] | BadRow) -> Mapping[str, Any] | BadRow:
        if isinstance(row, BadRow):
            return row
        try:
            return shape(row)
        except InvalidInputError as error:
            return BadRow(error.message, error.expected or "")

    def rows() -> RowStream:
        return ((number, shaped(row)) for number, row in plain.rows())

    sample, columns = _sampled(list(islice(rows(), SAMPLE_ROWS)))
    return replace(plain, columns=columns, sample=sample, rows=rows, layout=layout)


def _sampled(
    rows: list[tuple[int, Mapping[str, Any] | BadRow]],
) -> tuple[tuple[Mapping[str, Any], ...], tuple[str, ...]]:
    good = tuple(row for _, row in rows if not isinstance(row, BadRow))
    return good, tuple(dict.fromkeys(name for row in good for name in row))


def estimate_rows(path: Path) -> int:
    """Estimate the number of rows of the file without reading it."""
    return int(_reader(path).estimate(path))


def _reader(path: Path) -> Any:
    name = path.name.lower().removesuffix(".gz")
    with path.open("rb") as file:
        magic = file.read(4)
    if magic == b"PAR1":
        return parquet
    if magic[:2] == b"PK" or name.endswith((".xlsx", ".xls", ".ods")):
        return workbook
    if name.endswith((".jsonl", ".ndjson", ".json")) or magic[:1] in (b"{", b"["):
        return jsonlines
    return delimited
