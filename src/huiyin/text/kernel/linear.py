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


@dataclass(frozen=True)
class GramTable:
    """Weights of the n-grams a model knows.

    `vocabulary` holds gram ids, the frequent ones first; `weights` one row per id and one column per output.
    """

    vocabulary: npt.NDArray[np.int32]
    weights: Matrix


def distinct(counts: sparse.csr_array) -> sparse.csr_array:
    """Return the same matrix with every entry once and worth 1: a word said thrice is no stronger evidence."""
    return _sieved(counts, keep_first=True)


def repeated(counts: sparse.csr_array, width: int) -> sparse.csr_array:
    """Return what `distinct` leaves out of the first `width` columns: the second and later occurrences of each entry."""
    return _sieved(counts, keep_first=False, known=width)


def _sieved(counts: sparse.csr_array, *, keep_first: bool, known: int | None = None) -> sparse.csr_array:
    rows, width = counts.shape
    shift = int(width).bit_length()
    kind = np.uint32 if shift + int(rows).bit_length() <= 32 else np.uint64
    row = np.arange(rows, dtype=kind) << kind(shift)
    # Sorting one array of combined numbers is several times faster than sorting each row.
    keys = np.sort(counts.indices.astype(kind) | np.repeat(row, np.diff(counts.indptr)))
    kept = np.full(len(keys), keep_first)
    compare = np.not_equal if keep_first else np.equal
    compare(keys[1:], keys[:-1], out=kept[1:])
    column = kind((1 << shift) - 1)
    if known is not None:
        kept &= (keys & column) < known
    keys = keys.take(np.flatnonzero(kept))
    stops = np.searchsorted(keys, row + kind(width))
    return occurrences((keys & column).astype(np.int32), stops, width)


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
