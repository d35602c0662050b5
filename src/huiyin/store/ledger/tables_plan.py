"""Ledger tables of the collection plan: what is to be learned, and how many are to be heard through which channel."""

from sqlalchemy import JSON, Column, Date, Float, ForeignKey, Integer, String, Table, Text

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

collection_plan = Table(
    "collection_plan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(80), nullable=False),
    Column("goals", JSON, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("weeks", Integer, nullable=False),
    Column("created_by", String(120), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

collection_target = Table(
    "collection_target",
    metadata,
    Column("id", Integer, primary_key=True),
    Column(
        "plan_id", Integer, ForeignKey("collection_plan.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("channel", String(20), nullable=False),
    Column("goal", String(30), nullable=False),
    Column("metric", String(30), nullable=False),
    Column("people", Integer, nullable=False),
    Column("margin", Float),
    Column("reason", Text, nullable=False),
)
