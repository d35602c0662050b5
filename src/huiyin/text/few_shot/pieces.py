"""Texts cut into clauses, and the distinct character n-grams of each clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.text.arrays import Floats, Ints
from huiyin.text.clauses import break_marks, split_clauses
from huiyin.text.kernel.grams import NONE, gram_ids
from huiyin.text.normalise import Batch, normalise

GramRows = npt.NDArray[np.int64]
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Pieces:
    """The clauses of a batch of at least `SHORTEST` characters; positions are those of the joined batch."""

    batch: Batch
    text: Ints
    start: Ints
    end: Ints

    def __len__(self) -> int:
        return len(self.start)

    def by_text(self, flags: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Tell which texts have a flagged clause; texts without any clause are left out."""
        owners = np.unique(self.text)
        return np.isin(owners, self.text[flags])

    def chosen(self, rows: npt.NDArray[np.int64]) -> Pieces:
        """Return some of the clauses."""
        return Pieces(self.batch, self.text[rows], self.start[rows], self.end[rows])

    def words(self) -> list[str]:
        """Return each clause as normalised text."""
        return [self.batch.text[a:z] for a, z in zip(self.start.tolist(), self.end.tolist(), strict=True)]

    def holding(self, words: Sequence[str]) -> npt.NDArray[np.bool_]:
        """Tell which clauses hold one of the words, which are normalised."""
        found = np.zeros(len(self), dtype=np.bool_)
        for word in words:
            place = np.array(_places(self.batch.text, word), dtype=np.int64)
            index = np.searchsorted(self.start, place, side="right") - 1
            inside = (index >= 0) & (place + len(word) <= self.end[index])
            found[index[inside]] = True
        return found


def _places(text: str, word: str) -> list[int]:
    places, at = [], text.find(word) if word else -1
    while at >= 0:
        places.append(at)
        at = text.find(word, at + 1)
    return places


def pieces_of(texts: Sequence[str]) -> Pieces:
    """Cut texts into clauses at their punctuation."""
    batch = normalise(texts)
    clauses = split_clauses(batch, break_marks(batch), np.zeros(0, dtype=np.int64))
    kept = np.flatnonzero(clauses.end - clauses.start >= SHORTEST)
    return Pieces(batch, clauses.text[kept], clauses.start[kept], clauses.end[kept])


def gram_id(gram: str) -> int:
    """Return the hashed id of one n-gram of one to three normalised characters."""
    codes = np.array([*map(ord, gram), 0], dtype=np.uint32)
    return int(gram_ids(codes)[0, len(gram) - 1])


def gram_counts(pieces: Pieces, vocabulary: npt.NDArray[np.int64]) -> tuple[sparse.csr_array, Floats]:
    """Return which of the sorted gram ids each clause holds, and how many n-grams it has in all."""
    ids = gram_ids(pieces.batch.codes)
    lengths = pieces.end - pieces.start
    row = np.repeat(np.arange(len(pieces)), lengths)
    place = np.repeat(pieces.start - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    grams = ids[place + np.arange(len(place))].reshape(-1).astype(np.int64)
    row = np.repeat(row, ids.shape[1])
    sizes = np.bincount(row[grams != NONE], minlength=len(pieces)).astype(np.float64)
    column = np.minimum(np.searchsorted(vocabulary, grams), max(len(vocabulary) - 1, 0))
    known = (vocabulary[column] == grams) if len(vocabulary) else np.zeros(len(grams), dtype=np.bool_)
    shape = (len(pieces), len(vocabulary))
    counts = sparse.csr_array((np.ones(int(known.sum())), (row[known], column[known])), shape=shape)
    counts.sum_duplicates()
    counts.data[:] = 1.0
    return counts, np.maximum(sizes, 1.0)
