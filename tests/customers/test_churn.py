"""Churn: what leaving means, nothing from after the look, calibrated on later contracts, graded by lot."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import polars as pl
import pytest
from sqlalchemy import Connection, insert
from tests.conftest import NOON

from huiyin.customers import churn
from huiyin.customers.churn.assessment import assess, calibration
from huiyin.customers.churn.features import FEATURES, read_features
from huiyin.customers.churn.model import fit
from huiyin.customers.churn.moments import contracts, open_moments, past_moments
from huiyin.store.ledger import Ledger, tables
from huiyin.store.ledger import tables_identity as identity
from huiyin.store.ledger.tables_churn import churn_outreach, churn_score

RULE = churn.Renewal()
TODAY = NOON.date()


class Voices:
    """Facts that hold these voices."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self._rows = rows

    def query(self, sql: str, params: object = None) -> pl.DataFrame:
        del params
        schema = {
            "customer_id": pl.Int64, "day": pl.Date, "channel": pl.String, "sentiment": pl.Int8,
            "rating": pl.Float64, "nps": pl.Int16, "leaving": pl.Boolean,
        }  # fmt: skip
        if "min(day)" in sql:
            return pl.DataFrame({"day": [TODAY - timedelta(days=400)]})
        return pl.DataFrame([{name: row.get(name) for name in schema} for row in self._rows], schema=schema)


def _enrol(connection: Connection, number: int, due: date, renewed: date | None = None) -> None:
    attributes = {"renewal_due": due.isoformat()}
    connection.execute(insert(tables.customer), {"id": number, "external_id": f"C{number}", "attributes": attributes, "created_at": NOON})  # fmt: skip
    connection.execute(insert(identity.person), {"id": number, "created_at": NOON})
    account = {"key": f"c:{number}", "kind": "customer", "customer_id": number, "label": f"C{number}", "crowd": False, "person_id": number, "created_at": NOON}  # fmt: skip
    connection.execute(insert(identity.account), account)
    if renewed:
        at = datetime(renewed.year, renewed.month, renewed.day, 4, tzinfo=NOON.tzinfo)
        order = {
            "source": "s",
            "external_id": f"R{number}",
            "customer_id": number,
            "amount": 99.0,
            "at": at,
            "kind": "renewal",
        }
        connection.execute(insert(tables.purchase), order)


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_leaving_is_no_renewal_by_the_end_of_the_grace(ledger: Ledger) -> None:
    with ledger.write() as connection:
        _enrol(connection, 1, _ago(100))
        _enrol(connection, 2, _ago(100), renewed=_ago(60))
        _enrol(connection, 3, _ago(100), renewed=_ago(20))
        _enrol(connection, 4, _ago(100), renewed=_ago(120))
        looks = past_moments(contracts(connection, RULE), RULE, first=_ago(400), today=TODAY)
    left = looks.group_by("person").agg(pl.col("churned").first()).sort("person")
    assert left.rows() == [(1, True), (2, False), (3, True), (4, False)]
    assert looks.filter(pl.col("person") == 4)["day"].to_list() == [_ago(130)]


def test_only_open_contracts_are_looked_at_today(ledger: Ledger) -> None:
    with ledger.write() as connection:
        _enrol(connection, 1, _ago(-30))
        _enrol(connection, 2, _ago(-30), renewed=_ago(1))
        _enrol(connection, 3, _ago(-200))
        _enrol(connection, 4, _ago(46))
        _enrol(connection, 5, _ago(45))
        found = open_moments(contracts(connection, RULE), RULE, today=TODAY)
    assert found["person"].to_list() == [1, 5]


def test_nothing_from_the_day_of_the_look_or_after_it_is_used(ledger: Ledger) -> None:
    voice = {"customer_id": 1, "channel": "service", "sentiment": -1, "leaving": True, "rating": 0.2}
    days = (_ago(29), _ago(30), _ago(31), _ago(31 + 90))
    with ledger.write() as connection:
        _enrol(connection, 1, TODAY)
        looks = pl.DataFrame(
            {"person": [1], "customer_id": [1], "due": [TODAY], "day": [_ago(30)], "churned": [True]}
        )
        row = read_features(connection, Voices([voice | {"day": day} for day in days]), looks).to_dicts()[0]
    assert (row["leaving"], row["service"], row["negative"], row["lead"]) == (1, 1, 1, 30)


