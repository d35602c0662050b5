"""Hashed n-grams of the words of texts in Latin letters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.text.arrays import Ints
from huiyin.text.kernel.linear import distinct, occurrences
from huiyin.text.normalise import normalise

ORDERS = 3
BITS = 19
APOSTROPHES = (0x27, 0x2019)
LONGEST = 24
_PLACE = np.random.default_rng(19).integers(1, 1 << 32, size=LONGEST, dtype=np.uint32) | np.uint32(1)
_MIX = (np.uint32(0x9E3779B1), np.uint32(0x85EBCA77), np.uint32(0xC2B2AE3D))


def word_grams(texts: Sequence[str]) -> sparse.csr_array:
    """Return which hashed 1-, 2- and 3-grams of words and marks occur in each text, each once.

    The end of a text counts as a word.

    >>> word_grams(["It broke", "it broke!"]).sum(axis=1).tolist()
    [6.0, 9.0]
    """
    hashed, owner = _hashed(texts)
    order = np.argsort(owner, kind="stable")
    stops = np.cumsum(np.bincount(owner, minlength=len(texts)))
    return distinct(occurrences(hashed[order], stops, 1 << BITS))


def known_grams(texts: Sequence[str], place: npt.NDArray[np.int32]) -> tuple[Ints, Ints]:
    """Return the grams that `place` maps to 0 or more, each once per text: their places, and their texts."""
    hashed, owner = _hashed(texts)
    gram = place.take(hashed)
    known = np.flatnonzero(gram >= 0)
    pairs = np.unique(owner[known] << BITS | gram[known])
    return pairs & ((1 << BITS) - 1), pairs >> BITS


def _hashed(texts: Sequence[str]) -> tuple[npt.NDArray[np.int32], Ints]:
    """Return every gram of every text as a hash, and the text it stands in."""
    token, owner = _tokens(normalise(texts).codes)
    grams, owners = [], []
    mixed = np.zeros(len(token), dtype=np.uint32)
    for order in range(ORDERS):
        size = len(token) - order
        if size <= 0:
            break
        mixed = (mixed[:size] ^ (mixed[:size] >> np.uint32(15))) * _MIX[1] + token[order:] * _MIX[order]
        inside = owner[order:] == owner[:size]
        hashed = ((mixed ^ (mixed >> np.uint32(13))) * _MIX[2]) >> np.uint32(32 - BITS)
        grams.append(hashed[inside].astype(np.int32))
        owners.append(owner[:size][inside])
    return np.concatenate(grams), np.concatenate(owners)


def _tokens(codes: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]:
    """Return a hash per word, mark and text edge, with the text each belongs to."""
    letter = ((codes >= 0x61) & (codes <= 0x7A)) | ((codes >= 0x30) & (codes <= 0x39)) | (codes >= 0xC0)
    letter |= np.isin(codes, APOSTROPHES)
    solid = (codes != 0x20) & (codes != 0x0A)
    opens = solid & (~letter | ~np.roll(letter, 1) | (np.arange(len(codes)) == 0))
    start = np.flatnonzero(opens)
    number = np.cumsum(opens) - 1
    inside = solid & (number >= 0)
    place = np.minimum(np.arange(len(codes)) - start[np.maximum(number, 0)], LONGEST - 1)
    part = np.where(inside, (codes + np.uint32(1)) * _PLACE[place], np.uint32(0)).astype(np.uint32)
    # The separator after each text is a token of its own: its end.
    token = np.add.reduceat(part, start, dtype=np.uint32)
    owner = np.searchsorted(np.flatnonzero(codes == 0), start, side="left")
    return token, owner
