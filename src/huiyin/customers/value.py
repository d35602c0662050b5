"""What a customer is worth so far: recency, frequency and money, among all who bought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, case, func, select

from huiyin.store.ledger import tables
from huiyin.store.ledger import tables_identity as identity

TIERS = 5


@dataclass(frozen=True, slots=True)
class Value:
    """RFM (Hughes 1994): the figures, and each as a fifth of all buyers, 5 the best; None without a purchase."""

    recency_days: int
    orders: int
    amount: float
    recency: int
    frequency: int
    monetary: int
    buyers: int


def value_of(connection: Connection, person: int, *, now: datetime) -> Value | None:
    """Return the RFM value of a person among all persons who bought."""
    buyers = _by_person().cte()
    mine = connection.execute(_by_person().where(identity.account.c.person_id == person)).first()
    if mine is None:
        return None
    columns = (buyers.c.last_at, buyers.c.orders, buyers.c.amount)
    placed = [
        part
        for column, value in zip(columns, (mine.last_at, mine.orders, mine.amount), strict=True)
        for part in (
            func.sum(case((column < value, 1), else_=0)),
            func.sum(case((column == value, 1), else_=0)),
        )
    ]
    ranks = connection.execute(select(func.count(), *placed).select_from(buyers)).one()
    return Value(
        recency_days=max((now - mine.last_at).days, 0),
        orders=mine.orders,
        amount=round(mine.amount, 2),
        recency=fifth(ranks[1], ranks[2], ranks[0]),
        frequency=fifth(ranks[3], ranks[4], ranks[0]),
        monetary=fifth(ranks[5], ranks[6], ranks[0]),
        buyers=ranks[0],
    )


def _by_person() -> Select[tuple[int, int, float, datetime]]:
    columns, account = tables.purchase.c, identity.account.c
    return (
        select(
            account.person_id,
            func.count().label("orders"),
            func.sum(columns.amount).label("amount"),
            func.max(columns.at, type_=columns.at.type).label("last_at"),
        )
        .join(identity.account, (account.customer_id == columns.customer_id) & (account.kind == "customer"))
        .group_by(account.person_id)
    )


def fifth(below: int, equal: int, everybody: int) -> int:
    """Return 1–5: the fifth of the mid-rank, so that equals share a fifth.

    >>> fifth(0, 1, 5), fifth(2, 1, 5), fifth(4, 1, 5), fifth(0, 4, 4)
    (1, 3, 5, 3)
    """
    return min(int((below + equal / 2) / everybody * TIERS) + 1, TIERS)
