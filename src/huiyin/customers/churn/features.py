"""What was known of a person on the day of the look, and nothing from after it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import polars as pl
from sqlalchemy import Connection, select

from huiyin.customers.people import FRICTION, read_owners
from huiyin.customers.queries import run
from huiyin.store.ledger import tables
from huiyin.store.ledger import tables_identity as identity
from huiyin.understand import FactsReader

NEAR, FAR = 90, 365


class Group(StrEnum):
    """What kind of thing a feature says, for reasons and playbooks."""

    LEAVING = "leaving"
    TROUBLE = "trouble"
    MOOD = "mood"
    FRICTION = "friction"
    ORDERS = "orders"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Feature:
    """A number about a person: its words for people, with {} for `base` and the value times `factor`.

    Above `worrying` it is no reason to leave, whatever the model made of it beside numbers that go with it.
    """

    name: str
    group: Group
    zh: str
    en: str
    factor: float = 1.0
    base: float = 0.0
    worrying: float = math.inf


FEATURES = (
    Feature("leaving", Group.LEAVING, "近 90 天说过要走 {} 次", "spoke of leaving {} times in 90 days"),
    Feature("service", Group.TROUBLE, "近 90 天求助 {} 次", "{} service contacts in 90 days"),
    Feature("negative", Group.MOOD, "近 90 天负面声音 {} 条", "{} negative voices in 90 days"),
    Feature("positive", Group.MOOD, "近 90 天正面声音 {} 条", "{} positive voices in 90 days", worrying=0.0),
    Feature(
        "mood",
        Group.MOOD,
        "近一年声音的平均情感 {}（−1 至 1）",
        "average sentiment of a year {} (−1 to 1)",
        worrying=0.0,
    ),
    # Ratings of every scale lie between 0 and 1; people read them as one to five stars.
    Feature(
        "rating",
        Group.MOOD,
        "近一年平均评分 {} 分（1–5 分）",
        "average rating of a year {} (1 to 5)",
        4.0,
        1.0,
        0.7,
    ),
    Feature("friction", Group.FRICTION, "近 90 天使用受阻 {} 次", "{} blocked steps in 90 days"),
    Feature("recency", Group.ORDERS, "距上次购买 {} 天", "{} days since the last order"),
    Feature("frequency", Group.ORDERS, "近一年购买 {} 次", "{} orders in a year"),
    Feature("monetary", Group.ORDERS, "近一年消费 {} 元", "{} yuan in a year"),
    Feature("lead", Group.CALENDAR, "距到期 {} 天", "{} days until the end"),
)
RFM = ("recency", "frequency", "monetary", "lead")


def read_features(connection: Connection, facts: FactsReader, moments: pl.DataFrame) -> pl.DataFrame:
    """Return `moments` with one column per feature; what nobody said or bought is 0, a missing rating the middle."""
    keyed = moments.with_row_index("moment")
    looks = keyed.select("moment", "person", "day")
    said = _before(looks, _voices(connection, facts))
    bought = _before(looks, _orders(connection))
    stuck = _before(looks, _frictions(connection))
    near = pl.col("ago") <= NEAR
    voices = said.group_by("moment").agg(
        (pl.col("leaving") & near).sum().alias("leaving"),
        ((pl.col("channel") == "service") & near).sum().alias("service"),
        ((pl.col("sentiment") < 0) & near).sum().alias("negative"),
        ((pl.col("sentiment") > 0) & near).sum().alias("positive"),
        pl.col("sentiment").mean().alias("mood"),
        pl.coalesce(pl.col("rating"), pl.col("nps") / 10).mean().alias("rating"),
    )
    orders = bought.group_by("moment").agg(
        pl.col("ago").min().alias("recency"),
        (pl.col("ago") <= FAR).sum().alias("frequency"),
        pl.col("amount").filter(pl.col("ago") <= FAR).sum().alias("monetary"),
    )
    friction = stuck.filter(near).group_by("moment").agg(pl.len().alias("friction"))
    joined = keyed.join(voices, on="moment", how="left").join(orders, on="moment", how="left")
    return _filled(joined.join(friction, on="moment", how="left"), moments.columns)


def _filled(joined: pl.DataFrame, kept: list[str]) -> pl.DataFrame:
    middle = joined.get_column("rating").mean() if joined.height else None
    lead = (pl.col("due") - pl.col("day")).dt.total_days()
    return joined.with_columns(
        pl.col("recency").fill_null(2 * FAR).clip(0, 2 * FAR),
        pl.col("rating").fill_null(middle if isinstance(middle, float) else 0.5),
        lead.alias("lead"),
    ).select(*kept, *(pl.col(each.name).cast(pl.Float64).fill_null(0.0) for each in FEATURES))


def _before(looks: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """Pair each look with what happened to its person in the year before that day."""
    pairs = looks.join(events.rename({"day": "then"}), on="person", how="inner")
    ago = (pl.col("day") - pl.col("then")).dt.total_days()
    return pairs.with_columns(ago.alias("ago")).filter(pl.col("ago").is_between(1, 2 * FAR))


def _voices(connection: Connection, facts: FactsReader) -> pl.DataFrame:
    voices = run(facts, "people.moods").join(read_owners(connection), on="customer_id")
    return voices.drop("customer_id").filter(pl.col("person").is_not_null())


def _orders(connection: Connection) -> pl.DataFrame:
    account, bought = identity.account.c, tables.purchase.c
    query = select(account.person_id, bought.at, bought.amount).join(
        identity.account, (account.customer_id == bought.customer_id) & (account.kind == "customer")
    )
    rows = [(row.person_id, row.at.date(), row.amount) for row in connection.execute(query)]
    return pl.DataFrame(rows, schema={"person": pl.Int64, "day": pl.Date, "amount": pl.Float64}, orient="row")


def _frictions(connection: Connection) -> pl.DataFrame:
    account, event = identity.account.c, tables.behaviour_event.c
    query = (
        select(account.person_id, event.at)
        .join(identity.account, (account.customer_id == event.customer_id) & (account.kind == "customer"))
        .where(event.name.in_(FRICTION))
    )
    rows = [(row.person_id, row.at.date()) for row in connection.execute(query)]
    return pl.DataFrame(rows, schema={"person": pl.Int64, "day": pl.Date}, orient="row")
