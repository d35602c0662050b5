"""By what accounts are looked up for comparing: a hash for each block that an account stands in."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Table

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.tables import Key

account_key = Table(
    "account_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column(
        "account_id", Key, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, index=True,
        autoincrement=False,
    ),
    sqlite_with_rowid=False,
)  # fmt: skip
