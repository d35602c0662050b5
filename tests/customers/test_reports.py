"""The two questions find what was planted, and say how many they could not see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest
from sqlalchemy import insert
from tests.conftest import NOON

from huiyin import customers
from huiyin.bootstrap import Installation, installation
from huiyin.collect import accept, ensure_source, find_source, validate
from huiyin.customers import CrossSide, Span
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.store.ledger import tables

SPAN = Span(
    date(2026, 1, 1), date(2026, 11, 22), datetime(2026, 1, 1, tzinfo=UTC), NOON + timedelta(hours=12)
)
ACTIVE, CALLERS, QUIET = range(40), range(40, 80), range(80, 160)


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[Installation]:
    """Forty fans who buy for 900, forty who call twice about odour, eighty who call once about delivery and buy for 100."""
    with installation(settings, clock=clock) as opened:
        _people(opened)
        _voices(opened, "社交短帖", "social", [(f"s{n}-{k}", "空间很大", {"author": f"fan{n}", "metadata": {"handles": {"openid": f"o{n:03d}"}}}) for n in ACTIVE for k in range(2)])  # fmt: skip
        _voices(opened, "社交短帖", "social", [(f"x{n}", "空间很大", {"author": f"外人{n}", "metadata": {"handles": {"openid": f"z{n:03d}"}}}) for n in range(40)])  # fmt: skip
        _voices(opened, "热线", "service", [(f"h{n}-{k}", "车内异味很大，受不了", {"customer_id": f"C{n}"}) for n in CALLERS for k in range(2)])  # fmt: skip
        _voices(opened, "热线", "service", [(f"q{n}", "交付太慢，等了三个月", {"customer_id": f"C{n}"}) for n in QUIET])  # fmt: skip
        opened.projector.catch_up()
        customers.resolve(opened.ledger, clock=clock)
        yield opened


def _people(app: Installation) -> None:
    rows = [{"external_id": f"C{n}", "name": None, "attributes": {"openid": f"o{n:03d}"}, "created_at": NOON} for n in range(160)]  # fmt: skip
    bought = [{"source": "s", "external_id": f"O{n}", "customer_id": n + 1, "product": "x", "amount": 900.0 + n % 7 if n in ACTIVE else 100.0 + n % 7, "at": NOON - timedelta(days=9), "kind": "order"} for n in range(160)]  # fmt: skip
    with app.ledger.write() as connection:
        connection.execute(insert(tables.customer), rows)
        connection.execute(insert(tables.purchase), bought)


def _voices(
    app: Installation, name: str, channel: str, said: list[tuple[str, str, dict[str, object]]]
) -> None:
    at = (NOON - timedelta(days=3)).isoformat()
    raw = [{"external_id": key, "text": text, "occurred_at": at, **fields} for key, text, fields in said]
    with app.ledger.write() as connection:
        ensure_source(connection, name=name, channel=channel, taxonomy="automotive", now=NOON)
        source = find_source(connection, name)
        voices, rejected = validate(enumerate(raw), zone=UTC, received_at=NOON)
        assert source is not None
        assert not rejected
        accept(connection, source, voices, received_at=NOON)


def test_socially_active_are_found_to_spend_more(app: Installation) -> None:
    with app.ledger.read() as connection:
        found = customers.buying_power(connection, app.facts, SPAN, minimum_n=30)
    assert (found.active.customers, found.others.customers) == (40, 120)
    assert found.spend_difference.value == pytest.approx(800, abs=5)
    assert found.spend_difference.excludes_zero
    assert "高 800 元" in found.sentence_zh


def test_match_rate_tells_how_many_fans_are_known(app: Installation) -> None:
    with app.ledger.read() as connection:
        found = customers.buying_power(connection, app.facts, SPAN, minimum_n=30)
    assert found.match.share.value == pytest.approx(0.5)
    assert found.match.share.n == 80
    assert "50%" in found.match.caveat_zh


def test_problem_of_frequent_callers_comes_first_and_differs(app: Installation) -> None:
    with app.ledger.read() as connection:
        found = customers.help_seekers(connection, app.facts, app.names, SPAN, minimum_n=30)
    assert (found.customers, found.others) == (40, 80)
    first = found.problems[0]
    assert first.customers == 40
    assert first.significant
    assert first.by_contact.value == pytest.approx(1.0)
    assert first.by_contact_others.value == pytest.approx(0.0)


def test_crossing_counts_every_customer_once(app: Installation) -> None:
    with app.ledger.read() as connection:
        voices = customers.read_voices(connection, app.facts, SPAN)
        people = customers.read_people(connection, voices, SPAN)
    table = customers.cross(people, CrossSide.SOCIAL, CrossSide.SPEND, minimum_n=30)
    counts = {(cell.row, cell.column): cell.customers for cell in table.cells}
    assert table.customers == sum(counts.values()) == 160
    assert counts["2+", "high"] == 40
    shares = pl.Series([cell.share.value for cell in table.cells if cell.row == "2+"])
    assert shares.sum() == pytest.approx(1.0)


def test_person_in_two_records_is_one_customer(app: Installation) -> None:
    with app.ledger.write() as connection:
        one, other = (customers.search(connection, f"C{n}")[0].person for n in (0, 80))
        customers.merge(connection, one, other, by="boss", reason="", now=NOON)
        found = customers.buying_power(connection, app.facts, SPAN, minimum_n=30)
    assert (found.active.customers, found.others.customers) == (40, 119)
