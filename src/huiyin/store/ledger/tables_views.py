"""Questions people keep: the address of a page under a name."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

saved_view = Table(
    "saved_view",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("owner_id", ForeignKey("app_user.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String(80), nullable=False),
    # The page's path and its query string: together the whole question.
    Column("page", String(200), nullable=False),
    Column("query", Text, nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    UniqueConstraint("owner_id", "name"),
)
