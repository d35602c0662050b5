"""The nightly round: learn from contracts that have ended, look at those that end soon."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl
from sqlalchemy import Connection, insert, select

from huiyin.customers.churn.assessment import Assessment, Bin, assess, enough
from huiyin.customers.churn.features import FEATURES, NEAR, read_features
from huiyin.customers.churn.model import fit
from huiyin.customers.churn.moments import Renewal, contracts, open_moments, past_moments
from huiyin.customers.churn.scores import write_scores
from huiyin.customers.queries import run
from huiyin.kit.clock import Clock
from huiyin.stats import Estimate
from huiyin.store.ledger import Ledger
from huiyin.store.ledger.tables_churn import churn_model
from huiyin.understand import FactsReader

EVERY = timedelta(hours=20)


def is_due(connection: Connection, now: datetime) -> bool:
    """Tell whether the last round was most of a day ago."""
    last = connection.execute(
        select(churn_model.c.fitted_at).order_by(churn_model.c.id.desc()).limit(1)
    ).scalar()
    return last is None or now - last >= EVERY


def refresh(
    ledger: Ledger, facts: FactsReader, rule: Renewal, *, zone: ZoneInfo, clock: Clock
) -> Assessment | None:
    """Fit, judge and score; return how good it is, None where too few contracts have ended to tell.

    Without enough people nobody gets a score.
    """
    now = clock()
    with ledger.read() as connection:
        past, coming = _looks(connection, facts, rule, now.astimezone(zone).date())
    if not enough(past):
        return _write(ledger, None, now)
    found = assess(past, rule)
    with ledger.write() as connection:
        write_scores(connection, coming, fit(past, [each.name for each in FEATURES]), now)
    return _write(ledger, found, now)


def latest_assessment(connection: Connection) -> tuple[Assessment | None, datetime] | None:
    """Return how good the last round's model is and when it was fitted; None before the first round."""
    query = select(churn_model).order_by(churn_model.c.id.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    return (_read(row["figures"]) if row["figures"] else None), row["fitted_at"]


def _looks(
    connection: Connection, facts: FactsReader, rule: Renewal, today: date
) -> tuple[pl.DataFrame, pl.DataFrame]:
    found = contracts(connection, rule)
    first = run(facts, "people.first_day").item()
    # A look back must be able to see as far as every other one.
    since = first + timedelta(days=NEAR) if isinstance(first, date) else today
    past = past_moments(found, rule, first=since, today=today)
    coming = open_moments(found, rule, today=today)
    return read_features(connection, facts, past), read_features(connection, facts, coming)


def _write(ledger: Ledger, found: Assessment | None, now: datetime) -> Assessment | None:
    figures = {} if found is None else _plain(asdict(found))
    with ledger.write() as connection:
        connection.execute(insert(churn_model), {"fitted_at": now, "figures": figures})
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _read(figures: dict[str, Any]) -> Assessment:
    estimates = {name: Estimate.from_dict(figures[name]) for name in ("auc", "auc_rfm", "gain")}
    bins = tuple(Bin(each["predicted"], Estimate.from_dict(each["left"])) for each in figures["bins"])
    days = {name: date.fromisoformat(figures[name]) for name in ("trained_until", "tested_from")}
    return Assessment(**(figures | estimates | days | {"bins": bins}))
