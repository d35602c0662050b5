"""Ledger tables of opportunities: what people decided about them, step by step; what is merely found stays in the facts."""

from sqlalchemy import JSON, Column, Float, ForeignKey, Integer, String, Table, Text

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

opportunity = Table(
    "opportunity",
    metadata,
    Column("id", Integer, primary_key=True),
    # The name the finder gives it, the same as long as its customers say the same.
    Column("key", String(240), nullable=False, unique=True),
    Column("zh", String(240), nullable=False),
    Column("en", String(240), nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("owner", String(120)),
    Column("action_id", ForeignKey("action.id", ondelete="SET NULL")),
    Column("expected_value", Float),
    Column("realised_value", Float),
    # Size and score as they were when somebody first took it up.
    Column("frozen", JSON, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("updated_by", String(120), nullable=False),
)

opportunity_step = Table(
    "opportunity_step",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("opportunity_id", ForeignKey("opportunity.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("note", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by", String(120), nullable=False),
)
