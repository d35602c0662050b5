"""Ledger table of launches and events that somebody watches, their own or a competitor's."""

from sqlalchemy import JSON, Column, Integer, String, Table, UniqueConstraint

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

watched_event = Table(
    "watched_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(120), nullable=False),
    # The product that is launched; an event without one is found by its words alone.
    Column("product", String(120)),
    Column("terms", JSON, nullable=False),
    # Products to compare with: the one before it, the rival's.
    Column("rivals", JSON, nullable=False),
    Column("starts_at", UtcDateTime, nullable=False),
    Column("created_by", String(120), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    UniqueConstraint("name"),
)
