"""Ledger tables of erasure: that it was done, and what must not come back."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table, Text

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

erasure = Table(
    "erasure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("by", String(120), nullable=False),
    Column("reason", Text, nullable=False),
    # How many rows of each table went; nothing that says whose they were.
    Column("counts", JSON, nullable=False),
    # When the files themselves were written anew, so that no deleted page is left in them.
    Column("compacted_at", UtcDateTime),
)

erased_record = Table(
    "erased_record",
    metadata,
    # The digest of kind, place and id: enough to know a record that comes again, too little to tell whose it was.
    Column("digest", String(32), primary_key=True),
    Column("erasure_id", Integer, ForeignKey("erasure.id"), nullable=False),
)
