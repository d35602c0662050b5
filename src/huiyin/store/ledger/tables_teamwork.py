"""Ledger tables of working together: where teams are reached, what people say to each other, rooms for a crisis."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

team_target = Table(
    "team_target",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("team", String(128), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("address", Text, nullable=False),
    Column("secret", Text),
    Column("created_by", String(128), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

comment = Table(
    "comment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("object_kind", String(16), nullable=False),
    # A number, or the id of an aspect where the talk is about a fact.
    Column("object_id", String(200), nullable=False),
    Column("author", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "object_kind", "object_id"),
)

notice = Table(
    "notice",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("username", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("object_kind", String(16), nullable=False),
    Column("object_id", String(200), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("read_at", UtcDateTime),
    Index(None, "username", "read_at"),
)

crisis_room = Table(
    "crisis_room",
    metadata,
    Column("id", Integer, primary_key=True),
    # A signal has one room: two would tell two stories.
    Column("signal_id", ForeignKey("signal.id"), nullable=False, unique=True),
    Column("title", String(200), nullable=False),
    Column("owner", String(128), nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("statement", Text, nullable=False),
    Column("review", Text, nullable=False),
    Column("opened_by", String(128), nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
)

crisis_entry = Table(
    "crisis_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("room_id", ForeignKey("crisis_room.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("actor", String(128), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("assignee", String(128)),
    Column("done_at", UtcDateTime),
)
