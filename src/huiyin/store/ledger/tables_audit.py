"""Random samples that people label, so that the machine's counts can be corrected."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Integer, String, Table, UniqueConstraint

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

audit_sample = Table(
    "audit_sample",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("taxonomy", String(60), nullable=False),
    Column("filters", JSON, nullable=False),
    Column("seed", Integer, nullable=False),
    # Customers of the population the sample was drawn from, and how many of them were drawn.
    Column("population", Integer, nullable=False),
    Column("customers", Integer, nullable=False),
    Column("analyser", String(120), nullable=False),
    Column("drawn_at", UtcDateTime, nullable=False, index=True),
    Column("drawn_by", String(128), nullable=False),
)

audit_label = Table(
    "audit_label",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sample_id", ForeignKey("audit_sample.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("feedback_id", Integer, nullable=False),
    Column("customer", BigInteger, nullable=False),
    # What the machine said when the sample was drawn: the record of the agreement does not move with the analyser.
    Column("machine", JSON, nullable=False),
    Column("human", JSON),
    # Types of the whole voice and kinds of needs in it; null where nobody was asked about them.
    Column("machine_marks", JSON),
    Column("human_marks", JSON),
    Column("labelled_by", String(128)),
    Column("labelled_at", UtcDateTime),
    UniqueConstraint("sample_id", "feedback_id"),
)
