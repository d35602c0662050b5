"""Several servers on one PostgreSQL: each follows the ledger into facts of its own, and they agree."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import func, select
from tests.conftest import NOON, skip_or_fail
from tests.postgres import binaries, fresh_database, running_postgres

from huiyin.bootstrap import installation
from huiyin.collect import accept, ensure_source, find_source, validate
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger, open_ledger, tables

WRITERS, VOICES = 4, 250


@pytest.fixture(scope="module")
def socket() -> Iterator[str]:
    """A PostgreSQL of this module's own."""
    if binaries() is None:
        skip_or_fail("needs PostgreSQL (Debian: postgresql)")
    with running_postgres() as found:
        yield found


@pytest.fixture
def url(socket: str) -> str:
    """An empty ledger."""
    return fresh_database(socket)


def _write(ledger: Ledger, writer: int, *, also: int) -> None:
    """Accept a writer's voices one transaction each, and some that another writer sends too."""
    for number in range(VOICES):
        key = f"{writer}-{number}" if number >= also else f"shared-{number}"
        raw = {
            "external_id": key,
            "text": "空调有异味，没人管",
            "author": f"作者{key}",
            "occurred_at": NOON.isoformat(),
        }
        with ledger.write() as connection:
            ensure_source(connection, name="论坛", channel="social", taxonomy="automotive", now=NOON)
            source = find_source(connection, "论坛")
            assert source is not None
            voices, _ = validate([(0, raw)], zone=NOON.tzinfo, received_at=NOON)  # type: ignore[arg-type]
            accept(connection, source, voices, received_at=NOON)


def test_many_writers_lose_and_double_nothing_and_every_server_reads_the_same(
    url: str, tmp_path: Path
) -> None:
    ledgers = [open_ledger(url) for _ in range(WRITERS)]
    shared = 50
    expected = WRITERS * (VOICES - shared) + shared
    opened = [
        installation(Settings(home=tmp_path / name, ledger_url=SecretStr(url)), clock=lambda: NOON)
        for name in ("one", "two")
    ]
    with opened[0] as one, opened[1] as two:
        threads = [
            threading.Thread(target=_write, args=(ledger, writer), kwargs={"also": shared})
            for writer, ledger in enumerate(ledgers)
        ]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            one.projector.step()
        for thread in threads:
            thread.join()
        one.projector.catch_up()
        two.projector.catch_up()
        query = "SELECT feedback_id, revision, speaker, opinions FROM voice ORDER BY feedback_id"
        assert one.facts.query(query).equals(two.facts.query(query))
        assert one.facts.query("SELECT count(*) AS n FROM voice").item() == expected
        with one.ledger.read() as connection:
            columns = tables.feedback.c
            counted = connection.execute(select(func.count(), func.count(columns.revision.distinct()))).one()
    for ledger in ledgers:
        ledger.close()
    assert tuple(counted) == (expected, expected)


def test_a_reader_sees_one_snapshot(url: str) -> None:
    ledger = open_ledger(url)
    with ledger.read() as reader:
        before = reader.execute(select(func.count()).select_from(tables.feedback)).scalar()
        _write(ledger, 0, also=0)
        assert reader.execute(select(func.count()).select_from(tables.feedback)).scalar() == before
    ledger.close()