def test_bad_experiences_raise_the_risk_and_the_model_is_calibrated_on_later_contracts() -> None:
    looks = _world(6_000, seed=3)
    found = assess(looks, RULE)
    assert found is not None
    assert found.trained_until < found.tested_from
    assert found.gain.low is not None
    assert found.gain.low > 0
    assert found.calibration_error < 0.05
    risks = fit(looks, [each.name for each in FEATURES]).risk(looks.with_columns(negative=pl.lit(4.0)))[0]
    calm = fit(looks, [each.name for each in FEATURES]).risk(looks.with_columns(negative=pl.lit(0.0)))[0]
    assert (risks > calm).all()


def test_without_enough_people_there_is_no_assessment() -> None:
    assert assess(_world(80, seed=1), RULE) is None
    assert assess(_world(0, seed=1), RULE) is None


def test_calibration_error_of_a_perfect_and_a_blind_model() -> None:
    rng = np.random.default_rng(5)
    risk = rng.random(20_000)
    left = (rng.random(20_000) < risk).astype(float)
    assert calibration(left, risk)[0] < 0.02
    assert calibration(left, np.full(20_000, 0.9))[0] == pytest.approx(0.4, abs=0.02)


def test_who_is_held_out_is_on_record_and_nobody_is_asked_twice(ledger: Ledger) -> None:
    with ledger.write() as connection:
        for number in range(1, 41):
            _enrol(connection, number, _ago(-20))
        _score(connection, 40)
        everybody = range(1, 41)
        risks, _ = churn.list_risks(connection, limit=100)
        chosen = churn.candidates(connection, risks, everybody, now=NOON, limit=30)
        drawn = churn.draw(connection, chosen, by="demo", now=NOON, seed=1)
        assert (len(drawn), sum(each.held_out for each in drawn)) == (30, 6)
        again = churn.candidates(connection, risks, everybody, now=NOON + timedelta(days=30), limit=30)
        assert {each.customer_id for each in again}.isdisjoint(each.risk.customer_id for each in drawn)
        assert churn.candidates(connection, risks, [], now=NOON) == []


def test_outcome_waits_for_the_grace_and_compares_both_groups(ledger: Ledger) -> None:
    with ledger.write() as connection:
        for number in range(1, 101):
            due, held = _ago(50), number > 60
            renewed = _ago(45) if (number % 10 < (4 if held else 8)) else None
            _enrol(connection, number, due, renewed)
            _drawn(connection, number, due, held=held)
        _enrol(connection, 200, _ago(10))
        _drawn(connection, 200, _ago(10), held=False)
        found = churn.outcome(connection, RULE, today=TODAY, minimum_n=30)
    assert (found.contacted, found.held_out, found.waiting) == (61, 40, 1)
    assert (found.renewed.value, found.renewed_held_out.value) == (0.8, 0.4)
    assert found.difference.excludes_zero


def _score(connection: Connection, count: int) -> None:
    row = {"due": _ago(-20), "risk": 0.7, "low": 0.6, "high": 0.8, "value": 10.0, "reasons": [], "play": "remind", "scored_at": NOON}  # fmt: skip
    connection.execute(
        insert(churn_score), [row | {"customer_id": each, "person_id": each} for each in range(1, count + 1)]
    )


def _drawn(connection: Connection, number: int, due: date, *, held: bool) -> None:
    row = {"customer_id": number, "due": due, "held_out": held, "play": "remind", "risk": 0.5, "decided_at": NOON, "decided_by": "demo"}  # fmt: skip
    connection.execute(insert(churn_outreach), row)


def _world(count: int, *, seed: int) -> pl.DataFrame:
    """Looks at contracts over a year whose end depends on negative voices and chance."""
    rng = np.random.default_rng(seed)
    due = [_ago(int(each)) for each in rng.integers(50, 300, count)]
    negative = rng.poisson(1.0, count).astype(float)
    churned = rng.random(count) < 1 / (1 + np.exp(1.5 - 1.8 * np.log1p(negative)))
    columns = {each.name: rng.random(count) for each in FEATURES} | {"negative": negative}
    frame = {"person": np.arange(count), "customer_id": np.arange(count), "due": due, "churned": churned}
    looks = pl.DataFrame(frame | columns, schema_overrides={"due": pl.Date, "churned": pl.Boolean})
    return looks.with_columns(day=pl.col("due") - timedelta(days=30))
