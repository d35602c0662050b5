"""An answer read row by row is the one that comes through Arrow."""

from __future__ import annotations

import duckdb
import pytest

from huiyin.store.facts.reading import read_few_rows, read_rows

COLUMNS = (
    "true AS yes, 1::TINYINT AS tiny, 2::SMALLINT AS small, 3 AS whole, 4::BIGINT AS large, 0.5::DOUBLE AS part, "
    "'异味' AS word, DATE '2026-11-22' AS day, TIMESTAMP '2026-11-22 08:00:00.123456' AS moment, ['a', NULL] AS words"
)


@pytest.mark.parametrize(
    "sql",
    [
        f"SELECT {COLUMNS} UNION ALL SELECT {', '.join(['NULL'] * 10)}",
        f"SELECT {COLUMNS} WHERE false",
        "SELECT $given AS given",
        "SELECT sum(1) AS wide, 1.5 AS tenth",
    ],
)
def test_few_rows_are_those_of_arrow(sql: str) -> None:
    params = {"given": "回音 A"} if "$given" in sql else None
    with duckdb.connect() as connection:
        few, many = read_few_rows(connection, sql, params), read_rows(connection, sql, params)
    assert few.schema == many.schema
    assert few.sort(few.columns[0]).equals(many.sort(few.columns[0]))
