"""Scratch paper: an engine in memory for one computation, gone when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

MEMORY_LIMIT = "2GB"


@contextmanager
def scratch_engine(*, memory_limit: str = MEMORY_LIMIT) -> Iterator[duckdb.DuckDBPyConnection]:
    """Lend an empty DuckDB that holds at most `memory_limit` and spills beyond it."""
    with duckdb.connect(config={"memory_limit": memory_limit, "preserve_insertion_order": False}) as engine:
        yield engine
