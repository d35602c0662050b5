"""Fit the heads that read types, intents and needs, on the train half of the project's own labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse.need_labels import (
    asked_verdicts,
    extra_verdicts,
    fresh_verdicts,
    makeshift_verdicts,
    more_verdicts,
    need_examples,
    taught_verdicts,
    told_verdicts,
)
from huiyin.analyse.training.features import frequent
from huiyin.analyse.training.need_samples import (
    FOLDS,
    Bools,
    Floats,
    Ints,
    Rows,
    Sample,
    folds_of,
    full_features,
    need_sample,
    shares,
)
from huiyin.analyse.training.optimiser import fit_linear
from huiyin.analyse.training.spoken import fit_spoken
from huiyin.text.kernel import PolarityModel
from huiyin.text.needs import CLAUSE_GRAMS, NEED_KINDS, SPOKEN, TEXT_GRAMS, TEXT_LABELS, NeedHeads

PENALTY = 1.0
MINIMUM = 3
PLATT_PENALTY = 0.01
THRESHOLDS = np.linspace(-1.5, 0.7, 89)
# One drawing of folds leaves a threshold to chance where few texts carry a label.
DRAWINGS = 4
# How much recall counts against precision when a threshold is chosen: spans that people act on must be right.
RECALL_WEIGHT = {"need": 0.7, "motive": 0.7, "pain_point": 0.6}
# Of the spans of these, which people look at one by one, this share must be right among held-out clauses; more of
# makeshifts would cost too many that customers tell in words of their own.
SURE = {"workaround": 0.85, "effort": 0.91}


def fit_needs(data_dir: Path, labels_dir: Path, general: PolarityModel, version: str) -> NeedHeads | None:
    """Fit on the train half; None where the labels or their texts are absent."""
    examples = need_examples(data_dir, labels_dir, "train")
    if not examples:
        return None
    read = (
        extra_verdicts,
        more_verdicts,
        taught_verdicts,
        fresh_verdicts,
        asked_verdicts,
        makeshift_verdicts,
        told_verdicts,
    )
    more = [verdict for each in read for verdict in each(data_dir, labels_dir)]
    return fit_heads(need_sample([*examples, *more], general), version)


def fit_heads(sample: Sample, version: str) -> NeedHeads:
    """Fit all heads; each threshold comes from folds of the same texts."""
    grams = np.union1d(frequent(sample.texts.grams, MINIMUM), frequent(sample.clauses.grams, MINIMUM))
    vocabulary = grams.astype(np.int32)
    spoken = {label: fit_spoken(full_features(sample.clauses, vocabulary), sample, label) for label in SPOKEN}
    heard = {label: each.heard for label, each in spoken.items()}
    text, text_bias, _ = _fit(sample.texts, vocabulary, TEXT_LABELS, TEXT_GRAMS, heard)
    kinds, kind_bias, calibration = _fit(sample.clauses, vocabulary, NEED_KINDS, CLAUSE_GRAMS, {})
    clause = np.hstack([kinds, *(each.weights for each in spoken.values())])
    clause_bias = np.append(kind_bias, [each.bias for each in spoken.values()])
    width = len(vocabulary)
    return NeedHeads(
        version=version,
        vocabulary=vocabulary,
        grams=np.hstack([text[:width, TEXT_GRAMS], clause[:width, CLAUSE_GRAMS]]).astype(np.float32),
        text_dense=(text[width:] * shares(len(text) - width)[:, None]).astype(np.float32),
        text_bias=text_bias.astype(np.float32),
        clause_dense=(clause[width:] * shares(len(clause) - width)[:, None]).astype(np.float32),
        clause_bias=clause_bias.astype(np.float32),
        calibration=calibration.astype(np.float32),
    )


def _fit(
    rows: Rows,
    vocabulary: npt.NDArray[np.int32],
    names: Sequence[str],
    with_grams: Sequence[int],
    heard: Mapping[str, Floats],
) -> tuple[Floats, Floats, Floats]:
    """Fit one head per name; `heard` is what held-out clauses add to a head's scores."""
    full = full_features(rows, vocabulary)
    nothing = sparse.csr_array((full.shape[0], len(vocabulary)))
    bare = sparse.hstack([nothing, sparse.csr_array(rows.dense)]).tocsr()
    fits = [
        _fit_one(full if column in with_grams else bare, rows, column, name, heard.get(name, 0.0))
        for column, name in enumerate(names)
    ]
    weights, biases, calibrations = zip(*fits, strict=True)
    return np.hstack(weights), np.array(biases), np.array(calibrations).T


def _fit_one(
    features: sparse.csr_array, rows: Rows, column: int, name: str, heard: Floats | float
) -> tuple[Floats, float, tuple[float, float]]:
    known, wanted = rows.known[:, column], rows.wanted[:, [column]]
    fit = fit_linear(features[known], wanted[known], penalty=PENALTY, loss="hinge")
    fair = rows.fair[:, column]
    drawings = [folds_of(rows.text, drawing) for drawing in range(DRAWINGS)]
    held_out = np.concatenate([(_held_out(features, wanted, known, fold) + heard)[fair] for fold in drawings])
    right = np.tile(wanted[fair], (DRAWINGS, 1))
    threshold = _threshold(name, held_out, right[:, 0] > 0)
    # Past the threshold the chance of being right is a logistic function of the held-out score (Platt 1999).
    chance = fit_linear(
        sparse.csr_array((held_out - threshold)[:, None]),
        right,
        penalty=PLATT_PENALTY,
        loss="logistic",
    )
    return fit.weights, float(fit.bias[0]) - threshold, (float(chance.weights[0, 0]), float(chance.bias[0]))


def _held_out(features: sparse.csr_array, wanted: Floats, known: Bools, fold: Ints) -> Floats:
    scores = np.zeros(len(wanted))
    for each in range(FOLDS):
        taught, asked = known & (fold != each), fold == each
        fit = fit_linear(features[taught], wanted[taught], penalty=PENALTY, loss="hinge")
        scores[asked] = fit.scores(features[asked])[:, 0]
    return scores


def _threshold(name: str, scores: Floats, wanted: Bools) -> float:
    if name in SURE:
        return sure_threshold(scores, wanted, SURE[name])
    return best_threshold(scores, wanted, RECALL_WEIGHT.get(name, 1.0))


def sure_threshold(scores: Floats, wanted: Bools, precision: float) -> float:
    """Return the lowest threshold above which at least a share `precision` is right, the highest where none is.

    >>> scores, wanted = np.array([0.5, 0.1, -0.6]), np.array([True, False, True])
    >>> 0.1 <= sure_threshold(scores, wanted, 0.9) < 0.5
    True
    """
    found = [(threshold, wanted[scores > threshold]) for threshold in THRESHOLDS]
    sure = [threshold for threshold, right in found if len(right) and right.mean() >= precision]
    return float(min(sure, default=THRESHOLDS[-1]))


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
