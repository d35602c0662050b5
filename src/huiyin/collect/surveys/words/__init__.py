"""What the public page and the mails themselves say, one JSON file a language; a survey may bring more languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

OWN = ("zh", "zh-tw", "en", "ja")
# Whoever brings a language without some of the words gets these.
FALLBACK = "en"


@cache
def words_of(language: str) -> Mapping[str, str]:
    """Return the words in one of our languages.

    >>> words_of("ja")["submit"], set(words_of("zh")) == set(words_of("zh-tw")) == set(words_of("en"))
    ('送信', True)
    """
    text = (files(__package__) / f"{language}.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(text)
    return found
