"""One row per person: what they said, bought and did in a window, for crossing any of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import polars as pl
from sqlalchemy import Connection, func, select

from huiyin.customers.queries import run
from huiyin.store.ledger import tables
from huiyin.store.ledger import tables_identity as identity
from huiyin.understand import FactsReader

FRICTION = ("rage_click", "payment_retry", "checkout_abandon", "dead_click", "error")


@dataclass(frozen=True, slots=True)
class Span:
    """A window in two clocks: local days for voices, UTC moments for orders and visits."""

    first_day: date
    last_day: date
    start: datetime
    end: datetime

    @property
    def days(self) -> dict[str, object]:
        """The local days as parameters of a query on the facts."""
        return {"start": self.first_day, "end": self.last_day}


def span_of(first: date, last: date, zone: ZoneInfo) -> Span:
    """Return the window from the first local day to the last, both inside."""
    start = datetime.combine(first, time(), zone)
    end = datetime.combine(last + timedelta(days=1), time(), zone) - timedelta(microseconds=1)
    return Span(first, last, start.astimezone(UTC), end.astimezone(UTC))


def read_owners(connection: Connection) -> pl.DataFrame:
    """Return `customer_id` and `person` of every customer record."""
    account = identity.account.c
    query = select(account.customer_id, account.person_id).where(account.kind == "customer")
    schema = {"customer_id": pl.Int64, "person": pl.Int64}
    return pl.DataFrame([tuple(row) for row in connection.execute(query)], schema=schema, orient="row")


def read_voices(connection: Connection, facts: FactsReader, span: Span) -> pl.DataFrame:
    """Return the window's voices with `person` (null for those whom nobody can tell) and `known`, a customer record."""
    voices = run(facts, "people.voices", span.days)
    account, said = identity.account.c, identity.account_voice.c
    by_voice = connection.execute(
        select(said.feedback_id, account.person_id)
        .join(identity.account, account.id == said.account_id)
        .where(account.crowd.is_(False))
    )
    owners = read_owners(connection).rename({"person": "owner"})
    authors = pl.DataFrame(
        [tuple(row) for row in by_voice], schema={"feedback_id": pl.Int64, "author": pl.Int64}, orient="row"
    )
    joined = voices.join(owners, on="customer_id", how="left").join(authors, on="feedback_id", how="left")
    person = pl.coalesce("owner", "author")
    return joined.select(
        "feedback_id", "speaker", "channel", "sentiment", person.alias("person"),
        person.is_in(owners["owner"].unique().implode()).fill_null(value=False).alias("known"),
    )  # fmt: skip


def read_people(connection: Connection, voices: pl.DataFrame, span: Span) -> pl.DataFrame:
    """Return one row per person with a customer record.

    Columns: person, segment, region, voices, social, service, negative (share of voices, null without any),
    spend, orders, friction.
    """
    said = (
        voices.filter(pl.col("known"))
        .group_by("person")
        .agg(
            pl.len().alias("voices"),
            (pl.col("channel") == "social").sum().alias("social"),
            (pl.col("channel") == "service").sum().alias("service"),
            (pl.col("sentiment") < 0).mean().alias("negative"),
        )
    )
    base = _customers(connection)
    counted = ("voices", "social", "service", "orders", "friction")
    return (
        base.join(said, on="person", how="left")
        .join(_purchases(connection, span), on="person", how="left")
        .join(_friction(connection, span), on="person", how="left")
        .with_columns([pl.col(name).fill_null(0).cast(pl.Int64) for name in counted])
        .with_columns(pl.col("spend").fill_null(0.0))
        .sort("person")
    )


def _customers(connection: Connection) -> pl.DataFrame:
    account, customer = identity.account.c, tables.customer.c
    rows = connection.execute(
        select(account.person_id, customer.segment, customer.region)
        .join(tables.customer, customer.id == account.customer_id)
        .where(account.kind == "customer")
        .order_by(account.id)
    )
    schema = {"person": pl.Int64, "segment": pl.String, "region": pl.String}
    frame = pl.DataFrame([tuple(row) for row in rows], schema=schema, orient="row")
    return frame.unique("person", keep="first", maintain_order=True)


def _purchases(connection: Connection, span: Span) -> pl.DataFrame:
    account, bought = identity.account.c, tables.purchase.c
    rows = connection.execute(
        select(account.person_id, func.sum(bought.amount), func.count())
        .join(identity.account, account.customer_id == bought.customer_id)
        .where(account.kind == "customer", bought.at.between(span.start, span.end))
        .group_by(account.person_id)
    )
    schema = {"person": pl.Int64, "spend": pl.Float64, "orders": pl.Int64}
    return pl.DataFrame([tuple(row) for row in rows], schema=schema, orient="row")


def _friction(connection: Connection, span: Span) -> pl.DataFrame:
    account, event = identity.account.c, tables.behaviour_event.c
    rows = connection.execute(
        select(account.person_id, func.count())
        .join(identity.account, account.customer_id == event.customer_id)
        .where(account.kind == "customer", event.name.in_(FRICTION), event.at.between(span.start, span.end))
        .group_by(account.person_id)
    )
    return pl.DataFrame(
        [tuple(row) for row in rows], schema={"person": pl.Int64, "friction": pl.Int64}, orient="row"
    )
