"""The facts: a columnar projection of the ledger, owned by one process."""

from huiyin.store.facts.store import FactsBatch, FactsDraft, FactsOwnedElsewhereError, FactsStore, Watermark

__all__ = ["FactsBatch", "FactsDraft", "FactsOwnedElsewhereError", "FactsStore", "Watermark"]
