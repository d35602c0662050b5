"""Ledger tables of the programme: its periodic reviews as they were written, goals, maturity, cost."""

from sqlalchemy import JSON, Column, Date, Float, Integer, String, Table, Text, UniqueConstraint

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

programme_goal = Table(
    "programme_goal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("figure", String(40), nullable=False),
    Column("target", Float, nullable=False),
    Column("due_date", Date, nullable=False),
    Column("note", Text, nullable=False),
    Column("created_by", String(128), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("removed_at", UtcDateTime),
)

maturity_check = Table(
    "maturity_check",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("answers", JSON, nullable=False),
    Column("note", Text, nullable=False),
    Column("checked_by", String(128), nullable=False),
    Column("checked_at", UtcDateTime, nullable=False, index=True),
)

programme_cost = Table(
    "programme_cost",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("month", Date, nullable=False, unique=True),
    Column("amount", Float, nullable=False),
    Column("note", Text, nullable=False),
    Column("noted_by", String(128), nullable=False),
    Column("noted_at", UtcDateTime, nullable=False),
)
