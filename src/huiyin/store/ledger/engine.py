"""Opening the ledger: one engine per process, every write transaction serialised by SQLite itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

BUSY_TIMEOUT_S = 60
# More than the threads of a server, so that nobody waits for a connection while holding a thread.
POOL = 64


class Ledger:
    """The transactional store; `write()` commits on leaving the block, `read()` sees one snapshot."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Open one write transaction: it has the writer's place from the first statement on."""
        with self.engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection = connection.execution_options(huiyin_writes=True)
            with connection.begin():
                yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open one read transaction over a consistent snapshot."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    def compact(self) -> None:
        """Write the file anew without what was deleted from it; writers wait meanwhile, nothing is lost."""
        if self.engine.dialect.name != "sqlite":
            return
        with self.engine.connect() as connection:
            driver = connection.connection.driver_connection
            if driver is not None:
                driver.execute("VACUUM")
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self.engine.dispose()


def open_ledger(path: Path) -> Ledger:
    """Open (and create, without tables) the SQLite ledger at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_TIMEOUT_S}, pool_size=POOL)
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return Ledger(engine)


def _set_pragmas(connection: Any, _record: object) -> None:
    # The driver's own BEGIN handling is off so that a writer can say BEGIN IMMEDIATE.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_TIMEOUT_S * 1000}",
        "cache_size=-65536",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("huiyin_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
