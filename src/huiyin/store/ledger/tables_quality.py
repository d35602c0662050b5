"""Ledger tables of data quality: what a check found about a voice, and what people decided about it."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.tables import Key
from huiyin.store.ledger.types import UtcDateTime

quality_finding = Table(
    "quality_finding",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feedback_id", Key, ForeignKey("feedback.id", ondelete="CASCADE"), nullable=False),
    Column("rule", String(30), nullable=False),
    # Voices of one copy, burst or sitting share a cluster.
    Column("cluster", String(120), nullable=False),
    Column("score", Float, nullable=False),
    Column("note", Text, nullable=False),
    Column("found_at", UtcDateTime, nullable=False),
    Column("decision", String(16)),
    Column("decided_by", String(120)),
    Column("decided_at", UtcDateTime),
    UniqueConstraint("feedback_id", "rule"),
    Index(None, "rule", "decision"),
)

# That the checks ran is worth knowing even when they found nothing.
quality_scan = Table(
    "quality_scan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("days", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("findings", Integer, nullable=False),
)
