"""What was found unusual, why it may be so, and what people decided about it."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Integer, String, Table, Text

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

signal = Table(
    "signal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("taxonomy", String(60), nullable=False),
    Column("aspect", String(200)),
    Column("product", String(120)),
    Column("channel", String(20)),
    Column("term", String(40)),
    # Every series that the signal covers, so that the next look knows its own again.
    Column("members", JSON, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("first_seen_at", UtcDateTime, nullable=False, index=True),
    Column("last_seen_at", UtcDateTime, nullable=False, index=True),
    Column("window_from", UtcDateTime, nullable=False),
    Column("window_to", UtcDateTime, nullable=False),
    Column("observed", Integer, nullable=False),
    Column("expected", Float, nullable=False),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("p_value", Float, nullable=False),
    Column("adjusted_p", Float, nullable=False),
    Column("people", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("crisis", Float, nullable=False, index=True),
    Column("crisis_parts", JSON, nullable=False),
    Column("days", JSON, nullable=False),
    Column("who", JSON, nullable=False),
    Column("origin", JSON, nullable=False),
    Column("causes", JSON, nullable=False),
    Column("verbatims", JSON, nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("snoozed_until", UtcDateTime),
    Column("owner", String(128)),
    Column("useful", Boolean),
    Column("note", Text, nullable=False),
    Column("merged_into", ForeignKey("signal.id"), index=True),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("updated_by", String(128)),
)
