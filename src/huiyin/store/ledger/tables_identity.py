"""Who is who: accounts as the sources know them, their handles, the evidence between them, and who decided what.

Nothing here changes a voice, an order or a customer record: a person is only a number that accounts point to.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.tables import Key
from huiyin.store.ledger.types import UtcDateTime

person = Table(
    "person",
    metadata,
    Column("id", Key, primary_key=True),
    Column("created_at", UtcDateTime, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("id", Key, primary_key=True),
    Column("key", String(260), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("customer_id", Key, ForeignKey("customer.id"), index=True),
    Column("source_id", Integer, ForeignKey("source.id")),
    Column("label", String(200), nullable=False),
    Column("crowd", Boolean, nullable=False),
    Column("person_id", Key, ForeignKey("person.id"), nullable=False, index=True),
    Column("created_at", UtcDateTime, nullable=False),
)

handle = Table(
    "handle",
    metadata,
    Column("id", Key, primary_key=True),
    Column("account_id", Key, ForeignKey("account.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("value", String(200), nullable=False),
    Column("normalised", String(200), nullable=False),
    Column("noted", Boolean, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("first_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
    UniqueConstraint("account_id", "kind", "normalised"),
)
Index("ix_handle_normalised_kind", handle.c.normalised, handle.c.kind)

account_voice = Table(
    "account_voice",
    metadata,
    Column("feedback_id", Key, ForeignKey("feedback.id", ondelete="CASCADE"), primary_key=True),
    Column("account_id", Key, ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True),
)

identity_link = Table(
    "identity_link",
    metadata,
    Column("id", Key, primary_key=True),
    Column("one_id", Key, ForeignKey("account.id", ondelete="CASCADE"), nullable=False),
    Column("other_id", Key, ForeignKey("account.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("weight", Float, nullable=False),
    Column("probability", Float, nullable=False),
    Column("how", String(16), nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("explanation", JSON, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("decided_by", String(120)),
    Column("decided_at", UtcDateTime),
    UniqueConstraint("one_id", "other_id"),
)

identity_change = Table(
    "identity_change",
    metadata,
    Column("id", Key, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by", String(120), nullable=False),
    Column("reason", String(400), nullable=False),
    Column("moves", JSON, nullable=False),
    Column("links", JSON, nullable=False),
    Column("undone_at", UtcDateTime),
)

identity_round = Table(
    "identity_round",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime, nullable=False),
    Column("revision", Key, nullable=False),
    Column("customer_id", Key, nullable=False),
    Column("figures", JSON, nullable=False),
)
