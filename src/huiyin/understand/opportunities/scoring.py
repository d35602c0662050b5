"""How big an opportunity is: Ulwick's score over voices with its interval, how it grows, and what its customers buy."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

import numpy as np
from sqlalchemy import Connection, func, select

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.store.ledger import rows_among, tables
from huiyin.understand.names import Name
from huiyin.understand.opportunities.opportunity import Evidence, Growth, Score, Value

DRAWS = 2_000
SCALE = 10.0
LEVEL = (0.025, 0.975)
YEAR = timedelta(days=365)
FRESH_DAYS = 30

FORMULA = Name(
    zh="机会分 = 重要性 + max(重要性 − 满意度, 0)，各 10 分（Ulwick 2002）。重要性 = 10 × 提到它的客户占比 ÷ 同一标签体系里被提到最多的机会的占比；"
    "满意度 = 10 × 谈到该维度的客户中表达满意的占比（没有足够的人谈到时，按重要性的一半计）。区间由对两个占比的后验抽样得到（Jeffreys，95%）。",
    en="Opportunity score = importance + max(importance − satisfaction, 0), each of 10 (Ulwick 2002). Importance = 10 × the share "
    "of customers who state it ÷ the share of the most stated opportunity of the same taxonomy; satisfaction = 10 × the share of "
    "customers speaking of the aspect who are content (half of the importance where too few speak of it). The interval comes from "
    "draws of both shares (Jeffreys, 95 %).",
)


def scored(
    key: str, customers: int, base: int, most: int, content: tuple[int, int] | None, minimum: int
) -> Score:
    """Return the score of something `customers` of `base` state, where `most` state the most stated one.

    `content` are (content, heard) customers of its aspect. The same key gives the same draws.

    >>> s = scored("x", 90, 1000, 100, (30, 100), 30)
    >>> round(s.importance, 1), round(s.satisfaction, 1), round(s.score.value, 1)
    (9.0, 3.0, 15.0)
    """
    known = content is not None and content[1] >= minimum
    importance = SCALE * customers / max(most, 1)
    satisfaction = SCALE * content[0] / content[1] if content and known else None
    value = _score(importance, satisfaction if satisfaction is not None else importance / 2)
    if base < minimum or customers < 1:
        return Score(importance, satisfaction, stats.insufficient(customers, "jeffreys-draws"))
    rng = np.random.default_rng(zlib.crc32(key.encode()))
    stated = rng.beta(customers + 0.5, max(base - customers, 0) + 0.5, DRAWS)
    wanted = SCALE * np.minimum(stated * base / max(most, 1), 1.0)
    if content and known:
        glad = SCALE * rng.beta(content[0] + 0.5, content[1] - content[0] + 0.5, DRAWS)
    else:
        glad = wanted / 2
    low, high = (float(q) for q in np.quantile(wanted + np.maximum(wanted - glad, 0.0), LEVEL))
    estimate = Estimate(value, min(low, value), max(high, value), customers, "jeffreys-draws")
    return Score(importance, satisfaction, estimate)


def _score(importance: float, satisfaction: float) -> float:
    return importance + max(importance - satisfaction, 0.0)


def grown(
    members: Sequence[Evidence], middle: date, heard: tuple[int, int], first_day: date, end: date
) -> Growth:
    """Return how the share of customers changed from before `middle` to after, `heard` being the customers of each half."""
    earlier = len({m.who for m in members if m.day < middle})
    later = len({m.who for m in members if m.day >= middle})
    change = stats.newcombe(min(later, heard[1]), heard[1], min(earlier, heard[0]), heard[0])
    return Growth(first_day, change, (end - first_day).days < FRESH_DAYS)


def values_of(
    connection: Connection, groups: Mapping[str, Sequence[Evidence]], end: date, minimum: int
) -> dict[str, Value]:
    """Return what the customers of each group bought in the year up to `end`."""
    ids = {m.customer_id for members in groups.values() for m in members if m.customer_id is not None}
    spent = _spent(connection, sorted(ids), end)
    return {key: _value(members, spent, minimum) for key, members in groups.items()}


def _spent(connection: Connection, ids: Sequence[int], end: date) -> dict[int, float]:
    purchase = tables.purchase.c
    until = datetime.combine(end, time.max).astimezone()
    query = (
        select(purchase.customer_id, func.sum(purchase.amount))
        .where(purchase.at > until - YEAR, purchase.at <= until)
        .group_by(purchase.customer_id)
    )
    return {row[0]: float(row[1]) for row in rows_among(connection, query, purchase.customer_id, ids)}


def _value(members: Sequence[Evidence], spent: Mapping[int, float], minimum: int) -> Value:
    customers = sorted({m.customer_id for m in members if m.customer_id is not None})
    amounts = [spent.get(each, 0.0) for each in customers]
    return Value(len(customers), sum(amounts), stats.mean_interval(amounts).guarded(minimum))
