"""Orders as repeat buying reads them: how often each person came back, when, and for how much."""

from __future__ import annotations

from datetime import date

import polars as pl
from sqlalchemy import Connection, func, select

from huiyin.store.ledger import tables
from huiyin.store.ledger import tables_identity as identity

# A kind of order has a rhythm when so many of its buyers bought it on several days.
REPEATING = 0.05
WEEK = 7.0
_SCHEMA = {"person": pl.Int64, "kind": pl.String, "day": pl.Date, "amount": pl.Float64}


def read_orders(connection: Connection, *, person: int | None = None) -> pl.DataFrame:
    """Return one row per person, kind and day with an order: person, kind, day, amount."""
    account, bought = identity.account.c, tables.purchase.c
    day = func.date(bought.at)
    query = (
        select(account.person_id, bought.kind, day, func.sum(bought.amount))
        .join(identity.account, account.customer_id == bought.customer_id)
        .where(account.kind == "customer", bought.amount > 0)
        .group_by(account.person_id, bought.kind, day)
    )
    if person is not None:
        query = query.where(account.person_id == person)
    rows = [(who, kind, _day(at), float(amount)) for who, kind, at, amount in connection.execute(query)]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def repeating_kinds(orders: pl.DataFrame) -> tuple[str, ...]:
    """Return the kinds that people come back for; a car every ten years shows no rhythm in two years of record."""
    buyers = (
        orders.group_by("kind", "person")
        .len()
        .group_by("kind")
        .agg((pl.col("len") > 1).mean().alias("again"))
    )
    return tuple(sorted(buyers.filter(pl.col("again") >= REPEATING)["kind"]))


def summarise(orders: pl.DataFrame, kinds: tuple[str, ...], until: date) -> pl.DataFrame:
    """Return one row per buyer until the day: person, repeats, last, age (weeks), days, mean (amount of a day)."""
    chosen = orders.filter(pl.col("kind").is_in(kinds) & (pl.col("day") <= until))
    days = chosen.group_by("person", "day").agg(pl.col("amount").sum()).sort("person", "day")
    grouped = days.group_by("person", maintain_order=True).agg(
        (pl.len() - 1).cast(pl.Float64).alias("repeats"),
        ((pl.col("day").max() - pl.col("day").min()).dt.total_days() / WEEK).alias("last"),
        ((pl.lit(until) - pl.col("day").min()).dt.total_days() / WEEK).alias("age"),
        pl.len().cast(pl.Float64).alias("days"),
        pl.col("amount").mean().alias("mean"),
    )
    return grouped.filter(pl.col("age") > 0)


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
