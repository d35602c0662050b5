"""Ledger tables of telling customers what became of their words: consent, the message, who got it."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.tables import Key
from huiyin.store.ledger.types import UtcDateTime

contact_consent = Table(
    "contact_consent",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("customer_id", Key, ForeignKey("customer.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("allowed", Boolean, nullable=False),
    Column("note", Text, nullable=False),
    Column("decided_by", String(128), nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
)

telling = Table(
    "telling",
    metadata,
    Column("id", Integer, primary_key=True),
    # The customers of an action are told once, by one message in two languages.
    Column("action_id", ForeignKey("action.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("messages", JSON, nullable=False),
    Column("holdout", Float, nullable=False),
    Column("contact_cap", Integer, nullable=False),
    Column("created_by", String(128), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

told_customer = Table(
    "told_customer",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("telling_id", ForeignKey("telling.id", ondelete="CASCADE"), nullable=False),
    Column("customer_id", Key, ForeignKey("customer.id", ondelete="CASCADE"), nullable=False),
    # What the customer said; opinions are derived, so this is no foreign key into them.
    Column("feedback_id", BigInteger, nullable=False),
    Column("channel", String(20), nullable=False),
    Column("language", String(8), nullable=False),
    Column("state", String(16), nullable=False),
    Column("address", Text),
    Column("sent_at", UtcDateTime),
    Column("sent_by", String(128)),
    UniqueConstraint("telling_id", "customer_id"),
    Index(None, "customer_id", "sent_at"),
)
