"""The ledger: the transactional truth."""

from huiyin.store.ledger.engine import Ledger, open_ledger
from huiyin.store.ledger.inserting import insert_into
from huiyin.store.ledger.many import PER_STATEMENT, rows_among
from huiyin.store.ledger.metadata import declared, metadata
from huiyin.store.ledger.revisions import next_revision, touch
from huiyin.store.ledger.schema import migrate
from huiyin.store.ledger.sealing import OpenRow, seal_rows
from huiyin.store.ledger.vault import KEY_FILE, Vault, VaultError, is_sealed, vault_of

__all__ = [
    "KEY_FILE",
    "PER_STATEMENT",
    "Ledger",
    "OpenRow",
    "Vault",
    "VaultError",
    "declared",
    "insert_into",
    "is_sealed",
    "metadata",
    "migrate",
    "next_revision",
    "open_ledger",
    "rows_among",
    "seal_rows",
    "touch",
    "vault_of",
]
