"""Texts that are nearly the same, found without comparing all pairs (Broder 1997; Leskovec et al. 2020, ch. 3). Pure.

Columnar numpy: every step runs over all texts at once.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

SHINGLE = 3
ROWS = 4
BANDS = 16
PERMUTATIONS = ROWS * BANDS
# Whole shops say 很好; words that short are alike by chance.
SHORTEST = 16
# A bucket of more is a form that many fill in, and pairs grow with its square.
LARGEST_BUCKET = 400
_PIECE = 4_096


def near_duplicates(
    texts: Sequence[str], *, threshold: float = 0.8, seed: int = 1
) -> list[tuple[list[int], float]]:
    """Return groups of texts whose three-letter shingles have a Jaccard likeness of at least `threshold`.

    Each group has the places of its texts, the first first, and the least likeness to that first one.
    Texts below 16 letters and digits are left out.

    >>> texts = ["空调开了以后有一股很重的酸臭味希望处理", "空调开了以后有一股很重的酸臭味，希望处理！", "座椅很舒服，长途也不累人，值得推荐给大家"]
    >>> near_duplicates(texts)
    [([0, 1], 1.0)]
    """
    letters = [fold(text) for text in texts]
    places = [place for place, word in enumerate(letters) if len(word) >= SHORTEST]
    shingles = [_shingles(letters[place]) for place in places]
    parents = list(range(len(places)))
    for first, second in sorted(_candidates(_signatures(shingles, seed))):
        if _root(parents, first) != _root(parents, second) and (
            _likeness(shingles[first], shingles[second]) >= threshold
        ):
            parents[_root(parents, second)] = _root(parents, first)
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(places)):
        groups[_root(parents, place)].append(place)
    return [
        ([places[one] for one in group], min(_likeness(shingles[group[0]], shingles[one]) for one in group[1:]))
        for group in groups.values()
        if len(group) > 1
    ]  # fmt: skip


def fold(text: str) -> str:
    """Return a text's letters and digits in one form.

    >>> fold("ＡＢＣ 空调，有异味！")
    'abc空调有异味'
    """
    return "".join(mark for mark in unicodedata.normalize("NFKC", text).casefold() if mark.isalnum())


def _shingles(letters: str) -> Hashes:
    """Return the distinct hashes of a text's shingles, sorted."""
    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    width = len(codes) - SHINGLE + 1
    mixed = np.zeros(width, dtype=np.uint64)
    for place in range(SHINGLE):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + codes[place : place + width] + np.uint64(1)
    mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed * np.uint64(0xBF58476D1CE4E5B9))


def _signatures(shingles: Sequence[Hashes], seed: int) -> Hashes:
    """Return the least hash of each text under each permutation, shape (texts, permutations)."""
    rng = np.random.default_rng(seed)
    factors = rng.integers(1, 2**63, PERMUTATIONS, dtype=np.uint64) | np.uint64(1)
    shifts = rng.integers(0, 2**63, PERMUTATIONS, dtype=np.uint64)
    found = np.empty((len(shingles), PERMUTATIONS), dtype=np.uint64)
    for start in range(0, len(shingles), _PIECE):
        piece = shingles[start : start + _PIECE]
        flat = np.concatenate(piece)
        begins = np.concatenate([[0], np.cumsum([each.size for each in piece])[:-1]])
        for column in range(PERMUTATIONS):
            mixed = flat * factors[column] + shifts[column]
            mixed ^= mixed >> np.uint64(31)
            found[start : start + len(piece), column] = np.minimum.reduceat(mixed, begins)
    return found


def _candidates(signatures: Hashes) -> set[tuple[int, int]]:
    """Return pairs that agree in a whole band; in a bucket each is paired with the first and the one before it."""
    pairs: set[tuple[int, int]] = set()
    for band in range(BANDS):
        rows = np.ascontiguousarray(signatures[:, band * ROWS : (band + 1) * ROWS])
        for bucket in _buckets(rows):
            for before, one in pairwise(bucket[:LARGEST_BUCKET]):
                pairs.add((bucket[0], one))
                pairs.add((before, one))
    return {(one, other) for one, other in pairs if one != other}


def _buckets(rows: Hashes) -> Iterator[list[int]]:
    if not len(rows):
        return
    keys = rows.view([("", rows.dtype)] * rows.shape[1]).ravel()
    order = np.argsort(keys, kind="stable")
    same = np.concatenate([[False], keys[order][1:] == keys[order][:-1]])
    starts = np.flatnonzero(~same)
    for start, end in zip(starts, np.append(starts[1:], len(order)), strict=True):
        if end - start > 1:
            yield [int(one) for one in order[start:end]]


def _likeness(one: Hashes, other: Hashes) -> float:
    shared = np.intersect1d(one, other, assume_unique=True).size
    return shared / (one.size + other.size - shared)


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place
