"""Ledger table of mail addresses that gave mails back, by the digest of the address."""

from sqlalchemy import Boolean, Column, Integer, String, Table

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

mail_bounce = Table(
    "mail_bounce",
    metadata,
    Column("address_hash", String(64), primary_key=True),
    # RFC 3463, such as 5.1.1.
    Column("status", String(12), nullable=False),
    # Whether the address itself is wrong; what else went wrong may pass.
    Column("lasting", Boolean, nullable=False),
    Column("bounces", Integer, nullable=False),
    Column("first_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
)
