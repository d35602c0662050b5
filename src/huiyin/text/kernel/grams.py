"""Character n-grams as hashed numbers, computed for a whole batch at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from huiyin.text.arrays import Codes

ORDERS = 3
BITS = 20
NONE = 1 << BITS
# So many characters at a time, that what is computed on the way stays in the processor's cache beside the table.
BLOCK = 1 << 16
GramIds: TypeAlias = npt.NDArray[np.int32]

_MIX = (np.uint32(0x9E3779B1), np.uint32(0x85EBCA77), np.uint32(0xC2B2AE3D))


def gram_ids(codes: Codes) -> GramIds:
    """Return, for each character, the hashed ids of the 1-, 2- and 3-gram that begin there.

    Shape (characters, 3); `NONE` where the gram would run over the end of its text (code 0).

    >>> ids = gram_ids(np.array([0x597D, 0x597D, 0], dtype=np.uint32))
    >>> bool(ids[0, 0] == ids[1, 0]), (ids[:, 1] == NONE).tolist()
    (True, [False, True, True])
    """
    ids = np.full((len(codes), ORDERS), NONE, dtype=np.int32)
    for order, hashed in enumerate(_hashed(codes)):
        ids[: len(hashed), order] = hashed
    return ids


def gram_rows(codes: Codes, row_of: GramIds) -> GramIds:
    """Return the same with each id replaced by `row_of[id]`, without laying out the ids first."""
    rows = np.full((len(codes), ORDERS), row_of[NONE], dtype=np.int32)
    for start in range(0, len(codes), BLOCK):
        block = rows[start : start + BLOCK]
        # The last grams of a block reach into the next one.
        for order, hashed in enumerate(_hashed(codes[start : start + BLOCK + ORDERS - 1])):
            block[: len(hashed), order] = row_of.take(hashed[: len(block)])
    return rows


def _hashed(codes: Codes) -> Iterator[GramIds]:
    """Yield the hashed 1-, 2- and 3-grams."""
    mixed = np.zeros(len(codes), dtype=np.uint32)
    inside = np.ones(len(codes), dtype=np.bool_)
    for order in range(min(ORDERS, len(codes))):
        size = len(codes) - order
        following = codes[order:].astype(np.uint32, copy=False)
        mixed = (mixed[:size] ^ (mixed[:size] >> np.uint32(15))) * _MIX[1] + following * _MIX[order]
        inside = inside[:size] & (following != 0)
        hashed = (mixed ^ (mixed >> np.uint32(13))) * _MIX[2] >> np.uint32(32 - BITS)
        yield np.where(inside, hashed.view(np.int32), np.int32(NONE))
