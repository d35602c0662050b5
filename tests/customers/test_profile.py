"""Profiles: stages by rule, the year ahead from the rhythm of orders, segments that hold."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest
from sqlalchemy import insert, select
from tests.conftest import NOON

from huiyin.customers import churn, profile
from huiyin.customers.profile import Dealings, RfmClass, Stage, groups, lifetime
from huiyin.customers.profile.orders import repeating_kinds, summarise
from huiyin.kit.clock import Clock
from huiyin.store.ledger import Ledger, tables
from huiyin.store.ledger import tables_identity as identity
from huiyin.store.ledger.tables_profile import customer_profile

TODAY = NOON.date()


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("dealings", "stage"),
    [
        (Dealings(None, _ago(3), False), Stage.PROSPECT),
        (Dealings(_ago(20), _ago(3), False), Stage.NEW),
        (Dealings(_ago(400), _ago(30), False), Stage.ACTIVE),
        (Dealings(_ago(400), _ago(200), False), Stage.DORMANT),
        (Dealings(_ago(900), _ago(400), False), Stage.LOST),
        (Dealings(_ago(400), _ago(3), True), Stage.LOST),
        (Dealings(_ago(400), None, False), Stage.LOST),
    ],
)
def test_stage_follows_from_what_happened(dealings: Dealings, stage: Stage) -> None:
    assert profile.stage_of(dealings, TODAY) is stage


def test_every_combination_of_fifths_has_its_class() -> None:
    found = {profile.rfm_class(r, f, m) for r in (1, 5) for f in (1, 5) for m in (1, 5)}
    assert found == set(RfmClass)


def _orders(people: int, rng: np.random.Generator) -> pl.DataFrame:
    """A car each, once; and small orders at rates of their own."""
    rows: list[tuple[int, str, date, float]] = []
    for person in range(people):
        start = int(rng.integers(300, 700))
        rows.append((person, "car", _ago(start), 200_000.0))
        days = np.cumsum(rng.exponential(30 + 200 * rng.random(), 30)).astype(int)
        price = float(rng.gamma(4, 50))
        rows += [
            (person, "shop", _ago(start - int(day)), price * float(rng.gamma(6, 1 / 6)))
            for day in days[days < start]
        ]
    return pl.DataFrame(rows, schema={"person": pl.Int64, "kind": pl.String, "day": pl.Date, "amount": pl.Float64}, orient="row")  # fmt: skip


def test_only_kinds_that_people_come_back_for_have_a_rhythm() -> None:
    assert repeating_kinds(_orders(80, np.random.default_rng(1))) == ("shop",)


def test_orders_of_a_day_are_one_purchase() -> None:
    rows = [(1, "shop", _ago(70), 10.0), (1, "shop", _ago(35), 20.0), (1, "gift", _ago(35), 30.0)]
    orders = pl.DataFrame(rows, schema={"person": pl.Int64, "kind": pl.String, "day": pl.Date, "amount": pl.Float64}, orient="row")  # fmt: skip
    row = summarise(orders, ("gift", "shop"), TODAY).row(0, named=True)
    assert row == {"person": 1, "repeats": 1.0, "last": 5.0, "age": 10.0, "days": 2.0, "mean": 30.0}


def test_the_year_ahead_is_held_against_later_orders() -> None:
    found = lifetime.check(_orders(400, np.random.default_rng(2)), TODAY)
    assert found is not None
    assert found.foretold == pytest.approx(found.happened, rel=0.15)
    assert found.covered.high is not None
    assert found.covered.high > 0.75


def test_who_orders_often_is_worth_more_and_has_a_range() -> None:
    orders = _orders(300, np.random.default_rng(3))
    model = lifetime.fit_lifetime(orders, TODAY)
    assert model is not None
    counts = orders.filter(pl.col("kind") == "shop").group_by("person").len().sort("len", "person")
    seldom, often = (
        profile.lifetime_of(model, orders.filter(pl.col("person") == person), TODAY)
        for person in (counts["person"][0], counts["person"][-1])
    )
    assert seldom is not None
    assert often is not None
    assert often.orders > seldom.orders
    low, value, high = often.value.low, often.value.value, often.value.high
    assert low is not None
    assert value is not None
    assert high is not None
    assert low <= value <= high
    assert often.value.level == lifetime.LEVEL


def test_too_few_who_came_back_teach_nothing() -> None:
    assert lifetime.fit_lifetime(_orders(10, np.random.default_rng(4)), TODAY) is None
    assert lifetime.check(_orders(0, np.random.default_rng(4)), TODAY) is None


def _people(seed: int) -> pl.DataFrame:
    """Two kinds of people: buyers who keep quiet and fans who buy little."""
    rng = np.random.default_rng(seed)
    buyer = np.arange(400) < 200
    return pl.DataFrame(
        {
            "person": np.arange(400),
            "spend": np.where(buyer, rng.gamma(5, 2_000, 400), 0.0),
            "orders": np.where(buyer, rng.poisson(6, 400), 0),
            "friction": rng.poisson(0.2, 400),
            "social": np.where(buyer, 0, rng.poisson(8, 400)),
            "service": rng.poisson(0.3, 400),
            "voices": np.where(buyer, rng.poisson(0.5, 400), rng.poisson(12, 400)),
            "negative": np.where(buyer, np.nan, 0.5),
        }
    ).with_columns(pl.col("negative").fill_nan(None))


def test_planted_segments_are_learnt_named_and_hold() -> None:
    learnt = groups.learn(_people(5))
    assert learnt is not None
    grouping, members = learnt
    assert sum(group.people for group in grouping.groups) == members.height == 400
    fans = next(group for group in grouping.groups if "爱分享" in group.zh)
    of_fans = members.filter(pl.col("group") == fans.number)["person"]
    assert (of_fans >= 200).mean() > 0.95  # type: ignore[operator]
    assert grouping.stability.value is not None


def test_too_few_people_make_no_segments() -> None:
    assert groups.learn(_people(5).head(50)) is None


def test_round_gives_every_customer_a_profile_and_reads_back(ledger: Ledger, clock: Clock) -> None:
    with ledger.write() as connection:
        for number in (1, 2):
            connection.execute(insert(tables.customer), {"id": number, "external_id": f"C{number}", "attributes": {}, "created_at": NOON})  # fmt: skip
            connection.execute(insert(identity.person), {"id": number, "created_at": NOON})
            account = {"key": f"c:{number}", "kind": "customer", "customer_id": number, "label": f"C{number}", "crowd": False, "person_id": number, "created_at": NOON}  # fmt: skip
            connection.execute(insert(identity.account), account)
        order = {"source": "s", "external_id": "O1", "customer_id": 1, "amount": 9.0, "at": NOON - timedelta(days=9), "kind": "order"}  # fmt: skip
        connection.execute(insert(tables.purchase), order)
    found = profile.refresh(ledger, Silence(), churn.Renewal(), zone=NOON.tzinfo, clock=clock)  # type: ignore[arg-type]
    with ledger.read() as connection:
        rows = connection.execute(select(customer_profile.c.person_id, customer_profile.c.stage)).all()
        assert sorted(map(tuple, rows)) == [(1, "new"), (2, "prospect")]
        assert profile.latest_profiles(connection) == found
        assert not profile.is_due(connection, NOON)


class Silence:
    """Facts of a company that nobody has spoken to."""

    def query(self, sql: str, params: object = None) -> pl.DataFrame:
        del params
        if "max(day)" in sql:
            return pl.DataFrame(schema={"customer_id": pl.Int64, "day": pl.Date})
        return pl.DataFrame(
            schema={"feedback_id": pl.Int64, "customer_id": pl.Int64, "speaker": pl.String, "channel": pl.String, "sentiment": pl.Int8}
        )  # fmt: skip
