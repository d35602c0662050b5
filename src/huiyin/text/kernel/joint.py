"""Several tables of n-gram weights read in one go: each gram of a batch is looked up once for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from huiyin.text.kernel.evidence import Evidence, per_text
from huiyin.text.kernel.grams import NONE, ORDERS, gram_rows
from huiyin.text.kernel.linear import GramTable, Matrix, distinct, occurrences, repeated

MANY = 0.25
CACHE_LINE = 64


@dataclass(frozen=True)
class GramSums:
    """One table's summed weights, and how many known grams went into each row.

    Rows of `clause` count every occurrence, rows of `text` each gram once: a word said thrice is no stronger evidence.
    The counts are columns, shape (rows, 1).
    """

    clause: Matrix
    clause_count: Matrix
    text: Matrix
    text_count: Matrix


class JointTable:
    """The weights of several tables over the union of their vocabularies, the frequent grams first.

    Few grams make up most of a text, so that their rows side by side stay in the processor's cache.
    """

    def __init__(self, tables: Sequence[GramTable]) -> None:
        rank = np.full(NONE + 1, NONE, dtype=np.int32)
        for table in tables:
            place = np.arange(len(table.vocabulary), dtype=np.int32)
            rank[table.vocabulary] = np.minimum(rank[table.vocabulary], place)
        self._width = int((rank < NONE).sum())
        self._row = np.full(NONE + 1, self._width, dtype=np.int32)
        self._row[np.argsort(rank, kind="stable")[: self._width]] = np.arange(self._width, dtype=np.int32)
        self._cuts = np.cumsum([0] + [table.weights.shape[1] + 1 for table in tables])
        # Grams that no table knows share a last row of zeros: cheaper than sorting them out.
        self.weights = _on_cache_lines(self._width + 1, int(self._cuts[-1]))
        for table, begin, end in zip(tables, self._cuts[:-1], self._cuts[1:], strict=True):
            rows = self._row[table.vocabulary]
            self.weights[rows, begin : end - 1] = table.weights
            # The last column of each table counts the grams it knows.
            self.weights[rows, end - 1] = 1.0

    def sums(self, evidence: Evidence) -> tuple[GramSums, ...]:
        """Return the sums of each table, in the tables' order."""
        rows = gram_rows(evidence.reading.batch.codes, self._row).reshape(-1)
        ones = np.ones(len(rows), dtype=np.float32)
        clauses, texts = (
            occurrences(rows, stops * ORDERS, self._width + 1, ones)
            for stops in (evidence.reading.clauses.stop, evidence.text_stops)
        )
        by_clause = clauses @ self.weights
        by_text = self._by_text(texts, by_clause, evidence)
        return tuple(
            GramSums(
                by_clause[:, begin : end - 1],
                by_clause[:, end - 1 : end],
                by_text[:, begin : end - 1],
                by_text[:, end - 1 : end],
            )
            for begin, end in zip(self._cuts[:-1], self._cuts[1:], strict=True)
        )

    def _by_text(self, texts: sparse.csr_array, by_clause: Matrix, evidence: Evidence) -> Matrix:
        """Return each text's sums with every gram once: its clauses' sums less those of the repetitions."""
        again = repeated(texts, self._width)
        sums = np.asarray(per_text(evidence, by_clause) - again @ self.weights)
        # Taking much away again would leave rounding errors.
        often = np.flatnonzero(np.diff(again.indptr) > MANY * np.diff(texts.indptr))
        if len(often):
            sums[often] = distinct(texts[often]) @ self.weights
        return sums


def _on_cache_lines(rows: int, columns: int) -> Matrix:
    """Return zeros whose first row begins with a line of the processor's cache, so that a row lies on fewer lines."""
    line = CACHE_LINE // np.dtype(np.float32).itemsize
    room = np.zeros(rows * columns + line, dtype=np.float32)
    skipped = -room.ctypes.data // room.itemsize % line
    return room[skipped : skipped + rows * columns].reshape(rows, columns)


def sums_of(table: GramTable, evidence: Evidence) -> GramSums:
    """Return the sums of one table alone."""
    return JointTable([table]).sums(evidence)[0]
