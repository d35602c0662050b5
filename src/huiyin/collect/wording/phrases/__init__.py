"""The phrase books: patterns per rule and language, as packaged data."""

from __future__ import annotations

from functools import cache
from typing import Any

from huiyin.kit.packaged import packaged_document


@cache
def read_book(name: str) -> dict[str, Any]:
    """Return the packaged phrase book of that name."""
    book: dict[str, Any] = packaged_document("huiyin.collect.wording.phrases", f"{name}.yaml")
    return book
