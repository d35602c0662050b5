"""Alembic's entry: runs on the connection that `huiyin.store.ledger.schema.migrate` hands over."""

from alembic import context

from huiyin.store.ledger import (
    tables,
    tables_access,
    tables_act,
    tables_audit,
    tables_connectors,
    tables_exclusions,
    tables_identity,
    tables_interviews,
    tables_programme,
    tables_reports,
    tables_roadmap,
    tables_signals,
    tables_surveys,
    tables_telling,
)
from huiyin.store.ledger.metadata import metadata

__all__ = [
    "tables",
    "tables_access",
    "tables_act",
    "tables_audit",
    "tables_connectors",
    "tables_exclusions",
    "tables_identity",
    "tables_interviews",
    "tables_programme",
    "tables_reports",
    "tables_roadmap",
    "tables_signals",
    "tables_surveys",
    "tables_telling",
]

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=False,
)
context.run_migrations()
