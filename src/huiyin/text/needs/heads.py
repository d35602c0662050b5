"""The trained heads: which types and intents a text has, and which clauses state a need."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from huiyin.text.arrays import Bools, Floats, Ints
from huiyin.text.needs.columns import INTENTS, NEED_KINDS
from huiyin.text.needs.ground import Ground, features
from huiyin.text.needs.spans import trimmed

TEXT_TYPES = ("complaint", "suggestion", "question", "praise")
TEXT_LABELS = (*TEXT_TYPES, *INTENTS)
# What one clause says for the whole text: its surest clause adds to the text's own score.
SPOKEN = ("suggestion", "question")
SPOKEN_LABELS = [TEXT_LABELS.index(label) for label in SPOKEN]
CLAUSE_LABELS = (*NEED_KINDS, *SPOKEN)
# Where n-grams add to what signals and moods already say; elsewhere they only learn the few labelled texts by heart.
TEXT_GRAMS = tuple(range(len(TEXT_LABELS)))
CLAUSE_GRAMS = tuple(
    CLAUSE_LABELS.index(label) for label in ("expectation", "pain_point", "workaround", "effort", *SPOKEN)
)
# Making do and labour go before the pain they come from, a wish before what is needed for it.
PRECEDENCE = tuple(
    NEED_KINDS.index(kind) for kind in ("workaround", "effort", "expectation", "need", "motive", "pain_point")
)
PAIN_POINTS = 2
_GOES_ON = tuple(NEED_KINDS.index(kind) for kind in ("workaround", "effort", "pain_point"))

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True)
class GramScores:
    """The n-grams' part of the scores, already scaled: columns of `TEXT_GRAMS` per text, of `CLAUSE_GRAMS` per clause."""

    text: Matrix
    clause: Matrix


@dataclass(frozen=True)
class Reading:
    """What was found: labels per text (columns of `TEXT_LABELS`), and the frame of needs.

    The heads have seen Chinese only: texts in other languages show neither intents nor needs.
    """

    labels: Bools
    needs: pl.DataFrame

    def counted_on(self, offset: int) -> pl.DataFrame:
        """Return the needs with their texts numbered from `offset` on."""
        return self.needs.with_columns(self.needs["text_index"] + offset) if offset else self.needs

    @property
    def types(self) -> Ints:
        """The types of each text, bit i for `TEXT_TYPES[i]`."""
        return _masks(self.labels[:, : len(TEXT_TYPES)])

    @property
    def intents(self) -> pl.Series:
        """The intents of each text, a list each."""
        return _INTENT_LISTS[pl.Series(_masks(self.labels[:, len(TEXT_TYPES) :]).astype(np.uint32))]


def _masks(flags: Bools) -> Ints:
    return np.asarray(sum(flags[:, bit].astype(np.int64) << bit for bit in range(flags.shape[1])))


