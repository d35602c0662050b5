"""The optional language model: one client of the chat protocol, and the check of what it answers against the texts."""

from huiyin.analyse.language_model.answers import Excerpt, excerpt_of, listed, made_of
from huiyin.analyse.language_model.client import (
    Account,
    LanguageModel,
    LanguageModelBudgetError,
    LanguageModelError,
    LanguageModelOffError,
)

__all__ = [
    "Account",
    "Excerpt",
    "LanguageModel",
    "LanguageModelBudgetError",
    "LanguageModelError",
    "LanguageModelOffError",
    "excerpt_of",
    "listed",
    "made_of",
]
