"""What a language model may be believed: JSON of the wanted shape, words that stand in the texts it was shown."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from huiyin.analyse.language_model.client import LanguageModelError
from huiyin.text.masking import mask_batch

AROUND = 100
SHORTEST = 2
_SPACE = re.compile(r"\s")
# What may stand between words of a name without having been said.
_JOINTS = "的与和及、/· "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text as it is sent: personal data blotted out, every character in its place.

    `base` is where it begins in the text, `start` and `end` bound the part that is asked about within it.
    """

    words: str
    base: int
    start: int
    end: int

    @property
    def asked(self) -> str:
        return self.words[self.start : self.end]

    def place_of(self, quote: object) -> tuple[int, int] | None:
        """Return where a quote stands in the whole text, the place nearest to what was asked about; None if nowhere.

        >>> excerpt_of("屏幕暗，座椅硬", 4, 7).place_of("座椅硬")
        (4, 7)
        """
        if not isinstance(quote, str):
            return None
        said = _SPACE.sub(" ", quote.strip())
        if len(said) < SHORTEST:
            return None
        places = [found.start() for found in re.finditer(f"(?={re.escape(said)})", self.words)]
        if not places:
            return None
        nearest = min(places, key=lambda place: abs(place - self.start))
        return self.base + nearest, self.base + nearest + len(said)


def excerpt_of(text: str, start: int, end: int) -> Excerpt:
    """Return the part of a text around a span; the whole text is masked first, so that no number is cut in half.

    >>> excerpt_of("电话13812345678打不通", 0, 2).words
    '电话＊＊＊＊＊＊＊＊＊＊＊打不通'
    """
    base, stop = max(0, start - AROUND), min(len(text), end + AROUND)
    words = _SPACE.sub(" ", mask_batch([text])[0])[base:stop]
    return Excerpt(words, base, start - base, end - base)


def listed(answer: str, key: str) -> list[Any]:
    """Return the list that an answer holds under a key; words around the JSON are forgiven.

    Raises LanguageModelError where there is none.

    >>> listed('sure: {"points": [1]} done', "points")
    [1]
    """
    begin, end = answer.find("{"), answer.rfind("}")
    try:
        found = json.loads(answer[begin : end + 1])[key]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise LanguageModelError(f"the language model's answer is no JSON with {key}") from error
    if not isinstance(found, list):
        raise LanguageModelError(f"the language model's answer is no JSON with {key}")
    return found


def made_of(name: str, texts: Sequence[str]) -> bool:
    """Tell whether a name consists of words of the texts: pieces of two characters or more that stand in one of them.

    >>> made_of("帐篷与睡袋", ["帐篷太小", "带了睡袋"]), made_of("露营装备", ["帐篷太小"])
    (True, False)
    """
    said, spoken = name.casefold(), [text.casefold() for text in texts]
    reached = {0}
    for at in range(len(said)):
        if at not in reached:
            continue
        if said[at] in _JOINTS:
            reached.add(at + 1)
        reached |= {stop for stop in range(at + SHORTEST, len(said) + 1) if _is_said(said, at, stop, spoken)}
    return len(said) in reached and any(each not in _JOINTS for each in said)


def _is_said(name: str, start: int, stop: int, spoken: Sequence[str]) -> bool:
    """Tell whether a piece stands in a text; a Latin word must stand there whole."""
    piece = name[start:stop]
    if piece.isascii():
        whole = re.compile(rf"(?<![0-9a-z]){re.escape(piece)}(?![0-9a-z])")
        return any(whole.search(text) for text in spoken)
    return any(piece in text for text in spoken)
