"""The nightly round: learn lifetime value and groups from everybody, and note where each customer stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl
from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, func, insert, select

from huiyin.customers.churn.moments import Contract, Renewal, contracts, ends_unrenewed
from huiyin.customers.people import read_owners, read_people, read_voices, span_of
from huiyin.customers.profile import lifetime
from huiyin.customers.profile.classes import RfmClass, rfm_class
from huiyin.customers.profile.groups import Group, Grouping, learn
from huiyin.customers.profile.lifetime import Check, LifetimeModel
from huiyin.customers.profile.orders import read_orders, summarise
from huiyin.customers.profile.stages import Dealings, Stage, stage_of
from huiyin.customers.queries import run
from huiyin.customers.value import fifth
from huiyin.kit.clock import Clock
from huiyin.kit.parts import parts
from huiyin.store.ledger import Ledger, tables
from huiyin.store.ledger import tables_identity as identity
from huiyin.store.ledger.tables_profile import customer_profile, profile_round
from huiyin.understand import FactsReader

EVERY = timedelta(hours=20)
YEAR = 365
BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Profiles:
    """What the last round learnt; parts that too few people carry are None."""

    made_at: datetime
    people: int
    model: LifetimeModel | None
    check: Check | None
    grouping: Grouping | None
    stages: Mapping[Stage, int]
    classes: Mapping[RfmClass, int]


def is_due(connection: Connection, now: datetime) -> bool:
    """Tell whether the last round was most of a day ago."""
    query = select(profile_round.c.made_at).order_by(profile_round.c.id.desc()).limit(1)
    last = connection.execute(query).scalar()
    return last is None or now - last >= EVERY


def refresh(ledger: Ledger, facts: FactsReader, rule: Renewal, *, zone: ZoneInfo, clock: Clock) -> Profiles:
    """Learn from everybody and write every customer's profile."""
    now = clock()
    today = now.astimezone(zone).date()
    with ledger.read() as connection:
        orders = read_orders(connection)
        people = _people(connection, facts, zone, today)
        standing = _standing(connection, facts, orders, rule, today)
    model, checked = lifetime.fit_lifetime(orders, today), lifetime.check(orders, today)
    if model is not None and checked is not None:
        model = replace(model, drawn=checked.drawn)
    learnt = learn(people)
    rows = _rows(people, orders, standing, model, learnt[1] if learnt else None, today)
    found = _profiles(rows, model, checked, learnt[0] if learnt else None, now)
    with ledger.write() as connection:
        _write(connection, rows, found)
    return found


