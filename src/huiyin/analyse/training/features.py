"""Sparse training matrices that mean exactly what the shipped models compute."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.text.kernel import NONE, ORDERS, TAG_COLUMNS, Evidence, GramIds, distinct, occurrences

Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]


def distinct_grams(ids: GramIds, stops: Ints) -> sparse.csr_array:
    """Return which hashed grams occur in each piece of text, each once."""
    return distinct(known_counts(ids, stops))


def known_counts(ids: GramIds, stops: Ints) -> sparse.csr_array:
    """Return every occurrence of every hashed gram in each piece of text."""
    flat = ids.reshape(-1)
    kept = np.concatenate(([0], np.cumsum(flat < NONE)))
    return occurrences(flat[flat < NONE], kept[stops * ORDERS], NONE)


def frequent(counts: sparse.csr_array, minimum: int) -> Ids:
    """Return the gram ids that occur in at least `minimum` pieces, the most frequent first."""
    pieces = np.bincount(counts.indices, minlength=NONE)
    order = np.argsort(-pieces, kind="stable")
    return order[: int((pieces >= minimum).sum())].astype(np.int32)


def scaled_rows(counts: sparse.csr_array, vocabulary: Ids) -> sparse.csr_array:
    """Keep the vocabulary and divide each row by the square root of its number of grams."""
    return _scaled(counts[:, vocabulary].tocsr())


def tag_rows(evidence: Evidence, clause: Ints) -> sparse.csr_array:
    """Return the sequences of word roles in each clause, scaled likewise."""
    columns, stops = evidence.tags
    return _scaled(occurrences(columns.astype(np.int32), stops, TAG_COLUMNS)[clause])


def _scaled(counts: sparse.csr_array) -> sparse.csr_array:
    total = np.asarray(counts.sum(axis=1)).ravel()
    return (sparse.diags_array(1.0 / np.sqrt(np.maximum(total, 1.0))) @ counts).tocsr()
