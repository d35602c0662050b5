"""What goes together with complaining of one aspect: rating, NPS, buying again. Descriptive, never worded as a cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.store.ledger.tables import purchase
from huiyin.understand.facts.table import ALPHA, Context
from huiyin.understand.filters import Filters
from huiyin.understand.kpis import RATING_SCALE
from huiyin.understand.names import Name
from huiyin.understand.queries import run

BUCKETS = 200
DRAWS = 1_000
SEED = 20_260_101
FOLLOW_UP = timedelta(days=60)
LOYAL_KINDS = ("renewal", "repurchase")


class ImpactOn(StrEnum):
    """What customers gave or did beside their words."""

    RATING = "rating"
    NPS = "nps"
    PURCHASE = "purchase"
    LOYALTY = "loyalty"


@dataclass(frozen=True, slots=True)
class Impact:
    """One outcome among those who complain of the aspect and among the others.

    `difference` is complaining less others; `lift` is the whole less what it would be without those who complain
    (leave-one-theme-out), None for what is known of some customers only. `significant` is corrected over the outcomes.
    """

    on: ImpactOn
    unit: str
    complaining: Estimate
    others: Estimate
    difference: Estimate
    lift: Estimate | None
    significant: bool


@dataclass(frozen=True, slots=True)
class Impacts:
    """The outcomes that enough customers have, and how they were read."""

    impacts: tuple[Impact, ...]
    how: Name


Sums = NDArray[np.float64]


def aspect_impacts(context: Context, connection: Connection, filters: Filters, aspect: str) -> Impacts:
    """Return, within a closed window, what differs for the customers who complain of an aspect.

    Rating and NPS are of the window; buying is followed for sixty days after a customer was first heard (or first
    complained), so only those heard long enough ago count.
    """
    found = _scores(context, filters, aspect) + _purchases(context, connection, filters, aspect)
    tests = [stats.p_value_of(each.difference) if each.difference.sufficient else np.nan for each in found]
    flags = stats.benjamini_hochberg(tests, alpha=ALPHA).tolist()
    judged = [
        Impact(e.on, e.unit, e.complaining, e.others, e.difference, e.lift, bool(flag))
        for e, flag in zip(found, flags, strict=True)
    ]
    return Impacts(tuple(judged), HOW)


def _scores(context: Context, filters: Filters, aspect: str) -> list[Impact]:
    # Voices of other taxonomies have nothing to do with the aspect.
    everyone = filters.about(aspect).base()
    rows = run(
        context.facts,
        "impact.scores",
        voice=everyone.voice_where(),
        opinion=filters.about(aspect, -1).opinion_where(),
        params={"buckets": BUCKETS},
    ).to_dicts()
    return [
        _impact(
            ImpactOn.RATING, "ratio", _sums(rows, "rated", "rating_sum"), RATING_SCALE, context.minimum_n
        ),
        _impact(ImpactOn.NPS, "score", _sums(rows, "answered", "balance"), 100.0, context.minimum_n),
    ]


def _sums(rows: Sequence[Mapping[str, Any]], count: str, total: str) -> Sums:
    """Return (complained, bucket, [units, sum])."""
    found = np.zeros((2, BUCKETS, 2))
    for row in rows:
        found[int(row["complained"]), int(row["bucket"])] = [float(row[count]), float(row[total])]
    return found


def _purchases(context: Context, connection: Connection, filters: Filters, aspect: str) -> list[Impact]:
    newest = connection.execute(select(func.max(purchase.c.at))).scalar_one_or_none()
    if newest is None:
        return []
    rows = run(
        context.facts,
        "impact.moments",
        voice=filters.about(aspect).base().voice_where(),
        opinion=filters.about(aspect, -1).opinion_where(),
    )
    heard = rows.with_columns(moment=pl.coalesce("first_complaint", "first_heard")).filter(
        pl.col("moment") <= _naive(newest) - FOLLOW_UP
    )
    if heard.is_empty():
        return []
    bought = _bought(connection, heard.select(pl.col("moment").min()).item())
    followed = heard.join(bought, on="customer_id", how="left").with_columns(
        inside=(pl.col("at") > pl.col("moment")) & (pl.col("at") <= pl.col("moment") + FOLLOW_UP)
    )
    outcome = followed.group_by("customer_id").agg(
        complained=pl.col("first_complaint").is_not_null().first(),
        purchase=pl.col("inside").fill_null(value=False).any(),
        loyalty=(pl.col("inside").fill_null(value=False) & pl.col("kind").is_in(LOYAL_KINDS)).any(),
    )
    return [
        _impact(on, "share", _person_sums(outcome, column), 1.0, context.minimum_n, lifted=False)
        for on, column in ((ImpactOn.PURCHASE, "purchase"), (ImpactOn.LOYALTY, "loyalty"))
        if outcome[column].any()
    ]


def _bought(connection: Connection, since: datetime) -> pl.DataFrame:
    query = select(purchase.c.customer_id, purchase.c.at, purchase.c.kind).where(
        purchase.c.customer_id.is_not(None), purchase.c.at > since.replace(tzinfo=UTC)
    )
    rows = [(row.customer_id, _naive(row.at), row.kind) for row in connection.execute(query)]
    return pl.DataFrame(
        {
            "customer_id": pl.Series([row[0] for row in rows], dtype=pl.Int64),
            "at": pl.Series([row[1] for row in rows], dtype=pl.Datetime("us")),
            "kind": pl.Series([row[2] for row in rows], dtype=pl.String),
        }
    )


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _person_sums(outcome: pl.DataFrame, column: str) -> Sums:
    """Return (complained, bucket, [customers, those with the outcome])."""
    found = np.zeros((2, BUCKETS, 2))
    # Customers are dealt into groups by a hash of their number, which says nothing about them.
    bucket = pl.col("customer_id").hash(seed=SEED) % BUCKETS
    counted = outcome.group_by(pl.col("complained").cast(pl.Int64), bucket.alias("bucket")).agg(
        people=pl.len(), had=pl.col(column).sum()
    )
    for side, place, people, had in counted.select("complained", "bucket", "people", "had").iter_rows():
        found[side, place] = [float(people), float(had)]
    return found


def _impact(
    on: ImpactOn, unit: str, sums: Sums, scale: float, minimum_n: int, *, lifted: bool = True
) -> Impact:
    """Return the outcome of both sides with intervals from redrawing random groups of whole customers."""
    counts = np.random.default_rng(SEED).multinomial(BUCKETS, np.full(BUCKETS, 1 / BUCKETS), size=DRAWS)
    draws = np.vstack([np.ones(BUCKETS), counts]).astype(float)
    totals = np.einsum("db,sbc->dsc", draws, sums)
    people = sums[..., 0].sum(axis=1).astype(int)
    with np.errstate(invalid="ignore", divide="ignore"):
        means = scale * totals[..., 1] / totals[..., 0]
        whole = scale * totals[..., 1].sum(axis=1) / totals[..., 0].sum(axis=1)
    few = int(people.min())
    return Impact(
        on=on,
        unit=unit,
        complaining=_estimate(means[:, 1], int(people[1]), minimum_n),
        others=_estimate(means[:, 0], int(people[0]), minimum_n),
        difference=_estimate(means[:, 1] - means[:, 0], few, minimum_n),
        lift=_estimate(whole - means[:, 0], few, minimum_n) if lifted else None,
        significant=False,
    )


def _estimate(values: Sums, n: int, minimum_n: int) -> Estimate:
    if n < 2 or not np.isfinite(values).all():
        return stats.insufficient(n, "bucket-bootstrap")
    value = float(values[0])
    low, high = (float(q) for q in np.quantile(values[1:], [0.025, 0.975]))
    return Estimate(value, min(low, value), max(high, value), n, "bucket-bootstrap").guarded(minimum_n)


HOW = Name(
    zh="把同一标签体系下的客户分成两组：对该维度有不满的，和其余的；比较两组的评分、NPS（每位客户最后一次回答）与购买。"
    "购买与续费看客户首次不满（其余客户为首次发声）之后 60 天，只算已满 60 天的客户；没有再买不等于流失。"
    "“对整体的拉动”= 全部客户 − 去掉不满客户之后（留一主题法）。区间由对客户随机分组整体重抽样 1,000 次得到，几项结果一起做 "
    "Benjamini–Hochberg 校正。两组客户本来就可能不同：这是一起出现，不是因果。",
    en="Customers of the same taxonomy are divided into those who complain of the aspect and the rest, and compared by rating, "
    "NPS (each customer's last answer) and purchases. Purchases and renewals are followed for 60 days after the first complaint "
    "(for the rest, after they were first heard), only for customers heard that long ago; not buying again is no churn yet. "
    "“Pull on the whole” = everyone less everyone without those who complain. Intervals redraw random groups of whole customers "
    "1,000 times; Benjamini–Hochberg over the outcomes. The two groups may differ anyway: together, not because.",
)
