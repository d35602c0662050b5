"""Bring a batch of texts to one shape without moving a character, so that offsets stay those of the original."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import opencc

from huiyin.text.arrays import Codes, Ints
from huiyin.text.characters import PLANE, Kinds, kinds_of

SEPARATOR = "\x00"
REPLACEMENT = 0xFFFD
SPACE = 0x20
HAN = (0x4E00, 0xA000)


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts laid end to end with one separator after each.

    `codes` and `text` are normalised, `kinds` tells of each code what it is, `shown` is what the customer wrote (lone surrogates replaced, so that it can
    be stored); all have equal length. Text i occupies `starts[i]` (inclusive) to `ends[i]` (exclusive).
    """

    codes: Codes
    kinds: Kinds
    text: str
    shown: str
    starts: Ints
    ends: Ints


@cache
def _table() -> Codes:
    """Map each code point of the basic plane to its normal form: half width, lower case, simplified, no controls."""
    table = np.arange(PLANE, dtype=np.uint32)
    for code in range(PLANE):
        table[code] = _folded(code)
    table[0xD800:0xE000] = REPLACEMENT
    _simplify(table)
    return table


def _folded(code: int) -> int:
    character = chr(code)
    if unicodedata.category(character) in ("Cc", "Cf", "Zs") and character != "\n":
        return SPACE
    wide = (
        unicodedata.normalize("NFKC", character)
        if 0xFF00 <= code < 0xFFF0 or 0xF900 <= code < 0xFB00
        else character
    )
    lower = wide.lower()
    return ord(lower) if len(lower) == 1 else code


def _simplify(table: Codes) -> None:
    han = "".join(map(chr, range(*HAN)))
    # Converted one per line, so that no phrase rule of the converter sees two of them together.
    simple = opencc.OpenCC("t2s").convert("\n".join(han)).split("\n")
    for before, after in zip(han, simple, strict=True):
        if len(after) == 1:
            table[ord(before)] = ord(after)


def normalise(texts: Sequence[str]) -> Batch:
    """Lay the texts end to end and normalise them in one pass.

    >>> normalise(["ＶＯＣ 空間很大", "\\ud800"]).text.split(SEPARATOR)[:2]
    ['voc 空间很大', '�']
    """
    joined = SEPARATOR.join(texts) + SEPARATOR
    raw = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = _table().take(np.minimum(raw, PLANE - 1))
    high = np.flatnonzero(raw >= PLANE)
    codes[high] = raw[high]
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    ends = np.cumsum(lengths + 1) - 1
    codes[ends] = 0
    return Batch(codes, kinds_of(codes), _decode(codes), _storable(joined, raw), ends - lengths, ends)


def _storable(joined: str, raw: Codes) -> str:
    surrogate = (raw >= 0xD800) & (raw < 0xE000)
    return _decode(np.where(surrogate, np.uint32(REPLACEMENT), raw)) if surrogate.any() else joined


def _decode(codes: Codes) -> str:
    return codes.tobytes().decode("utf-32-le")
