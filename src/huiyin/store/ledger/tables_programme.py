"""Ledger tables of the programme: its periodic reviews, as they were written."""

from sqlalchemy import JSON, Column, Date, Integer, String, Table, UniqueConstraint

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

programme_review = Table(
    "programme_review",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("period_start", Date, nullable=False),
    Column("period_end", Date, nullable=False),
    Column("written_by", String(128), nullable=False),
    Column("written_at", UtcDateTime, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("sentences", JSON, nullable=False),
    UniqueConstraint("period_start", "period_end"),
)
