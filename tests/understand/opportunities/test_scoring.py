"""Score, growth and value of opportunities."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pytest
from sqlalchemy import insert

from huiyin.store.ledger import Ledger, tables
from huiyin.understand.opportunities.opportunity import Evidence
from huiyin.understand.opportunities.scoring import grown, scored, values_of


def said(who: int, day: date, customer: int | None = None) -> Evidence:
    return Evidence(who, 0, 2, "外放电", who, customer, None, day)


def test_score_is_ulwicks() -> None:
    found = scored("k", 90, 1000, 100, (30, 100), 30)
    assert found.score.value == pytest.approx(9 + (9 - 3))


def test_interval_holds_the_value_and_is_the_same_twice() -> None:
    one, two = (scored("k", 40, 2000, 100, (200, 400), 30) for _ in range(2))
    assert one == two
    assert one.score.low is not None
    assert one.score.high is not None
    assert one.score.low <= (one.score.value or 0) <= one.score.high


def test_interval_covers_the_true_score() -> None:
    rng = np.random.default_rng(7)
    base, most, share, glad, heard = 4000, 160, 0.02, 0.4, 300
    truth = 10 * share * base / most + max(10 * share * base / most - 10 * glad, 0)
    held = 0
    for draw in range(300):
        customers, content = int(rng.binomial(base, share)), int(rng.binomial(heard, glad))
        estimate = scored(f"k{draw}", customers, base, most, (content, heard), 30).score
        held += (estimate.low or 0) <= truth <= (estimate.high or 0)
    assert 0.91 <= held / 300 <= 0.99


def test_a_small_base_claims_nothing() -> None:
    assert not scored("k", 3, 10, 3, None, 30).score.sufficient


def test_growth_compares_the_halves_of_the_window() -> None:
    early = [said(who, date(2026, 6, 1)) for who in range(10)]
    late = [said(who, date(2026, 7, 20)) for who in range(100, 160)]
    found = grown([*early, *late], date(2026, 7, 1), (1000, 1000), date(2026, 6, 1), date(2026, 7, 31))
    assert found.change.excludes_zero
    assert (found.change.value or 0) > 0
    assert not found.is_new


def test_value_sums_what_the_customers_bought_in_a_year(ledger: Ledger) -> None:
    day = datetime(2026, 7, 1, tzinfo=UTC)
    with ledger.write() as connection:
        for each in (1, 2):
            connection.execute(
                insert(tables.customer).values(id=each, external_id=f"c{each}", attributes={}, created_at=day)
            )
        orders = ((1, 100.0, day), (1, 50.0, day), (2, 30.0, day.replace(year=2024)))
        for number, (customer, amount, at) in enumerate(orders):
            values = {"source": "店", "external_id": str(number), "kind": "order", "product": None}
            connection.execute(
                insert(tables.purchase).values(values | {"customer_id": customer, "amount": amount, "at": at})
            )
        members = [said(1, date(2026, 6, 1), 1), said(2, date(2026, 6, 1), 2), said(3, date(2026, 6, 1))]
        found = values_of(connection, {"k": members}, date(2026, 7, 31), 30)["k"]
    assert (found.known, found.total) == (2, 150.0)
    assert not found.per_customer.sufficient
