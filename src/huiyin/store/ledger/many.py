"""Rows of many keys: a statement takes only so many parameters, so long lists go through in parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVarTuple

from sqlalchemy import ColumnElement, Connection, Row, Select

from huiyin.kit.parts import parts

PER_STATEMENT = 5_000
Columns = TypeVarTuple("Columns")


def rows_among(
    connection: Connection, query: Select[*Columns], column: ColumnElement[Any], values: Iterable[Any]
) -> Iterator[Row[*Columns]]:
    """Yield the rows of a query whose column holds one of many values; an order holds within each part."""
    for part in parts(values, PER_STATEMENT):
        yield from connection.execute(query.where(column.in_(part)))
