"""What sqlglot leaves of DuckDB's dialect is put into Spark's."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from huiyin.store.facts.spark_dialect import to_spark


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("avg(CASE WHEN a < 0 THEN 1.0 END)", "AVG(CASE WHEN a < 0 THEN CAST(1.0 AS DOUBLE) END)"),
        ("quantile_cont(a, 0.5)", "PERCENTILE(a, CAST(0.5 AS DOUBLE))"),
        ("count(DISTINCT (a, b))", "COUNT(DISTINCT a, b)"),
        ("arg_max(a, b) FILTER (a > 0)", "MAX_BY(a, b) FILTER(WHERE a > 0)"),
        ("list_slice(string_split(a, '.'), 1, 3)", "SLICE(SPLIT(a, '[.]'), 1, 3)"),
        (
            "epoch(a - b)",
            "(UNIX_MICROS(CAST(a AS TIMESTAMP_LTZ)) - UNIX_MICROS(CAST(b AS TIMESTAMP_LTZ))) / CAST(1000000 AS DOUBLE)",
        ),
    ],
)
def test_functions(ours: str, theirs: str) -> None:
    assert to_spark(f"SELECT {ours}") == f"SELECT {theirs}"


def test_a_condition_on_any_of_several_words_is_written_out() -> None:
    sql = "SELECT a FROM t WHERE list_bool_or(list_transform($terms, lambda term: contains(t.b, term)))"
    assert to_spark(sql, {"terms": ["空调", "b'c"]}) == (
        "SELECT a FROM t WHERE (FALSE OR CONTAINS(t.b, '空调') OR CONTAINS(t.b, 'b\\'c'))"
    )


def test_parameters_are_written_out_as_values_of_their_kind() -> None:
    sql = "SELECT a FROM t WHERE day >= $day AND at < $at AND b RLIKE $pattern AND c = $yes LIMIT CAST($most AS bigint)"
    given = {
        "day": date(2026, 11, 22),
        "at": datetime(2026, 11, 22, 8),  # noqa: DTZ001 the facts keep naive UTC
        "pattern": r"\d'",
        "yes": True,
        "most": 5,
    }
    assert to_spark(sql, given) == (
        "SELECT a FROM t WHERE day >= CAST('2026-11-22' AS DATE) AND at < CAST('2026-11-22 08:00:00' AS TIMESTAMP_NTZ) "
        "AND b RLIKE '\\\\d\\'' AND c = TRUE LIMIT 5"
    )
