"""The schema that code declares is the schema that migrations make."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from huiyin.store.ledger import Ledger, declared, migrate, open_ledger


def test_migrated_schema_equals_declared_schema(ledger: Ledger) -> None:
    with ledger.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, declared()) == []


def test_migrated_columns_equal_fresh_columns(ledger: Ledger, tmp_path: Path) -> None:
    fresh = open_ledger(tmp_path / "fresh.sqlite3")
    with fresh.write() as connection:
        declared().create_all(connection)
    assert _shape(fresh) == _shape(ledger)
    fresh.close()


def test_migrating_twice_changes_nothing(ledger: Ledger) -> None:
    before = _shape(ledger)
    migrate(ledger)
    assert _shape(ledger) == before


def _shape(ledger: Ledger) -> dict[str, object]:
    inspector = inspect(ledger.engine)
    return {
        table: (
            sorted((c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(table)),
            sorted(tuple(i["column_names"]) for i in inspector.get_indexes(table)),
            sorted(tuple(u["column_names"]) for u in inspector.get_unique_constraints(table)),
            sorted(tuple(f["constrained_columns"]) for f in inspector.get_foreign_keys(table)),
        )
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }
