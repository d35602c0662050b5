"""Ledger tables of the connectors: what is connected, how its runs went, and what could not be read."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    true,
)

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

connector = Table(
    "connector",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(120), nullable=False, unique=True),
    Column("kind", String(40), nullable=False),
    Column("source_id", Integer, ForeignKey("source.id"), nullable=False),
    Column("config", JSON, nullable=False),
    # The unguessable part of the address that pushed records are sent to.
    Column("push_key", String(64), unique=True),
    Column("enabled", Boolean, nullable=False, server_default=true()),
    Column("every_s", Integer, nullable=False),
    Column("watermark", JSON, nullable=False),
    # Grows with every committed haul, so that of two runs at once only one moves the watermark.
    Column("position", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("next_run_at", UtcDateTime),
    Column("last_run_at", UtcDateTime),
    Column("last_success_at", UtcDateTime),
    Column("last_error", Text),
    Column("created_at", UtcDateTime, nullable=False),
    Column("created_by", String(120), nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Index(None, "enabled", "next_run_at"),
)

connector_run = Table(
    "connector_run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("connector_id", ForeignKey("connector.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("payloads", Integer, nullable=False),
    Column("accepted", Integer, nullable=False),
    Column("duplicates", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("error", Text),
)

dead_letter = Table(
    "dead_letter",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("connector_id", ForeignKey("connector.id", ondelete="CASCADE"), nullable=False),
    Column("digest", String(32), nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("field", String(120), nullable=False),
    Column("reason", Text, nullable=False),
    Column("expected", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("first_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
    # A payload that comes again after a kill is the same letter.
    UniqueConstraint("connector_id", "digest"),
    Index(None, "connector_id", "state"),
)
