"""The ledger's tables: what was accepted, from whom, and what people decided about it.

Feedback is written once and changed only by recorded decisions (an exclusion, a customer link); every
write takes the next `revision`, which is what the facts projection follows.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

# SQLite gives only INTEGER columns an implicit rowid key.
Key = BigInteger().with_variant(Integer, "sqlite")

source = Table(
    "source",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(120), nullable=False, unique=True),
    Column("channel", String(20), nullable=False),
    Column("taxonomy", String(60), nullable=False),
    Column("terms_note", Text, nullable=False, server_default=""),
    Column("created_at", UtcDateTime, nullable=False),
)

customer = Table(
    "customer",
    metadata,
    Column("id", Key, primary_key=True),
    Column("external_id", String(120), nullable=False, unique=True),
    Column("name", String(120)),
    Column("segment", String(60)),
    Column("region", String(60)),
    Column("attributes", JSON, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", Key, primary_key=True),
    Column("revision", BigInteger, nullable=False, unique=True),
    Column("source_id", Integer, ForeignKey("source.id"), nullable=False),
    Column("external_id", String(200), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("occurred_at", UtcDateTime, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("rating", Float),
    Column("rating_scale", Float),
    Column("answers", JSON),
    Column("author", String(200)),
    Column("customer_id", Key, ForeignKey("customer.id"), index=True),
    Column("product", String(120)),
    Column("parent_external_id", String(200)),
    Column("url", Text),
    Column("metadata", JSON),
    Column("fingerprint", String(32), nullable=False),
    Column("excluded_reason", String(60)),
    UniqueConstraint("source_id", "external_id"),
)

purchase = Table(
    "purchase",
    metadata,
    Column("id", Key, primary_key=True),
    Column("source", String(120), nullable=False),
    Column("external_id", String(200), nullable=False),
    Column("customer_id", Key, ForeignKey("customer.id"), nullable=False, index=True),
    Column("product", String(120)),
    Column("amount", Float, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", String(40), nullable=False),
    UniqueConstraint("source", "external_id"),
)

behaviour_event = Table(
    "behaviour_event",
    metadata,
    Column("id", Key, primary_key=True),
    Column("source", String(120), nullable=False),
    Column("external_id", String(200), nullable=False),
    Column("customer_id", Key, ForeignKey("customer.id"), index=True),
    Column("name", String(120), nullable=False),
    Column("properties", JSON, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("source", "external_id"),
)

intake_batch = Table(
    "intake_batch",
    metadata,
    Column("idempotency_key", String(200), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("result", JSON, nullable=False),
    Column("accepted_at", UtcDateTime, nullable=False),
)

import_job = Table(
    "import_job",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_name", String(300), nullable=False),
    Column("upload_id", String(64), nullable=False),
    Column("plan", JSON, nullable=False),
    Column("state", String(20), nullable=False),
    Column("rows", Integer, nullable=False),
    Column("accepted", Integer, nullable=False),
    Column("duplicates", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("error", Text),
    Column("created_at", UtcDateTime, nullable=False),
    Column("started_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("created_by", String(120)),
)

Index("ix_feedback_source_id_occurred_at", feedback.c.source_id, feedback.c.occurred_at)
