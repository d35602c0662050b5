"""Ledger tables of churn: the models that were fitted, today's risks, and whom we contacted or held out."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.tables import Key
from huiyin.store.ledger.types import UtcDateTime

churn_model = Table(
    "churn_model",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fitted_at", UtcDateTime, nullable=False, index=True),
    Column("figures", JSON, nullable=False),
)

churn_score = Table(
    "churn_score",
    metadata,
    Column("customer_id", Key, ForeignKey("customer.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("due", Date, nullable=False),
    Column("risk", Float, nullable=False, index=True),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    # The money of the last year, in the orders' own currency.
    Column("value", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("play", String(32), nullable=False),
    Column("scored_at", UtcDateTime, nullable=False),
)

churn_outreach = Table(
    "churn_outreach",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("customer_id", Key, ForeignKey("customer.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("due", Date, nullable=False),
    # Drawn by chance before anybody is contacted, so that the difference is the contact's.
    Column("held_out", Boolean, nullable=False),
    Column("play", String(32), nullable=False),
    Column("risk", Float, nullable=False),
    Column("case_id", Integer),
    Column("decided_at", UtcDateTime, nullable=False),
    Column("decided_by", String(120), nullable=False),
    UniqueConstraint("customer_id", "due"),
)
