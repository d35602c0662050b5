"""Ledger tables of reports: what is saved, who may look from outside, when a reader last looked."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table, UniqueConstraint

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

report = Table(
    "report",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("team", String(128), nullable=False),
    Column("filters", JSON, nullable=False),
    Column("language", String(8), nullable=False),
    Column("cadence", String(16), nullable=False),
    Column("weekday", Integer, nullable=False),
    Column("hour", Integer, nullable=False),
    Column("targets", JSON, nullable=False),
    Column("next_run_at", UtcDateTime, index=True),
    Column("last_run_at", UtcDateTime),
    Column("created_by", String(128), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("removed_at", UtcDateTime),
)

report_share = Table(
    "report_share",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", ForeignKey("report.id", ondelete="CASCADE"), nullable=False, index=True),
    # Only the digest is kept: whoever reads the ledger cannot open the link.
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_by", String(128), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
    Column("opened", Integer, nullable=False),
    Column("last_opened_at", UtcDateTime),
)

reader_visit = Table(
    "reader_visit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("username", String(128), nullable=False),
    Column("place", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("username", "place"),
)
