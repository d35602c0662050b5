"""Parquet, read in batches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from huiyin.kit.errors import InvalidInputError

NAME = "parquet"
BATCH = 8_192

BadRow = tuple[str, str]


def encoding(path: Path) -> None:
    """Parquet strings are UTF-8."""
    del path


def estimate(path: Path) -> int:
    """Return the number of rows of the file."""
    return int(_open(path).metadata.num_rows)


def rows(path: Path, coding: str | None) -> Iterator[tuple[int, Mapping[str, Any] | BadRow]]:
    """Yield (row number from 1, row)."""
    del coding
    number = 0
    for batch in _open(path).iter_batches(batch_size=BATCH):
        for row in batch.to_pylist():
            number += 1
            yield number, row


def _open(path: Path) -> Any:
    try:
        return pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise InvalidInputError(
            f"{path.name} cannot be opened as Parquet: {error}", field="file", expected="a Parquet file"
        ) from error
