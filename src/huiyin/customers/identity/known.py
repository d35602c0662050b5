"""Accounts as matching knows them: their handles, where they live, what they talk about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from sys import intern
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from huiyin.linkage import HandleKind
from huiyin.store.ledger import PER_STATEMENT, rows_among, tables
from huiyin.store.ledger import tables_identity as identity

# A customer's or order's number names one record, which is an account already.
_KINDS = {kind.value: kind for kind in HandleKind if kind not in (HandleKind.CUSTOMER, HandleKind.ORDER)}


@dataclass(slots=True)
class Known:
    """What is known of one account; the first handle of a kind is the one most relied on.

    `product` is the one it owns or mostly talks about, `products` how many it talks about in `voices`.
    """

    id: int
    kind: str
    label: str
    customer_id: int | None
    person_id: int
    source_id: int | None = None
    city: str | None = None
    product: str | None = None
    products: int = 0
    voices: int = 0
    handles: tuple[tuple[HandleKind, str], ...] = ()

    def all(self, kind: HandleKind) -> tuple[str, ...]:
        """Return the handles of a kind, the one most relied on first."""
        return tuple(value for each, value in self.handles if each is kind)

    def first(self, kind: HandleKind) -> str | None:
        """Return the handle of a kind that is most relied on."""
        return next((value for each, value in self.handles if each is kind), None)


def read_known(connection: Connection, ids: Collection[int] | None = None) -> dict[int, Known]:
    """Return accounts by id with all that is known of them: these, or everybody."""
    accounts: dict[int, Known] = {}
    columns = identity.account.c
    query = select(
        columns.id, columns.kind, columns.label, columns.customer_id, columns.person_id, columns.source_id
    ).order_by(columns.id)
    for row in _rows(connection, query, columns.id, ids):
        accounts[row[0]] = Known(*row)
    _add_handles(connection, accounts, ids)
    _add_attributes(connection, accounts, ids)
    _add_products(connection, accounts, ids)
    return accounts


def _rows(
    connection: Connection, query: Select[Any], column: ColumnElement[int], ids: Collection[int] | None
) -> Iterator[Any]:
    """Return the rows of a query: all, or those of some ids."""
    if ids is None:
        return iter(connection.execute(query.execution_options(yield_per=PER_STATEMENT)))
    return rows_among(connection, query, column, sorted(ids))


def _add_handles(connection: Connection, accounts: Mapping[int, Known], ids: Collection[int] | None) -> None:
    """Recorded and often seen handles come first within an account."""
    columns = identity.handle.c
    query = (
        select(columns.account_id, columns.kind, columns.normalised)
        .where(columns.kind.in_(list(_KINDS)))
        .order_by(columns.account_id, columns.noted, columns.seen.desc(), columns.id)
    )
    rows = _rows(connection, query, columns.account_id, ids)
    for account_id, mine in groupby(rows, key=itemgetter(0)):
        accounts[account_id].handles = tuple((_KINDS[kind], normal) for _, kind, normal in mine)


def _add_attributes(
    connection: Connection, accounts: Mapping[int, Known], ids: Collection[int] | None
) -> None:
    owners = {known.customer_id: known for known in accounts.values() if known.kind == "customer"}
    columns = tables.customer.c
    query = select(columns.id, columns.attributes)
    wanted = None if ids is None else [key for key in owners if key is not None]
    for customer_id, attributes in _rows(connection, query, columns.id, wanted):
        if attributes and customer_id in owners:
            known = owners[customer_id]
            known.city, known.product = (_text(attributes.get(name)) for name in ("city", "product"))


def _text(value: object) -> str | None:
    # A million customers live in some hundreds of cities.
    return intern(str(value)) if value else None


def _add_products(connection: Connection, accounts: Mapping[int, Known], ids: Collection[int] | None) -> None:
    """An author or caller is taken to own what most of their voices are about."""
    account, product, count = identity.account_voice.c.account_id, tables.feedback.c.product, func.count()
    query = (
        select(account, product, count)
        .join(tables.feedback, tables.feedback.c.id == identity.account_voice.c.feedback_id)
        .group_by(account, product)
        .order_by(account, count.desc(), product)
    )
    spoken: dict[int, list[tuple[str | None, int]]] = defaultdict(list)
    for key, name, voices in _rows(connection, query, account, ids):
        spoken[key].append((name, voices))
    for key, said in spoken.items():
        products = [(name, voices) for name, voices in said if name is not None]
        known = accounts[key]
        known.voices, known.products = sum(voices for _, voices in said), len(products)
        if products and products[0][1] > sum(voices for _, voices in products) / 2:
            known.product = products[0][0]
