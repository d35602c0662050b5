"""What one clause says for its whole text: fitted to clauses, though most labels name only the text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from huiyin.analyse.training.need_samples import FOLDS, Bools, Floats, Ints, Sample, folds_of
from huiyin.analyse.training.optimiser import Fit, fit_linear
from huiyin.text.needs import CLAUSE_LABELS, TEXT_LABELS

PENALTY = 1.0
ROUNDS = 2


@dataclass(frozen=True)
class Spoken:
    """Weights and bias of a clause's head, and the surest clause's score of each text by heads that never saw it."""

    weights: Floats
    bias: float
    heard: Floats


def fit_spoken(features: sparse.csr_array, sample: Sample, label: str) -> Spoken:
    """Fit a head to the clauses that say the label.

    Where a label names only the text, it is the clause that sounds most like it, and any other that sounds like it.
    """
    column, text = CLAUSE_LABELS.index(label), sample.clauses.text
    wanted, known = sample.clauses.wanted[:, column], sample.clauses.known[:, column]
    loose = _loose(sample, label, (wanted > 0) & known)
    first = np.flatnonzero(np.diff(text, prepend=-1))
    fold = folds_of(text)
    held_out = np.zeros(len(text))
    for each in range(FOLDS):
        fit = _fit(features, wanted, known, loose, first, fold != each)
        held_out[fold == each] = fit.scores(features[fold == each])[:, 0]
    fit = _fit(features, wanted, known, loose, first, np.ones(len(text), dtype=np.bool_))
    return Spoken(fit.weights, float(fit.bias[0]), np.maximum.reduceat(held_out, first))


def _loose(sample: Sample, label: str, said: Bools) -> Bools:
    """Return the clauses of texts that carry the label without a word on where."""
    column, text = TEXT_LABELS.index(label), sample.clauses.text
    carries = sample.texts.known[:, column] & (sample.texts.wanted[:, column] > 0)
    placed = np.bincount(text[said], minlength=len(carries)) > 0
    return np.asarray((carries & ~placed)[text])


def _fit(
    features: sparse.csr_array, wanted: Floats, known: Bools, loose: Bools, first: Ints, taught: Bools
) -> Fit:
    place, sure = wanted.copy(), known & taught
    for turn in range(ROUNDS):
        fit = fit_linear(features[sure], place[sure][:, None], penalty=PENALTY, loss="hinge")
        if turn < ROUNDS - 1:
            scores = fit.scores(features)[:, 0]
            text = np.repeat(np.arange(len(first)), np.diff(np.append(first, len(scores))))
            says = loose & ((scores >= np.maximum.reduceat(scores, first)[text]) | (scores > 0))
            place[says], sure = 1.0, (known | says) & taught
    return fit
