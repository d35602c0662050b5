"""The facts as one reader sees them: every table of the store is narrowed before a question reaches it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import polars as pl

from huiyin.access.limits import Limits
from huiyin.access.sight import Sight
from huiyin.store.facts import FactsStore
from huiyin.text.masking import mask_batch

_WITH = re.compile(r"^(?:\s|--[^\n]*\n)*WITH\s+(RECURSIVE\s+)?", re.IGNORECASE)
_KEY, _BASE = "feedback_id", "voice"
_PER_VOICE = (
    "SELECT table_name, list(column_name) AS columns FROM duckdb_columns()"
    " WHERE schema_name = 'main' AND NOT internal GROUP BY table_name ORDER BY table_name"
)
# Columns of the facts that hold a customer's own words.
_WORDS = ("text", "span")


class NarrowedFacts(FactsStore):
    """The same facts for reading only; what a reader may not see is not there.

    Each table that holds rows of voices is shadowed by a narrowed view of it, so that no question, whatever
    room asks it, can reach past the limits.
    """

    def __init__(self, whole: FactsStore, sight: Sight) -> None:
        self._whole = whole
        self._sight = sight

    def query(self, sql: str, params: Mapping[str, object] | Sequence[object] | None = None) -> pl.DataFrame:
        """Run one SELECT over what the reader may see."""
        return self._seen(self._whole.query(self._narrowed(sql), params))

    def few(self, sql: str, params: Mapping[str, object] | Sequence[object] | None = None) -> pl.DataFrame:
        """Run one SELECT of a short answer over what the reader may see."""
        return self._seen(self._whole.few(self._narrowed(sql), params))

    def sums(
        self, sql: str, params: Mapping[str, object] | None = None, *, keys: tuple[str, ...]
    ) -> pl.DataFrame:
        """Add up over what the reader may see."""
        return self._whole.sums(self._narrowed(sql), params, keys=keys)

    def _seen(self, rows: pl.DataFrame) -> pl.DataFrame:
        return _masked(rows) if self._sight.masked else rows

    def _narrowed(self, sql: str) -> str:
        if self._sight.limits.whole:
            return sql
        tables = self._whole.query(_PER_VOICE).rows()
        views = ", ".join(_views(self._sight.limits, {name: set(columns) for name, columns in tables}))
        found = _WITH.match(sql)
        if found is None:
            return f"WITH {views} {sql}"
        return f"WITH {found.group(1) or ''}{views}, {sql[found.end() :]}"


def _views(limits: Limits, tables: Mapping[str, set[str]]) -> list[str]:
    per_voice = {name: columns for name, columns in tables.items() if _KEY in columns}
    selects = {
        name: f"SELECT * FROM main.{name} WHERE {_condition(limits, columns)}"  # noqa: S608 quoted literals
        for name, columns in per_voice.items()
    }
    return [f"{name} AS NOT MATERIALIZED ({select})" for name, select in selects.items()]


def _condition(limits: Limits, columns: set[str]) -> str:
    values = limits.values()
    mine = " AND ".join(f"{name} IN ({_literals(each)})" for name, each in values.items())
    if set(values) <= columns:
        return mine
    return f"{_KEY} IN (SELECT {_KEY} FROM main.{_BASE} WHERE {mine})"  # noqa: S608 quoted literals


def _literals(values: Sequence[str]) -> str:
    return ", ".join("'" + value.replace("'", "''") + "'" for value in values)


def _masked(rows: pl.DataFrame) -> pl.DataFrame:
    words = [name for name in _WORDS if name in rows.columns]
    return rows.with_columns(pl.Series(name, _blotted(rows[name].to_list()), pl.String) for name in words)


def _blotted(texts: Sequence[str | None]) -> list[str | None]:
    blotted = mask_batch([text or "" for text in texts])
    return [None if text is None else seen for text, seen in zip(texts, blotted, strict=True)]
