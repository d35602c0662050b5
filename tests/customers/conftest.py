"""A small ledger of people whom we know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select
from tests.conftest import NOON

from huiyin.collect import accept, ensure_source, find_source, validate
from huiyin.store.ledger import Ledger, migrate, open_ledger, tables
from huiyin.store.ledger import tables_identity as identity

Say = Callable[..., None]
Enrol = Callable[..., int]
PersonOf = Callable[[str], int]


@pytest.fixture
def enrol(ledger: Ledger) -> Enrol:
    """Write a customer record with its attributes."""

    def write(external_id: str, name: str, **attributes: Any) -> int:
        row = {"external_id": external_id, "name": name, "attributes": attributes, "created_at": NOON}
        with ledger.write() as connection:
            return int(connection.execute(insert(tables.customer), row).inserted_primary_key[0])

    return write


@pytest.fixture
def say(ledger: Ledger) -> Say:
    """Accept one voice."""
    count = iter(range(10_000))

    def write(
        source: str, *, channel: str = "social", text: str = "空调有异味", days: int = 0, **fields: Any
    ) -> None:
        at = NOON - timedelta(days=days)
        raw = {"external_id": f"v{next(count)}", "text": text, "occurred_at": at.isoformat(), **fields}
        with ledger.write() as connection:
            ensure_source(connection, name=source, channel=channel, taxonomy="automotive", now=NOON)
            found = find_source(connection, source)
            voices, rejected = validate([(0, raw)], zone=NOON.tzinfo, received_at=NOON)  # type: ignore[arg-type]
            assert found is not None
            assert not rejected
            accept(connection, found, voices, received_at=NOON)

    return write


@pytest.fixture
def person_of(ledger: Ledger) -> PersonOf:
    """Look up the person of the account with this label."""

    def look(label: str) -> int:
        columns = identity.account.c
        with ledger.read() as connection:
            return int(
                connection.execute(select(columns.person_id).where(columns.label == label)).scalar_one()
            )

    return look


def ledger_in(folder: Path) -> Ledger:
    """Open an empty ledger of its own in this folder."""
    ledger = open_ledger(folder / "ledger.sqlite3")
    migrate(ledger)
    return ledger


def snapshot(connection: Connection) -> Mapping[str, list[tuple[object, ...]]]:
    """Return every row that says who is who."""
    kept = (identity.person, identity.account, identity.handle, identity.account_voice, identity.identity_link, tables.customer, tables.feedback, tables.purchase)  # fmt: skip
    return {table.name: sorted(map(tuple, connection.execute(select(table))), key=str) for table in kept}
