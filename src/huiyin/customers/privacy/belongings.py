"""What belongs to one person, in every table of the ledger, found by the tables' own keys.

A row is a person's when it points to one of their customer records, accounts or voices, names them by the
company's own id in a column `person`, or hangs on such a row. A new table that follows these names is covered
without a line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from huiyin.customers.identity.changes import accounts_of
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import declared, rows_among, tables
from huiyin.store.ledger import tables_identity as identity

Row = Mapping[str, Any]
# Pointers from a person's rows into what everybody shares; following them backwards would reach other people.
_OWN = {"customer": "customer_id", "feedback": "feedback_id"}


@dataclass(frozen=True, slots=True)
class Belongings:
    """A person's rows by table, each with all its columns."""

    person: int
    rows: Mapping[str, Sequence[Row]]

    def ids(self, table: str) -> list[Any]:
        """Return the first key column's values of the person's rows in a table."""
        key = _key(declared().tables[table]).name
        return [row[key] for row in self.rows.get(table, ())]


def belongings_of(connection: Connection, person: int) -> Belongings:
    """Return every row of the ledger that belongs to a person.

    Raises PersonNotFoundError, and InvalidInputError for a nickname that many people carry.
    """
    accounts = _rows(connection, identity.account, identity.account.c.id.in_(accounts_of(connection, person)))
    if all(row["crowd"] for row in accounts):
        raise InvalidInputError(
            "many people carry this nickname",
            field="person",
            expected="a person with an account of their own",
        )
    found: dict[str, list[Row]] = {"person": [{"id": person}], "account": accounts}
    customers = sorted({row["customer_id"] for row in accounts if row["customer_id"] is not None})
    found["customer"] = _among(connection, tables.customer, tables.customer.c.id, customers)
    found["feedback"] = _voices(connection, accounts, customers)
    for table in declared().sorted_tables:
        if table.name not in found:
            found[table.name] = _unique(table, _pointing(connection, table, found))
    return Belongings(person, {name: rows for name, rows in found.items() if rows})


def _voices(connection: Connection, accounts: Sequence[Row], customers: Sequence[int]) -> list[Row]:
    said = identity.account_voice.c
    mine = _among(connection, identity.account_voice, said.account_id, [row["id"] for row in accounts])
    columns = tables.feedback.c
    found = _among(connection, tables.feedback, columns.customer_id, customers)
    found += _among(connection, tables.feedback, columns.id, [row["feedback_id"] for row in mine])
    return _unique(tables.feedback, found)


def _pointing(connection: Connection, table: Table, found: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    """Yield the rows of a table that point to rows found already."""
    for column, values in _pointers(table, found):
        yield from _among(connection, table, column, values)


def _pointers(
    table: Table, found: Mapping[str, Sequence[Row]]
) -> Iterator[tuple[ColumnElement[Any], Sequence[Any]]]:
    followed = set()
    for key in table.foreign_keys:
        target = key.column.table.name
        if target in found and target != table.name:
            followed.add(key.parent.name)
            yield key.parent, [row[key.column.name] for row in found[target]]
    for target, name in _OWN.items():
        if name in table.c and name not in followed:
            yield table.c[name], [row["id"] for row in found[target]]
    if "person" in table.c:
        yield table.c.person, [row["external_id"] for row in found["customer"]]


def _among(
    connection: Connection, table: Table, column: ColumnElement[Any], values: Sequence[Any]
) -> list[Row]:
    found = rows_among(connection, select(table), column, sorted(set(values)))
    return [dict(row._mapping) for row in found]


def _rows(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> list[Row]:
    query = select(table).where(or_(*conditions))
    return [dict(row) for row in connection.execute(query).mappings()]


def _unique(table: Table, rows: Iterable[Row]) -> list[Row]:
    keys = [column.name for column in table.primary_key]
    return list({tuple(row[key] for key in keys): row for row in rows}.values())


def _key(table: Table) -> ColumnElement[Any]:
    return next(iter(table.primary_key))
