"""Needs: what a customer needs, hopes, suffers, makes do with and labours at; and what the whole text intends."""

from huiyin.text.needs.columns import INTENTS, NEED_KINDS
from huiyin.text.needs.ground import Ground, features
from huiyin.text.needs.heads import (
    CLAUSE_GRAMS,
    CLAUSE_LABELS,
    SPOKEN,
    TEXT_GRAMS,
    TEXT_LABELS,
    TEXT_TYPES,
    GramScores,
    NeedHeads,
    Reading,
    shipped_heads,
)
from huiyin.text.needs.signals import signal_reader

SIGNALS = signal_reader().names

__all__ = [
    "CLAUSE_GRAMS",
    "CLAUSE_LABELS",
    "INTENTS",
    "NEED_KINDS",
    "SIGNALS",
    "SPOKEN",
    "TEXT_GRAMS",
    "TEXT_LABELS",
    "TEXT_TYPES",
    "GramScores",
    "Ground",
    "NeedHeads",
    "Reading",
    "features",
    "shipped_heads",
]
