"""Linear models over hashed character n-grams: small arrays, scored clause by clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.text.arrays import Ints
from huiyin.text.kernel.grams import NONE, ORDERS, GramIds

Matrix: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True)
class GramTable:
    """Weights of the n-grams a model knows.

    `vocabulary` holds sorted gram ids, `weights` one row per id and one column per output.
    """

    vocabulary: npt.NDArray[np.int32]
    weights: Matrix
    _row: npt.NDArray[np.int32] = field(init=False, repr=False, compare=False)
    _parts: dict[tuple[int, int], Matrix] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        row = np.full(NONE + 1, len(self.vocabulary), dtype=np.int32)
        row[self.vocabulary] = np.arange(len(self.vocabulary), dtype=np.int32)
        object.__setattr__(self, "_row", row)

    def known(self, ids: GramIds, *cuts: Ints) -> tuple[sparse.csr_array, ...]:
        """Return, for each way to cut the characters into pieces, the counts of the known grams per piece.

        A cut is the array of the pieces' stops; row i holds the grams that begin between stops i - 1 and i.
        """
        rows = self._row[ids].reshape(-1)
        # Taking by position is several times faster than a mask here.
        place = np.flatnonzero(rows < len(self.vocabulary))
        columns = rows.take(place)
        ends = (np.searchsorted(place, stops * ORDERS) for stops in cuts)
        return tuple(occurrences(columns, end, len(self.vocabulary)) for end in ends)

    def columns(self, begin: int, end: int) -> Matrix:
        """Return the weights of some outputs."""
        if (begin, end) not in self._parts:
            self._parts[begin, end] = np.ascontiguousarray(self.weights[:, begin:end], dtype=np.float32)
        return self._parts[begin, end]


def distinct(counts: sparse.csr_array) -> sparse.csr_array:
    """Return the same matrix with every entry once and worth 1: a word said thrice is no stronger evidence."""
    rows, width = counts.shape
    kind = np.int32 if rows * width < np.iinfo(np.int32).max else np.int64
    edges = np.arange(rows + 1, dtype=np.int64) * width
    # Sorting one array of combined numbers is several times faster than sorting each row.
    keys = np.sort(counts.indices.astype(kind) + np.repeat(edges[:-1].astype(kind), np.diff(counts.indptr)))
    keys = keys.take(np.flatnonzero(np.diff(keys, prepend=-1)))
    cuts = np.searchsorted(keys, edges.astype(kind))
    columns = keys - np.repeat(edges[:-1].astype(kind), np.diff(cuts))
    return occurrences(columns.astype(np.int32), cuts[1:], width)


def scaled_product(counts: sparse.csr_array, weights: Matrix) -> Matrix:
    """Return the summed weights of each row over the square root of its number of grams, so that long pieces do not
    shout."""
    return scaled(np.asarray(counts @ weights), np.diff(counts.indptr).astype(np.float32)[:, None])


def occurrences(columns: npt.NDArray[np.int32], stops: Ints, width: int) -> sparse.csr_array:
    """Return the sparse count matrix whose row i holds `columns[stops[i - 1]:stops[i]]`."""
    starts = np.concatenate(([0], stops)).astype(np.int32)
    ones = np.ones(len(columns), dtype=np.float32)
    return sparse.csr_array((ones, columns, starts), shape=(len(stops), width))


def scaled(sums: Matrix, counts: Matrix) -> Matrix:
    """Divide by the square root of the number of grams, so that long pieces do not shout."""
    return np.asarray(sums / np.sqrt(np.maximum(counts, 1.0)))


def pack_table(table: GramTable, prefix: str) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays of a table in their shipped precision."""
    return {f"{prefix}_vocabulary": table.vocabulary, f"{prefix}_weights": table.weights.astype(np.float16)}


def unpack_table(arrays: Mapping[str, npt.NDArray[Any]], prefix: str) -> GramTable:
    """Rebuild a table from shipped arrays."""
    return GramTable(arrays[f"{prefix}_vocabulary"], arrays[f"{prefix}_weights"].astype(np.float32))
