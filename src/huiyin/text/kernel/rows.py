"""Rows of opinions: made, picked, and laid together."""

from __future__ import annotations

import numpy as np

from huiyin.text.arrays import Bools, Ints
from huiyin.text.assembly import OpinionRows
from huiyin.text.kernel.evidence import Evidence

ASPECT_BITS = 24


def bare_rows(evidence: Evidence, clause: Ints, aspect: Ints) -> OpinionRows:
    """Return rows that judge nothing yet, for clauses that hold more than punctuation."""
    clauses = evidence.reading.clauses
    solid = clauses.end[clause] > clauses.start[clause]
    clause, aspect = clause[solid], aspect[solid]
    zero = np.zeros(len(clause))
    return OpinionRows(
        clause=clause,
        aspect=aspect,
        value=zero,
        intensity=zero.copy(),
        type=np.zeros(len(clause), dtype=np.int64),
        term_start=clauses.start[clause],
        term_end=clauses.end[clause],
        confidence=np.full(len(clause), 0.5),
    )


def taken(rows: OpinionRows, chosen: Ints | Bools) -> OpinionRows:
    """Return some of the rows."""
    places = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen
    return OpinionRows(*(getattr(rows, name).take(places) for name in OpinionRows.__slots__))


def laid_together(first: OpinionRows, second: OpinionRows) -> OpinionRows:
    """Return all rows, the second ones behind the first."""
    return OpinionRows(
        *(np.concatenate([getattr(first, name), getattr(second, name)]) for name in OpinionRows.__slots__)
    )


def in_order(first: OpinionRows, second: OpinionRows) -> OpinionRows:
    """Return all rows in the order of their clauses."""
    joined = laid_together(first, second)
    # Two runs of sorted keys are merged faster than two columns are sorted.
    return taken(joined, np.argsort(joined.clause << ASPECT_BITS | joined.aspect, kind="stable"))
