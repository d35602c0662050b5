"""The ledger: the transactional truth."""

from huiyin.store.ledger.engine import Ledger, open_ledger
from huiyin.store.ledger.inserting import insert_into
from huiyin.store.ledger.metadata import declared, metadata
from huiyin.store.ledger.revisions import next_revision, touch
from huiyin.store.ledger.schema import migrate

__all__ = [
    "Ledger",
    "declared",
    "insert_into",
    "metadata",
    "migrate",
    "next_revision",
    "open_ledger",
    "touch",
]
