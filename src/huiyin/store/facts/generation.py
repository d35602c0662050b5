"""One generation of the facts: a DuckDB file, its readers, and the one writer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

import duckdb

_PACKAGE = resources.files("huiyin.store.facts")
_LACKS = """
SELECT count(*) FROM duckdb_tables()
WHERE table_name = 'voice' AND NOT EXISTS (
    SELECT 1 FROM duckdb_columns() WHERE table_name = 'voice' AND column_name = ?
)
"""
# A file that lacks the column is of an older shape, which the script brings up to date.
_UPGRADES = {"who": "upgrade.sql", "intents": "upgrade_intents.sql", "emotion": "upgrade_emotion.sql"}


class Generation:
    """An open facts file; it is closed when it is retired and its last reader has left."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = duckdb.connect(str(path), config={"preserve_insertion_order": False})
        _lay_out(self.connection)
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

    @contextmanager
    def snapshot(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor all of whose questions see the same facts."""
        with self.cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                yield cursor
            finally:
                cursor.execute("ROLLBACK")

    def close(self) -> None:
        """Wait for the last reader, then close the file."""
        with self._guard:
            self._guard.wait_for(lambda: self._readers == 0)
            self.connection.close()


def _lay_out(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the tables, and bring those of an older file up to date, in one transaction."""
    upgrades = [
        script
        for column, script in _UPGRADES.items()
        if connection.execute(_LACKS, [column]).fetchall()[0][0]
    ]
    connection.execute("BEGIN")
    connection.execute(_sql("schema.sql"))
    for script in upgrades:
        connection.execute(_sql(script))
    connection.execute("COMMIT")


def _sql(name: str) -> str:
    return _PACKAGE.joinpath(name).read_text(encoding="utf-8")
