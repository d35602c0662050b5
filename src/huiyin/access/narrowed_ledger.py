"""The ledger as one reader sees it: temporary views of the same names stand before the tables.

SQLite and PostgreSQL both look for a name among a connection's own views first, so every query of every room
reads the narrowed rows without knowing of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

from sqlalchemy import Connection, Table

from huiyin.access.limits import Limits
from huiyin.access.sight import Sight
from huiyin.store.ledger import Ledger, metadata

# What tells of everybody at once, or cannot be told apart by product, region and channel: nothing of it is left.
_CLOSED = frozenset(
    {
        "audit_label",
        "audit_sample",
        "dead_letter",
        "identity_change",
        "identity_round",
        "notification",
        "opportunity",
        "opportunity_step",
        "programme_review",
        "roadmap_decision",
        "survey_invitation",
        "survey_response",
    }
)
# Whoever may read a row's parent may read the row; parents come before their children.
_PARENTS = {
    "customer_id": "customer",
    "feedback_id": "feedback",
    "account_id": "account",
    "person_id": "person",
    "case_id": "customer_case",
    "action_id": "action",
    "rule_id": "alert_rule",
    "alert_id": "alert",
    "report_id": "report",
    "signal_id": "signal",
    "telling_id": "telling",
}
# Their rows are about the filters that they carry.
_FILTERED = ("action", "alert_rule", "alert", "report")
# A person is known by the first character of the name.
_NAMES = {"customer": "name", "feedback": "author"}
_HIDDEN = "substr({name}, 1, 1) || '＊＊' AS {name}"


class NarrowedLedger(Ledger):
    """The same ledger, whose reads show only what the reader may see; writes are the whole ledger's."""

    def __init__(self, whole: Ledger, sight: Sight) -> None:
        super().__init__(whole.engine)
        self._sight = sight

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open one read transaction over the narrowed rows."""
        with super().read() as connection, _narrowed(connection, self._sight):
            yield connection


@contextmanager
def _narrowed(connection: Connection, sight: Sight) -> Iterator[None]:
    home = connection.dialect.default_schema_name or "main"
    views = [*_filtered_views(connection, sight.limits), *_views(sight, home)]
    for name, body in views:
        connection.exec_driver_sql(f"CREATE TEMP VIEW {name} AS {body}")
    yield
    # A failed transaction takes its views along; only a kept one has to drop them.
    for name, _ in reversed(views):
        connection.exec_driver_sql(f"DROP VIEW {name}")


def _filtered_views(connection: Connection, limits: Limits) -> list[tuple[str, str]]:
    """Return the views of what carries filters; whether those lie within the limits is decided here."""
    if limits.whole:
        return []
    home, views = connection.dialect.default_schema_name or "main", []
    for name in _FILTERED:
        rows = connection.exec_driver_sql(f"SELECT id, filters FROM {home}.{name}")  # noqa: S608 our own names
        kept = [str(int(key)) for key, stored in rows if limits.contain(_json(stored))]
        views.append((name, f"SELECT * FROM {home}.{name} WHERE id IN ({', '.join(kept) or 'NULL'})"))  # noqa: S608
    return views


def _json(stored: object) -> dict[str, object]:
    value = json.loads(stored) if isinstance(stored, str | bytes) else stored
    return value if isinstance(value, dict) else {}


@lru_cache(maxsize=512)
def _views(sight: Sight, home: str) -> tuple[tuple[str, str], ...]:
    conditions = {} if sight.limits.whole else _conditions(sight.limits, home)
    names = [*conditions, *(name for name in _NAMES if sight.masked and name not in conditions)]
    return tuple((name, _body(name, conditions.get(name, "TRUE"), home, sight)) for name in names)


def _body(name: str, condition: str, home: str, sight: Sight) -> str:
    table = metadata.tables[name]
    hidden = _NAMES.get(name) if sight.masked else None
    columns = ", ".join(
        _HIDDEN.format(name=each.name) if each.name == hidden else each.name for each in table.c
    )
    return f"SELECT {columns} FROM {home}.{name} WHERE {condition}"  # noqa: S608 our own names


def _conditions(limits: Limits, home: str) -> dict[str, str]:
    """Return the condition of every narrowed table by name, parents first."""
    stated = _stated(limits, home)
    closed = {name: "1 = 0" for name in metadata.tables if name in _CLOSED}
    done = {*stated, *closed, *_FILTERED}
    children = [table for table in metadata.sorted_tables if table.name not in done and _keys(table)]
    return stated | closed | {table.name: _with_parents(_keys(table)) for table in children}


def _stated(limits: Limits, home: str) -> dict[str, str]:
    """Return the conditions of the tables that have a rule of their own."""
    products, regions, channels = (_among(*pair) for pair in _columns(limits))
    spoke = f"id IN (SELECT customer_id FROM {home}.feedback WHERE {_all((products, channels))})"  # noqa: S608
    bought = f"id IN (SELECT customer_id FROM {home}.purchase WHERE {products})"  # noqa: S608
    known = " OR ".join([spoke, *([bought] if products and not channels else [])])
    living = f"customer_id IN (SELECT id FROM {home}.customer WHERE {regions})" if regions else ""  # noqa: S608
    mine = _with_parents(["customer_id"])
    return {
        "customer": _all((regions, known if products or channels else "")),
        "feedback": _all((products, channels, living)),
        "purchase": _all((mine, products)),
        "account_voice": _with_parents(["feedback_id"]),
        "account": " OR ".join([mine, "id IN (SELECT account_id FROM account_voice)"]),
        "person": "id IN (SELECT person_id FROM account)",
        "identity_link": "one_id IN (SELECT id FROM account) AND other_id IN (SELECT id FROM account)",
        "customer_case": f"{_with_parents(['feedback_id'])} OR (feedback_id IS NULL AND {mine})",
        # Whoever hears of a product may know of its launch.
        "watched_event": products or "product IS NULL OR product IN (SELECT product FROM feedback)",
        # Where people live is a detail of a signal, so one of a region cannot be cut out of it.
        "signal": "1 = 0" if regions else _all((products, channels)),
    }


def _columns(limits: Limits) -> Iterable[tuple[str, Sequence[str]]]:
    return (("product", limits.products), ("region", limits.regions), ("channel", limits.channels))


def _among(column: str, values: Sequence[str]) -> str:
    quoted = ", ".join("'" + value.replace("'", "''") + "'" for value in values)
    return f"{column} IN ({quoted})" if quoted else ""


def _all(conditions: Iterable[str]) -> str:
    return " AND ".join(f"({each})" for each in conditions if each) or "1 = 1"


def _keys(table: Table) -> list[str]:
    return [name for name in _PARENTS if name in table.columns]


def _with_parents(keys: Iterable[str]) -> str:
    return _all(f"{key} IN (SELECT id FROM {_PARENTS[key]})" for key in keys)  # noqa: S608 our own names
