"""Reading databases that are not ours: one engine for one read, closed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool


@contextmanager
def foreign_connection(url: str) -> Iterator[Connection]:
    """Open a connection whose transaction is always rolled back, for we only read there.

    Raises SQLAlchemyError, or ModuleNotFoundError when the driver is not installed.
    """
    engine = create_engine(url, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            yield connection
            connection.rollback()
    finally:
        engine.dispose()
