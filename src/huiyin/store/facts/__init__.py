"""The facts: a columnar projection of the ledger, owned by one process."""

from huiyin.store.facts.spark import SparkFacts, SparkMissingError, lacking_tables
from huiyin.store.facts.store import FactsBatch, FactsDraft, FactsOwnedElsewhereError, FactsStore, Watermark
from huiyin.store.facts.sums import CUSTOMERS, VOICES

__all__ = [
    "CUSTOMERS",
    "VOICES",
    "FactsBatch",
    "FactsDraft",
    "FactsOwnedElsewhereError",
    "FactsStore",
    "SparkFacts",
    "SparkMissingError",
    "Watermark",
    "lacking_tables",
]
