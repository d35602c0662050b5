"""When somebody could have left, and whether they did: one row per contract and look ahead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl
from sqlalchemy import Connection, select

from huiyin.store.ledger import tables
from huiyin.store.ledger import tables_identity as identity

SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "person": pl.Int64,
    "customer_id": pl.Int64,
    "due": pl.Date,
    "day": pl.Date,
    "churned": pl.Boolean,
}


@dataclass(frozen=True, slots=True)
class Renewal:
    """What leaving means: no order of `kind` from `early_days` before the due day until `grace_days` after it.

    The due day stands in the customer record under `attribute`. The model looks `leads` days ahead.
    """

    attribute: str = "renewal_due"
    kind: str = "renewal"
    early_days: int = 60
    grace_days: int = 45
    leads: tuple[int, ...] = (30, 7)


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract of one person: when it is due, and the first renewal for it."""

    person: int
    customer_id: int
    due: date
    renewed: date | None


def contracts(connection: Connection, rule: Renewal) -> list[Contract]:
    """Return every contract with a readable due day."""
    return _contracts(connection, rule)


def contracts_of(connection: Connection, person: int, rule: Renewal) -> list[Contract]:
    """Return one person's contracts with a readable due day."""
    return _contracts(connection, rule, person)


def ends_unrenewed(found: Iterable[Contract], rule: Renewal, today: date) -> bool:
    """Tell whether the contract that was due last ended, its grace over, without a renewal."""
    last = max(found, key=lambda contract: contract.due, default=None)
    return last is not None and last.renewed is None and last.due + timedelta(days=rule.grace_days) < today


def _contracts(connection: Connection, rule: Renewal, person: int | None = None) -> list[Contract]:
    account, customer = identity.account.c, tables.customer.c
    renewals = _renewals(connection, rule, person)
    query = (
        select(account.person_id, customer.id, customer.attributes)
        .join(tables.customer, customer.id == account.customer_id)
        .where(account.kind == "customer")
        .order_by(customer.id)
    )
    if person is not None:
        query = query.where(account.person_id == person)
    return [
        Contract(row.person_id, row.id, due, _first_in(renewals[row.person_id], due, rule))
        for row in connection.execute(query)
        if (due := _day((row.attributes or {}).get(rule.attribute))) is not None
    ]


def past_moments(found: list[Contract], rule: Renewal, *, first: date, today: date) -> pl.DataFrame:
    """Return looks ahead at contracts whose end is known: person, customer, due, day of the look, churned.

    Who had renewed by the day of the look was at no risk any more and is left out, and so are looks before `first`.
    """
    rows = [
        (each.person, each.customer_id, each.due, day, each.renewed is None)
        for each in found
        if each.due + timedelta(days=rule.grace_days) < today
        for day in (each.due - timedelta(days=lead) for lead in rule.leads)
        if day >= first and (each.renewed is None or each.renewed > day)
    ]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def open_moments(found: list[Contract], rule: Renewal, *, today: date) -> pl.DataFrame:
    """Return today's look at contracts that end within `early_days` or are in their grace, and are not renewed."""
    rows = [
        (each.person, each.customer_id, each.due, today, None)
        for each in found
        if each.renewed is None
        and each.due - timedelta(days=rule.early_days) <= today <= each.due + timedelta(days=rule.grace_days)
    ]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row").unique("person", keep="first", maintain_order=True)


def _renewals(connection: Connection, rule: Renewal, person: int | None) -> dict[int, list[date]]:
    account, bought = identity.account.c, tables.purchase.c
    query = (
        select(account.person_id, bought.at)
        .join(identity.account, account.customer_id == bought.customer_id)
        .where(account.kind == "customer", bought.kind == rule.kind)
        .order_by(bought.at)
    )
    if person is not None:
        query = query.where(account.person_id == person)
    found: dict[int, list[date]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.person_id].append(row.at.date())
    return found


def _first_in(days: list[date], due: date, rule: Renewal) -> date | None:
    start, end = due - timedelta(days=rule.early_days), due + timedelta(days=rule.grace_days)
    return next((day for day in days if start <= day <= end), None)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None
