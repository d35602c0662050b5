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

    def __post_init__(self) -> None:
        row = np.full(NONE + 1, len(self.vocabulary), dtype=np.int32)
        row[self.vocabulary] = np.arange(len(self.vocabulary), dtype=np.int32)
        object.__setattr__(self, "_row", row)

    def known(self, ids: GramIds, stops: Ints) -> sparse.csr_array:
        """Return the counts of the known grams; row i holds those that begin between stops i - 1 and i."""
        rows = self._row[ids].reshape(-1)
        kept = np.concatenate(([0], np.cumsum(rows < len(self.vocabulary))))
        return occurrences(rows[rows < len(self.vocabulary)], kept[stops * ORDERS], len(self.vocabulary))

    def columns(self, begin: int, end: int) -> Matrix:
        """Return the weights of some outputs."""
        return np.ascontiguousarray(self.weights[:, begin:end], dtype=np.float32)


def distinct(counts: sparse.csr_array) -> sparse.csr_array:
    """Return the same matrix with every entry once and worth 1: a word said thrice is no stronger evidence."""
    owner = np.repeat(np.arange(counts.shape[0], dtype=np.int64), np.diff(counts.indptr))
    # Sorting one array of combined numbers is several times faster than sorting each row.
    keys = np.sort(owner * counts.shape[1] + counts.indices)
    keys = keys[np.diff(keys, prepend=-1) > 0]
    owner, columns = np.divmod(keys, max(1, counts.shape[1]))
    stops = np.cumsum(np.bincount(owner, minlength=counts.shape[0]))
    return occurrences(columns.astype(np.int32), stops, counts.shape[1])


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
