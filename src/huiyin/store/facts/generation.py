"""One generation of the facts: a DuckDB file, its readers, and the one writer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

import duckdb

SCHEMA = resources.files("huiyin.store.facts").joinpath("schema.sql")


class Generation:
    """An open facts file; it is closed when it is retired and its last reader has left."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = duckdb.connect(str(path), config={"preserve_insertion_order": False})
        self.connection.execute(SCHEMA.read_text(encoding="utf-8"))
        self._guard = threading.Condition()
        self._readers = 0

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor of its own to one caller."""
        with self._guard:
            self._readers += 1
            cursor = self.connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()
            with self._guard:
                self._readers -= 1
                self._guard.notify_all()

    def close(self) -> None:
        """Wait for the last reader, then close the file."""
        with self._guard:
            self._guard.wait_for(lambda: self._readers == 0)
            self.connection.close()
