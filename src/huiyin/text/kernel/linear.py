"""Linear models over hashed character n-grams: small arrays, scored clause by clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.text.arrays import Ints

Matrix: TypeAlias = npt.NDArray[np.float32]
Keys: TypeAlias = npt.NDArray[np.uint32] | npt.NDArray[np.uint64]

ROWS_SORTED = 64


@dataclass(frozen=True)
class GramTable:
    """Weights of the n-grams a model knows.

    `vocabulary` holds gram ids, the frequent ones first; `weights` one row per id and one column per output.
    """

    vocabulary: npt.NDArray[np.int32]
    weights: Matrix


def distinct(counts: sparse.csr_array) -> sparse.csr_array:
    """Return the same matrix with every entry once and worth 1: a word said thrice is no stronger evidence."""
    keys = _sorted_keys(counts)
    first = np.ones(len(keys), dtype=np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    return _unpacked(keys.take(np.flatnonzero(first)), counts)


def repeated(counts: sparse.csr_array, width: int) -> sparse.csr_array:
    """Return what `distinct` leaves out of the first `width` columns: the second and later occurrences of each entry."""
    keys = _sorted_keys(counts)
    again = keys.take(np.flatnonzero(keys[1:] == keys[:-1]))
    column = again & again.dtype.type((1 << _shift(counts)) - 1)
    return _unpacked(again.take(np.flatnonzero(column < width)), counts)


def _shift(counts: sparse.csr_array) -> int:
    return int(counts.shape[1]).bit_length()


def _sorted_keys(counts: sparse.csr_array) -> Keys:
    """Return row and column of each entry as one number, in order."""
    rows, shift = counts.shape[0], _shift(counts)
    kind = np.uint32 if shift + int(rows).bit_length() <= 32 else np.uint64
    keys = np.repeat(np.arange(rows, dtype=kind) << kind(shift), np.diff(counts.indptr))
    keys |= counts.indices.astype(kind, copy=False)
    # The rows are in order already: sorting some at a time is faster than all at once, and than each by itself.
    for start in range(0, rows, ROWS_SORTED):
        stop = min(start + ROWS_SORTED, rows)
        keys[counts.indptr[start] : counts.indptr[stop]].sort()
    return keys


def _unpacked(keys: Keys, counts: sparse.csr_array) -> sparse.csr_array:
    """Return the matrix, of the same shape as `counts`, whose entries the keys are."""
    rows, width = counts.shape
    kind, shift = keys.dtype.type, _shift(counts)
    stops = np.searchsorted(keys, (np.arange(rows, dtype=kind) << kind(shift)) + kind(width))
    return occurrences((keys & kind((1 << shift) - 1)).astype(np.int32), stops, width)


def occurrences(
    columns: npt.NDArray[np.int32], stops: Ints, width: int, ones: Matrix | None = None
) -> sparse.csr_array:
    """Return the sparse count matrix whose row i holds `columns[stops[i - 1]:stops[i]]`.

    `ones` may lend as many ones as there are columns, for matrices that nobody changes.
    """
    starts = np.concatenate(([0], stops)).astype(np.int32)
    ones = np.ones(len(columns), dtype=np.float32) if ones is None else ones
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
