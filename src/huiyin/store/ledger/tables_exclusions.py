"""Ledger table of exclusions: why a voice is left out of every figure, who decided it, and who took it back."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.tables import Key
from huiyin.store.ledger.types import UtcDateTime

exclusion = Table(
    "exclusion",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feedback_id", Key, ForeignKey("feedback.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("reason", String(60), nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    Column("excluded_by", String(120), nullable=False),
    Column("excluded_at", UtcDateTime, nullable=False, index=True),
    Column("restored_by", String(120)),
    Column("restored_at", UtcDateTime),
)
