"""A fresh ledger, a clock that the test moves, and people."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection
from tests.clocks import MovingClock

from huiyin import access
from huiyin.store.ledger import Ledger


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def connection(ledger: Ledger) -> Iterator[Connection]:
    with ledger.write() as connection:
        yield connection


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
