"""The phrase books: patterns per rule and language, as packaged data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def read_book(name: str) -> dict[str, Any]:
    """Return the packaged phrase book of that name."""
    text = (files("huiyin.collect.wording.phrases") / f"{name}.yaml").read_text(encoding="utf-8")
    book: dict[str, Any] = yaml.safe_load(text)
    return book
