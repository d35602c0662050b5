"""Fit the heads that read types, intents and needs, on the train half of the project's own labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse.need_labels import (
    JUDGED,
    NeedExample,
    NeedSpan,
    Verdict,
    extra_verdicts,
    more_verdicts,
    need_examples,
    overlaps,
    taught_verdicts,
)
from huiyin.analyse.training.features import distinct_grams, frequent, known_counts, scaled_rows
from huiyin.analyse.training.optimiser import fit_linear
from huiyin.text import load_taxonomy
from huiyin.text.kernel import Evidence, PolarityModel, evidence_of
from huiyin.text.needs import (
    CLAUSE_GRAMS,
    NEED_KINDS,
    SIGNALS,
    TEXT_GRAMS,
    TEXT_LABELS,
    Ground,
    NeedHeads,
    features,
)

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

SHARE = 0.3
SIGNAL_SHARE = 0.8
PENALTY = 1.0
MINIMUM = 3
FOLDS = 10
SEED = 20261122
PLATT_PENALTY = 0.01
THRESHOLDS = np.linspace(-0.9, 0.7, 65)
# How much recall counts against precision when a threshold is chosen: spans that people act on must be right.
RECALL_WEIGHT = {"workaround": 0.5, "effort": 0.4, "need": 0.7, "motive": 0.7, "pain_point": 0.6}
_JUDGED = tuple(NEED_KINDS.index(kind) for kind in JUDGED)


@dataclass(frozen=True)
class Rows:
    """Features and targets (-1 or 1) of texts or clauses; `known` tells which targets somebody has labelled, `fair`
    which of those stand in texts that were drawn as the sample was (thresholds are chosen on these)."""

    grams: sparse.csr_array
    dense: Floats
    wanted: Floats
    known: Bools
    fair: Bools
    text: Ints

    def chosen(self, keep: Bools) -> Rows:
        """Return some of the rows."""
        return Rows(
            self.grams[keep],
            self.dense[keep],
            self.wanted[keep],
            self.known[keep],
            self.fair[keep],
            self.text[keep],
        )


@dataclass(frozen=True)
class Sample:
    """The same texts as whole texts and as clauses."""

    texts: Rows
    clauses: Rows


def fit_needs(data_dir: Path, labels_dir: Path, general: PolarityModel, version: str) -> NeedHeads | None:
    """Fit on the train half; None where the labels or their texts are absent."""
    examples = need_examples(data_dir, labels_dir, "train")
    if not examples:
        return None
    read = (extra_verdicts, more_verdicts, taught_verdicts)
    more = [verdict for each in read for verdict in each(data_dir, labels_dir)]
    return fit_heads(need_sample([*examples, *more], general), version)


def need_sample(members: Sequence[NeedExample | Verdict], general: PolarityModel) -> Sample:
    """Read the texts with the taxonomy of their file."""
    parts, shift = [], 0
    ordered = sorted(members, key=lambda member: member.taxonomy)
    for taxonomy, group in groupby(ordered, key=lambda member: member.taxonomy):
        same = list(group)
        evidence = evidence_of([member.text for member in same], load_taxonomy(taxonomy))
        parts.append(_part(same, evidence, general, shift))
        shift += len(same)
    return Sample(_stacked([part.texts for part in parts]), _stacked([part.clauses for part in parts]))


def _stacked(parts: Sequence[Rows]) -> Rows:
    return Rows(
        sparse.vstack([part.grams for part in parts]).tocsr(),
        *(
            np.concatenate([getattr(part, name) for part in parts])
            for name in ("dense", "wanted", "known", "fair", "text")
        ),
    )


def ground_of(evidence: Evidence, general: PolarityModel) -> Ground:
    """Return what the heads read from, as the analyser lays it before them."""
    reading = evidence.reading
    clause_score, grams = general.scores(evidence)
    return Ground(
        reading.batch,
        reading.clauses,
        reading.mood,
        evidence.rows,
        evidence.first,
        clause_score,
        general.text_scores(evidence, grams),
        np.ones(len(evidence.first), dtype=np.bool_),
    )


def _part(
    members: Sequence[NeedExample | Verdict], evidence: Evidence, general: PolarityModel, shift: int
) -> Sample:
    ground = ground_of(evidence, general)
    of_clauses, of_texts = features(ground, ground.signals())
    fair = np.array([isinstance(member, NeedExample) or member.fair for member in members])[:, None]
    text_wanted, text_known = _text_targets(members)
    clause_wanted, clause_known = _clause_targets(members, ground)
    return Sample(
        Rows(
            distinct_grams(evidence.ids, evidence.text_stops),
            of_texts * _shares(of_texts.shape[1]),
            text_wanted,
            text_known,
            text_known & fair,
            np.arange(len(members)) + shift,
        ),
        Rows(
            known_counts(evidence.ids, ground.clauses.stop),
            of_clauses * _shares(of_clauses.shape[1]),
            clause_wanted,
            clause_known,
            clause_known & fair[ground.clauses.text],
            ground.clauses.text + shift,
        ),
    )


def _shares(width: int) -> Floats:
    return np.where(np.arange(width) < len(SIGNALS), SIGNAL_SHARE, SHARE)


def _text_targets(members: Sequence[NeedExample | Verdict]) -> tuple[Floats, Bools]:
    wanted = np.full((len(members), len(TEXT_LABELS)), -1.0)
    known = np.zeros(wanted.shape, dtype=np.bool_)
    for row, member in enumerate(members):
        if isinstance(member, NeedExample):
            wanted[row, [label in member.labels for label in TEXT_LABELS]] = 1.0
            known[row] = True
        else:
            for label, said in member.said.items():
                wanted[row, TEXT_LABELS.index(label)] = 1.0 if said else -1.0
                known[row, TEXT_LABELS.index(label)] = True
    return wanted, known


def _clause_targets(members: Sequence[NeedExample | Verdict], ground: Ground) -> tuple[Floats, Bools]:
    wanted = np.full((len(ground.clauses), len(NEED_KINDS)), -1.0)
    known = np.zeros(wanted.shape, dtype=np.bool_)
    for member, mine in zip(members, _clauses_of(ground), strict=True):
        for span in member.needs if isinstance(member, NeedExample) else member.spans:
            hit = [clause for clause, place in mine if overlaps(span, place)]
            if span.kind:
                wanted[hit, NEED_KINDS.index(span.kind)] = 1.0
            known[np.ix_(hit, _JUDGED)] = True
        every = [clause for clause, _ in mine]
        if isinstance(member, NeedExample):
            known[every] = True
        elif member.complete:
            known[np.ix_(every, [NEED_KINDS.index(kind) for kind in member.complete])] = True
    return wanted, known


def _clauses_of(ground: Ground) -> Iterator[list[tuple[int, NeedSpan]]]:
    clauses = ground.clauses
    base = ground.batch.starts[clauses.text]
    places = list(zip((clauses.start - base).tolist(), (clauses.end - base).tolist(), strict=True))
    cuts = np.append(ground.first, len(clauses))
    for begin, end in pairwise(cuts.tolist()):
        yield [(clause, NeedSpan("", *places[clause])) for clause in range(begin, end)]


def fit_heads(sample: Sample, version: str) -> NeedHeads:
    """Fit all heads; each threshold comes from folds of the same texts."""
    vocabulary = np.union1d(frequent(sample.texts.grams, MINIMUM), frequent(sample.clauses.grams, MINIMUM))
    text, text_bias, _ = _fit(sample.texts, vocabulary.astype(np.int32), TEXT_LABELS, TEXT_GRAMS)
    clause, clause_bias, calibration = _fit(
        sample.clauses, vocabulary.astype(np.int32), NEED_KINDS, CLAUSE_GRAMS
    )
    width = len(vocabulary)
    return NeedHeads(
        version=version,
        vocabulary=vocabulary.astype(np.int32),
        grams=np.hstack([text[:width, TEXT_GRAMS], clause[:width, CLAUSE_GRAMS]]).astype(np.float32),
        text_dense=(text[width:] * _shares(len(text) - width)[:, None]).astype(np.float32),
        text_bias=text_bias.astype(np.float32),
        clause_dense=(clause[width:] * _shares(len(clause) - width)[:, None]).astype(np.float32),
        clause_bias=clause_bias.astype(np.float32),
        calibration=calibration.astype(np.float32),
    )


def _fit(
    rows: Rows, vocabulary: npt.NDArray[np.int32], names: Sequence[str], with_grams: Sequence[int]
) -> tuple[Floats, Floats, Floats]:
    grams, dense = scaled_rows(rows.grams, vocabulary), sparse.csr_array(rows.dense)
    full = sparse.hstack([grams, dense]).tocsr()
    bare = sparse.hstack([sparse.csr_array(grams.shape), dense]).tocsr()
    fold = np.random.default_rng(SEED).integers(0, FOLDS, int(rows.text.max()) + 1)[rows.text]
    fits = [
        _fit_one(full if column in with_grams else bare, rows, column, fold, name)
        for column, name in enumerate(names)
    ]
    weights, biases, calibrations = zip(*fits, strict=True)
    return np.hstack(weights), np.array(biases), np.array(calibrations).T


def _fit_one(
    features: sparse.csr_array, rows: Rows, column: int, fold: Ints, name: str
) -> tuple[Floats, float, tuple[float, float]]:
    known, wanted = rows.known[:, column], rows.wanted[:, [column]]
    held_out = np.zeros(len(wanted))
    for each in range(FOLDS):
        taught, asked = known & (fold != each), fold == each
        fit = fit_linear(features[taught], wanted[taught], penalty=PENALTY, loss="hinge")
        held_out[asked] = fit.scores(features[asked])[:, 0]
    fit = fit_linear(features[known], wanted[known], penalty=PENALTY, loss="hinge")
    fair = rows.fair[:, column]
    threshold = best_threshold(held_out[fair], wanted[fair, 0] > 0, RECALL_WEIGHT.get(name, 1.0))
    # Past the threshold the chance of being right is a logistic function of the held-out score (Platt 1999).
    chance = fit_linear(
        sparse.csr_array((held_out[fair] - threshold)[:, None]),
        wanted[fair],
        penalty=PLATT_PENALTY,
        loss="logistic",
    )
    return fit.weights, float(fit.bias[0]) - threshold, (float(chance.weights[0, 0]), float(chance.bias[0]))


def best_threshold(scores: Floats, wanted: Bools, recall_weight: float) -> float:
    """Return the threshold with the best F-beta, where recall counts `recall_weight` times as much as precision.

    >>> bool(best_threshold(np.array([0.5, -0.6]), np.array([True, False]), 1.0) < 0.5)
    True
    """
    square = recall_weight**2

    def value(threshold: float) -> float:
        found = scores > threshold
        right = float((found & wanted).sum())
        return (1 + square) * right / max(1.0, float(square * wanted.sum() + found.sum()))

    return float(max(THRESHOLDS, key=value))
