"""Opening the ledger: one engine per process, write transactions one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from huiyin.store.ledger.vault import KEY_FILE, Vault, vault_options

BUSY_TIMEOUT_S = 60
# More than the threads of a server, so that nobody waits for a connection while holding a thread.
POOL = 64
# Where PostgreSQL keeps the writers' place; SQLite has one of its own.
WRITERS_PLACE = 7_210_351


class Ledger:
    """The transactional store; `write()` commits on leaving the block, `read()` sees one snapshot."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Open one write transaction: it has the writer's place from the first statement on."""
        with self.engine.connect() as connection:
            writer = connection.execution_options(huiyin_writes=True)
            with writer.begin():
                if writer.dialect.name == "postgresql":
                    writer.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_PLACE})")
                yield writer

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open one read transaction over a consistent snapshot."""
        with self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    def compact(self) -> None:
        """Write the file anew without what was deleted from it; writers wait meanwhile, nothing is lost."""
        with self.engine.connect() as connection:
            driver = connection.connection.driver_connection
            if driver is None:
                return
            if connection.dialect.name == "sqlite":
                driver.execute("VACUUM")
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            else:
                driver.autocommit = True
                driver.execute("VACUUM FULL")
                driver.autocommit = False

    def close(self) -> None:
        self.engine.dispose()


def open_ledger(where: Path | str, *, vault: Vault | None = None) -> Ledger:
    """Open the ledger: a SQLite file at a path, made where it is missing, or the database behind a URL.

    A URL is SQLAlchemy's for PostgreSQL, `postgresql+psycopg://user:password@host/database`. The vault seals
    other systems' passwords; a SQLite file has its key beside it where no other vault is given.
    """
    if isinstance(where, str):
        options = vault_options(vault) if vault else {}
        return Ledger(create_engine(where, pool_size=POOL, pool_pre_ping=True, execution_options=options))
    where.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        f"sqlite:///{where}",
        connect_args={"timeout": BUSY_TIMEOUT_S},
        pool_size=POOL,
        execution_options=vault_options(vault or Vault(where.parent / KEY_FILE)),
    )
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
