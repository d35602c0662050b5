"""A fresh ledger, a clock that the test moves, and people."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from huiyin import access
from huiyin.store.ledger.engine import open_ledger
from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.tables_access import app_user  # noqa: F401 - registers the tables


class MovingClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, by: timedelta) -> None:
        self.now += by


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    ledger = open_ledger(tmp_path / "ledger.sqlite3")
    metadata.create_all(ledger.engine)
    with ledger.write() as connection:
        yield connection
    ledger.close()


@pytest.fixture(scope="session")
def password_hash() -> str:
    return access.hash_password("correct horse")


@pytest.fixture
def admin(connection: Connection, clock: MovingClock, password_hash: str) -> access.User:
    return access.create_first_admin(
        connection, username="Boss", display_name="老板", password_hash=password_hash, clock=clock
    )


@pytest.fixture
def signed_in(connection: Connection, clock: MovingClock, admin: access.User) -> access.Principal:
    opened = access.open_session(connection, admin, lifetime=timedelta(days=14), clock=clock)
    principal = access.resolve_session(connection, opened.secret, clock)
    assert principal is not None
    return principal