def latest_profiles(connection: Connection) -> Profiles | None:
    """Return what the last round learnt, None before the first."""
    query = select(profile_round).order_by(profile_round.c.id.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    return None if row is None else _read(row["figures"], row["made_at"])


def group_of(connection: Connection, person: int) -> tuple[Grouping | None, Group | None]:
    """Return the learnt grouping and the person's group in it; None where there is none."""
    found = latest_profiles(connection)
    query = select(customer_profile.c.learnt_group).where(customer_profile.c.person_id == person)
    number = connection.execute(query).scalar()
    if found is None or found.grouping is None or number is None:
        return (found.grouping if found else None), None
    return found.grouping, next((each for each in found.grouping.groups if each.number == number), None)


def read_profiles(connection: Connection) -> pl.DataFrame:
    """Return person, stage, rfm_class, group and lifetime of everybody with a profile."""
    rows = [tuple(row) for row in connection.execute(select(customer_profile))]
    schema = {
        "person": pl.Int64,
        "stage": pl.String,
        "rfm_class": pl.String,
        "group": pl.Int64,
        "lifetime": pl.Float64,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _people(connection: Connection, facts: FactsReader, zone: ZoneInfo, today: date) -> pl.DataFrame:
    span = span_of(today - timedelta(days=YEAR - 1), today, zone)
    return read_people(connection, read_voices(connection, facts, span), span)


def _standing(
    connection: Connection, facts: FactsReader, orders: pl.DataFrame, rule: Renewal, today: date
) -> dict[int, Dealings]:
    """What the stage of each person is read from."""
    bought = orders.group_by("person").agg(
        pl.col("day").min().alias("first"), pl.col("day").max().alias("day")
    )
    owners = read_owners(connection)
    heard = run(facts, "people.heard_last").join(owners, on="customer_id").select("person", "day")
    seen = _visits(connection)
    last = (
        pl.concat([bought.select("person", "day"), heard, seen]).group_by("person").agg(pl.col("day").max())
    )
    first = dict(bought.select("person", "first").iter_rows())
    held: dict[int, list[Contract]] = defaultdict(list)
    for each in contracts(connection, rule):
        held[each.person].append(each)
    contact = dict(last.iter_rows())
    return {
        person: Dealings(
            first.get(person), contact.get(person), ends_unrenewed(held.get(person, ()), rule, today)
        )
        for person in owners["person"].to_list()
    }


def _visits(connection: Connection) -> pl.DataFrame:
    account, event = identity.account.c, tables.behaviour_event.c
    query = (
        select(account.person_id, func.max(event.at, type_=event.at.type))
        .join(identity.account, (account.customer_id == event.customer_id) & (account.kind == "customer"))
        .group_by(account.person_id)
    )
    rows = [(person, at.date()) for person, at in connection.execute(query)]
    return pl.DataFrame(rows, schema={"person": pl.Int64, "day": pl.Date}, orient="row")


def _rows(
    people: pl.DataFrame,
    orders: pl.DataFrame,
    standing: Mapping[int, Dealings],
    model: LifetimeModel | None,
    groups: pl.DataFrame | None,
    today: date,
) -> list[dict[str, Any]]:
    classes = _classes(orders)
    values: dict[int, float] = {}
    if model is not None:
        told = lifetime.expect(model, summarise(orders, model.kinds, today))
        values = dict(told.select("person", "value").iter_rows())
    group_of = dict(groups.iter_rows()) if groups is not None else {}
    return [
        {
            "person_id": person,
            "stage": stage_of(standing[person], today).value,
            "rfm_class": classes.get(person),
            "learnt_group": group_of.get(person),
            "lifetime": values.get(person),
        }
        for person in people["person"].to_list()
    ]


def _classes(orders: pl.DataFrame) -> dict[int, str]:
    """The class of each buyer by mid-ranks, as the portrait ranks them."""
    buyers = orders.group_by("person").agg(
        pl.col("day").max().dt.epoch("d").alias("recency"), pl.len().alias("frequency"), pl.col("amount").sum().alias("monetary")
    )  # fmt: skip
    count = max(buyers.height, 1)
    ranked = buyers.select(
        "person", *(pl.col(name).rank("min").alias(f"{name}_low") for name in _RFM), *(pl.col(name).rank("max").alias(f"{name}_high") for name in _RFM)
    )  # fmt: skip
    return {
        row["person"]: rfm_class(*(_fifth(row, name, count) for name in _RFM)).value
        for row in ranked.iter_rows(named=True)
    }


_RFM = ("recency", "frequency", "monetary")


def _fifth(row: Mapping[str, Any], name: str, count: int) -> int:
    low, high = int(row[f"{name}_low"]), int(row[f"{name}_high"])
    return fifth(low - 1, high - low + 1, count)


def _profiles(
    rows: list[dict[str, Any]],
    model: LifetimeModel | None,
    check: Check | None,
    grouping: Grouping | None,
    now: datetime,
) -> Profiles:
    stages = {stage: sum(row["stage"] == stage for row in rows) for stage in Stage}
    classes = {each: sum(row["rfm_class"] == each for row in rows) for each in RfmClass}
    return Profiles(now, len(rows), model, check, grouping, stages, classes)


def _write(connection: Connection, rows: list[dict[str, Any]], found: Profiles) -> None:
    # Somebody may have been erased, or merged into others, while the round was learning.
    there = set(connection.execute(select(identity.person.c.id)).scalars())
    connection.execute(delete(customer_profile))
    kept = [row for row in rows if row["person_id"] in there]
    for batch in parts(kept, BATCH):
        connection.execute(insert(customer_profile), batch)
    figures = _plain({name: value for name, value in asdict(found).items() if name != "made_at"})
    connection.execute(insert(profile_round), {"made_at": found.made_at, "figures": figures})


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _read(figures: Mapping[str, Any], made_at: datetime) -> Profiles:
    return _PROFILES.validate_python({**figures, "made_at": made_at})


_PROFILES = TypeAdapter(Profiles)
