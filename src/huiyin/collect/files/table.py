"""One face for every file format: the columns, and a stream of numbered rows."""

from __future__ import annotations

import csv
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import pyarrow as pa
from python_calamine import CalamineError

from huiyin.collect.files import delimited, jsonlines, parquet, workbook
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


def open_table(path: Path) -> Table:
    """Look at the file and return how to read it.

    Raises InvalidInputError when the file is missing, empty, or of a format that is not known.
    """
    if not path.is_file():
        raise InvalidInputError(
            f"{path} is no file", field="file", expected="a CSV, XLSX, JSONL or Parquet file"
        )
    if path.stat().st_size == 0:
        raise InvalidInputError(f"{path.name} is empty", field="file", expected="a file with rows")
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

    sample = [row for _, row in islice(rows(), SAMPLE_ROWS) if not isinstance(row, BadRow)]
    columns = tuple(dict.fromkeys(name for row in sample for name in row))
    if not columns:
        raise InvalidInputError(
            f"{path.name} has no readable row", field="file", expected="a header line and rows below it"
        )
    return Table(path, reader.NAME, encoding, columns, tuple(sample), reader.estimate(path), rows)


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
