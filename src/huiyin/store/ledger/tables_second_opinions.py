"""What a language model says of opinions that the machine was unsure of."""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, String, Table, UniqueConstraint

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

second_opinion = Table(
    "second_opinion",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feedback_id", Integer, nullable=False, index=True),
    Column("taxonomy", String(60), nullable=False),
    # The machine's opinion: where it stands, what it says, how sure it was, and which analyser said so.
    Column("aspect", String(200), nullable=False),
    Column("start_offset", Integer, nullable=False),
    Column("end_offset", Integer, nullable=False),
    Column("sentiment", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("analyser", String(120), nullable=False),
    # The language model's answer; its words are kept as a place in the voice. Null where it could not be believed.
    Column("given_aspect", String(200)),
    Column("given_sentiment", Integer),
    Column("quote_start", Integer),
    Column("quote_end", Integer),
    Column("model", String(120), nullable=False),
    Column("judged_at", UtcDateTime, nullable=False, index=True),
    Column("state", String(20), nullable=False),
    Column("decided_by", String(128)),
    Column("decided_at", UtcDateTime),
    UniqueConstraint("feedback_id", "aspect", "start_offset", "end_offset"),
)
