"""A pack without labels of its own: the rules find the aspects, the reader is asked about their words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from huiyin.text.arrays import Ints
from huiyin.text.kernel import (
    TAG_COLUMNS,
    Evidence,
    GramSums,
    GramTable,
    LabelMap,
    LabelReading,
    Matrix,
    Pack,
)
from huiyin.text.neural.interpreter import Interpreter, Marks
from huiyin.text.taxonomy import Taxonomy

FOUND, ABSENT = 0.3, -9.0
# No text is of the kind that this pack was trained on: it was trained on none.
STRANGE = -9.0
WORDS_SHARE, WHOLE_SHARE = 1.5, 0.3


@dataclass(frozen=True)
class MarkedReading(LabelReading):
    """What the rules found, and the reader's sides of each (text, node) pair, in the order of `pairs`."""

    pairs: Ints
    marked: Matrix


@dataclass(frozen=True)
class MarkingPack(Pack):
    """Keeps every aspect the rules found and lets the reader judge it; every node is its own label."""

    interpreter: Interpreter

    def aspects(self, evidence: Evidence, taxonomy: Taxonomy, sums: GramSums | None = None) -> MarkedReading:
        """Report what the rules found as present, everything else as absent."""
        del sums
        nodes, rows = len(taxonomy.nodes), evidence.rows
        text = evidence.text_of[rows.clause]
        found = np.full((len(evidence.first), nodes), ABSENT, dtype=np.float32)
        found[text, rows.aspect] = FOUND
        # A judgement of the whole belongs to no aspect's words; it stays the rules'.
        general = np.array([node.id == taxonomy.general for node in taxonomy.nodes])
        found[:, general] = ABSENT
        clause = np.zeros((len(evidence.text_of), nodes), dtype=np.float32)
        clause[rows.clause, rows.aspect] = 1.0
        pairs = np.unique(text * nodes + rows.aspect)
        seen = self.interpreter.interpret(evidence, marks=_marks(evidence, pairs, nodes))
        return MarkedReading(
            text=found,
            alone=found,
            clause=clause,
            text_polarity=np.zeros((len(found), 3), dtype=np.float32),
            clause_polarity=np.zeros((len(clause), 3), dtype=np.float32),
            label_of_node=np.where(general, -1, np.arange(nodes)),
            values=np.zeros((len(found), nodes)),
            familiar=np.full(len(found), STRANGE),
            pairs=pairs,
            marked=seen.marked,
        )

    def polarities(
        self,
        evidence: Evidence,
        reading: LabelReading,
        rows: tuple[Ints, Ints, Ints],
        general: tuple[Matrix, Matrix],
    ) -> Matrix:
        """Return the reader's sides of the node's words, pulled to where the whole text leans."""
        del evidence
        if not isinstance(reading, MarkedReading):
            raise TypeError("a marking pack reads its own readings only")
        text, label, _ = rows
        place = np.searchsorted(reading.pairs, text * reading.text.shape[1] + label)
        lean = WHOLE_SHARE * np.clip(general[1][text], -1.5, 1.5)
        return np.asarray(
            WORDS_SHARE * reading.marked[place] + np.stack([-lean, np.zeros_like(lean), lean], axis=1)
        )


def marking_pack(interpreter: Interpreter) -> MarkingPack:
    """Return the pack, which has no weights of its own."""

    def none(*shape: int) -> Matrix:
        return np.zeros(shape, dtype=np.float32)

    return MarkingPack(
        labels=LabelMap((), (), np.zeros(0, dtype=np.int64)),
        grams=GramTable(np.zeros(0, dtype=np.int32), none(0, 1)),
        nodes=none(0, 0),
        bias=none(0),
        dense=none(0, 3),
        label_polarity=none(0, 3),
        tags=none(TAG_COLUMNS, 3),
        interpreter=interpreter,
    )


def _marks(evidence: Evidence, pairs: Ints, nodes: int) -> Marks:
    """Return for each (text, node) the words that name the node, or else the stretch that the rules judged."""
    matches, rows, batch = evidence.reading.matches, evidence.rows, evidence.reading.batch
    named = np.flatnonzero(matches.aspect >= 0)
    owner = np.searchsorted(batch.ends, matches.start[named])
    subject, known = _places(pairs, owner * nodes + matches.aspect[named])
    covered = np.zeros(len(pairs), dtype=np.bool_)
    covered[subject] = True
    spoken, _ = _places(pairs, evidence.text_of[rows.clause] * nodes + rows.aspect)
    bare = np.flatnonzero(~covered[spoken])
    return Marks(
        text=pairs // nodes,
        subject=np.concatenate([subject, spoken[bare]]),
        start=np.concatenate([matches.start[named[known]], rows.term_start[bare]]),
        end=np.concatenate([matches.end[named[known]], rows.term_end[bare]]),
    )


def _places(pairs: Ints, keys: Ints) -> tuple[Ints, Ints]:
    """Return where the keys stand among the pairs, and which keys do."""
    at = np.minimum(np.searchsorted(pairs, keys), len(pairs) - 1) if len(pairs) else np.zeros_like(keys)
    known = np.flatnonzero(pairs[at] == keys) if len(pairs) else np.zeros(0, dtype=np.int64)
    return at[known], known
