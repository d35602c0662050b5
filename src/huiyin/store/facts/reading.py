"""An answer as a frame: through Arrow, or by way of Python's own values where it is known to be short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import duckdb
import polars as pl

Params: TypeAlias = Mapping[str, object] | Sequence[object] | None
# Types of a column that come out of a tuple as they would out of Arrow.
_TYPES: Mapping[str, type[pl.DataType] | pl.DataType] = {
    "BOOLEAN": pl.Boolean,
    "TINYINT": pl.Int8,
    "SMALLINT": pl.Int16,
    "INTEGER": pl.Int32,
    "BIGINT": pl.Int64,
    "DOUBLE": pl.Float64,
    "VARCHAR": pl.String,
    "DATE": pl.Date,
    "TIMESTAMP": pl.Datetime("us"),
    "VARCHAR[]": pl.List(pl.String),
}


def read_rows(cursor: duckdb.DuckDBPyConnection, sql: str, params: Params) -> pl.DataFrame:
    """Return an answer of any size."""
    return pl.DataFrame(cursor.sql(sql, params=params).to_arrow_table())


def read_few_rows(cursor: duckdb.DuckDBPyConnection, sql: str, params: Params) -> pl.DataFrame:
    """Return an answer of some dozens of rows, for which making Arrow of it costs more than reading it."""
    found = cursor.execute(sql, params)
    kinds = {name: _TYPES.get(str(kind)) for name, kind, *_ in found.description or ()}
    rows = found.fetchall()
    if None in kinds.values():
        return read_rows(cursor, sql, params)
    return pl.DataFrame(rows, schema=kinds, orient="row")
