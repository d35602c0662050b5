"""A person's rights over what is kept of them: to have it, to have it erased, to be forgotten in time."""

from huiyin.customers.privacy.compaction import compact, compact_facts, is_compaction_due
from huiyin.customers.privacy.dossier import dossier
from huiyin.customers.privacy.erasure import Erasure, erase, list_erasures
from huiyin.customers.privacy.retention import forget_old

__all__ = [
    "Erasure",
    "compact",
    "compact_facts",
    "dossier",
    "erase",
    "forget_old",
    "is_compaction_due",
    "list_erasures",
]
