"""What kind of character each one is, looked up once for all stages that ask."""

from __future__ import annotations

from enum import IntFlag
from functools import cache

import numpy as np
import numpy.typing as npt

from huiyin.text.arrays import Bools, Codes

PLANE = 0x10000
Kinds = npt.NDArray[np.uint16]


class Kind(IntFlag):
    """What a normalised character is; `BREAK` marks end a clause, of these `NUMERIC` ones not between digits."""

    NONE = 0
    HAN = 1
    LATIN = 2
    DIGIT = 4
    BREAK = 8
    NUMERIC = 16
    SPACE = 32
    PERIOD = 64
    ASKS = 128
    EXCLAIMS = 256


_MEMBERS = {
    Kind.BREAK: "\x00\n。！!？?；;，,…～~（）()【】[]{}<>《》「」『』|",
    Kind.NUMERIC: ",.~～",
    Kind.SPACE: " ",
    Kind.PERIOD: ".",
    Kind.ASKS: "?？",
    Kind.EXCLAIMS: "!！",
    Kind.DIGIT: "0123456789",
}


def is_han(codes: Codes) -> Bools:
    """Tell which code points are Chinese characters (URO, extension A and the supplementary ideographic planes)."""
    return np.asarray(
        ((codes >= 0x4E00) & (codes < 0xA000))
        | ((codes >= 0x3400) & (codes < 0x4DC0))
        | ((codes >= 0x20000) & (codes < 0x32000))
    )


def is_latin(codes: Codes) -> Bools:
    """Tell which code points of a lower-cased text are Latin letters."""
    return np.asarray(((codes >= 0x61) & (codes <= 0x7A)) | ((codes >= 0xE0) & (codes < 0x250)))


@cache
def _table() -> Kinds:
    codes = np.arange(PLANE + 1, dtype=np.uint32)
    table = np.zeros(len(codes), dtype=np.uint16)
    table[is_han(codes)] = Kind.HAN
    table[is_latin(codes)] = Kind.LATIN
    for kind, characters in _MEMBERS.items():
        table[[ord(character) for character in characters]] |= np.uint16(kind)
    return table


def kinds_of(codes: Codes) -> Kinds:
    """Return the kinds of normalised code points.

    >>> [Kind(int(kind)).name for kind in kinds_of(np.array([0x597D, 0x61], dtype=np.uint32))]
    ['HAN', 'LATIN']
    """
    kinds = _table().take(np.minimum(codes, PLANE))
    high = np.flatnonzero(codes >= PLANE)
    kinds[high] = np.where(is_han(codes[high]), Kind.HAN, 0)
    return kinds


def being(kinds: Kinds, kind: Kind) -> Bools:
    """Tell which characters are of one of the kinds in `kind`."""
    return np.asarray((kinds & np.uint16(kind)) != 0)