@dataclass(frozen=True)
class NeedHeads:
    """Weights of the heads; the thresholds are part of the biases.

    `calibration` (Platt 1999) turns the scores of the kinds into the chance that a span is right: slopes, intercepts.

    `vocabulary` and `grams` are a table of hashed n-grams: first the columns of `TEXT_GRAMS`, then of `CLAUSE_GRAMS`.
    """

    version: str
    vocabulary: npt.NDArray[np.int32]
    grams: Matrix
    text_dense: Matrix
    text_bias: Matrix
    clause_dense: Matrix
    clause_bias: Matrix
    calibration: Matrix

    def read(
        self, ground: Ground, grams: GramScores, aspects: Sequence[str], naming: tuple[Ints, Ints]
    ) -> Reading:
        """Read one batch.

        `aspects` are the ids of the taxonomy's nodes, `naming` the (clause, node) rows of the opinions that stand.
        """
        fired = ground.signals()
        known_of_clauses, known_of_texts = features(ground, fired)
        texts = known_of_texts @ self.text_dense + self.text_bias
        texts[:, TEXT_GRAMS] += grams.text
        clauses = known_of_clauses.scores(self.clause_dense, self.clause_bias)
        clauses[:, CLAUSE_GRAMS] += grams.clause
        kinds = len(NEED_KINDS)
        texts[:, SPOKEN_LABELS] += np.maximum.reduceat(clauses[:, kinds:], ground.first)
        scores = clauses[:, :kinds].astype(np.float64)
        labels = (texts > 0) & ground.chinese[:, None]
        return Reading(labels, _frame(ground, scores, aspects, naming, self.calibration))

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Return what is shipped."""
        return {
            "version": np.array(self.version),
            "vocabulary": self.vocabulary,
            "grams": self.grams.astype(np.float16),
            "text_dense": self.text_dense,
            "text_bias": self.text_bias,
            "clause_dense": self.clause_dense,
            "clause_bias": self.clause_bias,
            "calibration": self.calibration,
        }

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> NeedHeads:
        """Rebuild the heads from shipped arrays."""
        return cls(
            version=str(arrays["version"]),
            vocabulary=arrays["vocabulary"],
            grams=arrays["grams"].astype(np.float32),
            **{
                name: arrays[name]
                for name in ("text_dense", "text_bias", "clause_dense", "clause_bias", "calibration")
            },
        )


@cache
def shipped_heads() -> NeedHeads:
    """Read the packaged heads once."""
    content = (files("huiyin.text") / "models" / "needs" / "heads.npz").read_bytes()
    with np.load(io.BytesIO(content)) as loaded:
        return NeedHeads.of(dict(loaded))


def _lists(names: Sequence[str]) -> pl.Series:
    """Return the list of names that each mask stands for."""
    held = [[name for bit, name in enumerate(names) if mask >> bit & 1] for mask in range(1 << len(names))]
    return pl.Series(held, dtype=pl.List(pl.String()))


def chosen_kinds(scores: Floats, text: Ints) -> Ints:
    """Return the kind of each clause, -1 for none; of a text's pain points only the surest two stay.

    >>> scores = np.full((1, len(NEED_KINDS)), -1.0); scores[0, [2, 5]] = 0.4
    >>> NEED_KINDS[chosen_kinds(scores, np.array([0]))[0]]
    'effort'
    """
    kind = np.full(len(scores), -1, dtype=np.int64)
    for each in PRECEDENCE:
        kind[(kind < 0) & (scores[:, each] > 0)] = each
    pain = np.flatnonzero(kind == NEED_KINDS.index("pain_point"))
    order = pain[np.lexsort((-scores[pain, NEED_KINDS.index("pain_point")], text[pain]))]
    rank = np.arange(len(order)) - np.searchsorted(text[order], text[order])
    kind[order[rank >= PAIN_POINTS]] = -1
    return kind


def _frame(
    ground: Ground, scores: Floats, aspects: Sequence[str], naming: tuple[Ints, Ints], calibration: Matrix
) -> pl.DataFrame:
    clauses = ground.clauses
    kind = chosen_kinds(scores, clauses.text)
    rows = np.flatnonzero((kind >= 0) & (clauses.end > clauses.start) & ground.chinese[clauses.text])
    start = trimmed(ground.batch, clauses.start[rows], clauses.end[rows])
    text, base = clauses.text[rows], ground.batch.starts[clauses.text[rows]]
    named = pl.Series(_named(clauses.text, kind, naming)[rows] + 1).cast(pl.UInt32)
    slope, intercept = calibration[:, kind[rows]]
    confidence = 1.0 / (1.0 + np.exp(-slope * scores[rows, kind[rows]] - intercept))
    return pl.DataFrame(
        [
            pl.Series("text_index", text.astype(np.uint32)),
            pl.Series(
                "ordinal",
                np.minimum(np.arange(len(rows)) - np.searchsorted(text, text), 65535).astype(np.uint16),
            ),
            _KINDS[pl.Series(kind[rows].astype(np.uint32))].alias("kind"),
            pl.Series("start_offset", (start - base).astype(np.uint32)),
            pl.Series("end_offset", (clauses.end[rows] - base).astype(np.uint32)),
            pl.Series([None, *aspects], dtype=pl.String)[named].alias("aspect"),
            pl.Series("confidence", confidence.astype(np.float64)),
        ]
    )


def _named(text: Ints, kind: Ints, naming: tuple[Ints, Ints]) -> Ints:
    """Return the aspect of each clause: one that it names, -1 for none.

    Making do goes on about what the clause just before named; a wish or a need has a subject of its own.
    """
    clause, node = naming
    own = np.full(len(text), -1, dtype=np.int64)
    own[clause[::-1]] = node[::-1]
    before = np.where(np.append(False, text[1:] == text[:-1]), np.roll(own, 1), -1)
    return np.where((own >= 0) | ~np.isin(kind, _GOES_ON), own, before)


_INTENT_LISTS = _lists(INTENTS)
_KINDS = pl.Series(NEED_KINDS, dtype=pl.String)
