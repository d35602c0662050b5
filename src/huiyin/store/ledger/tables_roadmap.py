"""What people decided about the order of issues: nothing is overwritten, the newest row of an aspect counts."""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, String, Table, Text

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

roadmap_decision = Table(
    "roadmap_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("aspect", String(200), nullable=False, index=True),
    # The place that was decided on against the ranking; none for the computed one.
    Column("position", Integer),
    Column("cost", Float),
    Column("reason", Text, nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
    Column("decided_by", String(128), nullable=False),
)
