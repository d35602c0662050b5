"""Ledger tables of interviews and focus groups: studies, conversations, who spoke, what was said, how it was coded."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

study = Table(
    "interview_study",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(80), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("goals", JSON, nullable=False),
    Column("guide", Text, nullable=False),
    Column("source_id", Integer, ForeignKey("source.id"), nullable=False),
    Column("created_by", String(120), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

conversation = Table(
    "interview_conversation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study_id", Integer, ForeignKey("interview_study.id"), nullable=False, index=True),
    Column("title", String(80), nullable=False),
    Column("held_at", UtcDateTime, nullable=False),
    Column("created_by", String(120), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    UniqueConstraint("study_id", "title"),
)

speaker = Table(
    "interview_speaker",
    metadata,
    Column("id", Integer, primary_key=True),
    Column(
        "conversation_id",
        Integer,
        ForeignKey("interview_conversation.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("label", String(60), nullable=False),
    Column("role", String(20), nullable=False),
    # The customer, as the company knows them; empty for people outside the customer base.
    Column("person", String(120)),
    Column("consent", String(20), nullable=False),
    Column("quotable", Boolean, nullable=False),
    Column("decided_by", String(120)),
    Column("decided_at", UtcDateTime),
    UniqueConstraint("conversation_id", "label"),
)

turn = Table(
    "interview_turn",
    metadata,
    Column("id", Integer, primary_key=True),
    Column(
        "conversation_id",
        Integer,
        ForeignKey("interview_conversation.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("position", Integer, nullable=False),
    Column("speaker_id", Integer, ForeignKey("interview_speaker.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("at_s", Float),
    Column("end_s", Float),
    UniqueConstraint("conversation_id", "position"),
)

code = Table(
    "interview_code",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study_id", Integer, ForeignKey("interview_study.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(40), nullable=False),
    Column("about", Text, nullable=False),
    Column("colour", Integer, nullable=False),
    Column("aspect", String(200)),
    Column("sentiment", Integer),
    Column("created_by", String(120), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    UniqueConstraint("study_id", "name"),
)

span = Table(
    "interview_span",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("turn_id", Integer, ForeignKey("interview_turn.id", ondelete="CASCADE"), nullable=False),
    Column("code_id", Integer, ForeignKey("interview_code.id"), nullable=False, index=True),
    Column("coder", String(120), nullable=False),
    # Unicode code points of the turn's text.
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    UniqueConstraint("turn_id", "code_id", "coder", "start", "end"),
)

coding = Table(
    "interview_coding",
    metadata,
    Column(
        "conversation_id",
        Integer,
        ForeignKey("interview_conversation.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("coder", String(120), primary_key=True),
    Column("done_at", UtcDateTime, nullable=False),
)
