"""Scratch paper: an engine in memory for one computation, gone when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import duckdb

MEMORY_LIMIT = "1GB"


@contextmanager
def scratch_engine(*, memory_limit: str = MEMORY_LIMIT) -> Iterator[duckdb.DuckDBPyConnection]:
    """Lend an empty DuckDB that holds at most `memory_limit` and spills the rest into a folder of its own."""
    with TemporaryDirectory(prefix="huiyin-scratch") as folder:
        config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": memory_limit,
            "temp_directory": folder,
            "preserve_insertion_order": False,
        }
        with duckdb.connect(config=config) as engine:
            yield engine
