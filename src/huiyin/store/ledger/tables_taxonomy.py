"""Edited taxonomies: every change is a version of its own, the newest of each name is in force."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, Integer, String, Table, UniqueConstraint

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

taxonomy_version = Table(
    "taxonomy_version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("taxonomy", String(60), nullable=False, index=True),
    Column("version", String(60), nullable=False),
    Column("document", JSON, nullable=False),
    # Examples name a voice and a span where they can, so that erasing a person takes their words out too.
    Column("examples", JSON, nullable=False),
    Column("heads", JSON, nullable=False),
    Column("change", JSON, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("created_by", String(128), nullable=False),
    UniqueConstraint("taxonomy", "version"),
)

topic = Table(
    "topic",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("taxonomy", String(60), nullable=False, index=True),
    Column("name", String(120), nullable=False),
    # The language model or the person that named it; null where its own words do.
    Column("named_by", String(128)),
    Column("words", JSON, nullable=False),
    # Weighted terms of the last run: what the next run recognises the topic by.
    Column("profile", JSON, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("voices", JSON, nullable=False),
    Column("state", String(20), nullable=False),
    Column("aspect", String(200)),
    Column("first_seen_at", UtcDateTime, nullable=False),
    Column("last_seen_at", UtcDateTime, nullable=False),
    Column("decided_by", String(128)),
)

topic_run = Table(
    "topic_run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("taxonomy", String(60), nullable=False, index=True),
    Column("figures", JSON, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("ran_at", UtcDateTime, nullable=False),
)
