"""Fit the general polarity model on whole texts with one polarity each."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse.training.features import distinct_grams, frequent, scaled_rows
from huiyin.analyse.training.optimiser import fit_linear
from huiyin.text.kernel import Evidence, GramTable, PolarityModel, text_features

DENSE_SHARE = 0.3
RATIO_SHARE = 0.7
TAUGHT_SHARE = 0.5
ITERATIONS = 150


def fit_polarity(
    evidence: Evidence,
    targets: npt.NDArray[np.float64],
    chosen: npt.NDArray[np.bool_],
    *,
    penalty: float = 1.0,
    minimum: int = 10,
    weight: npt.NDArray[np.float64] | None = None,
    taught: npt.NDArray[np.float64] | None = None,
) -> PolarityModel:
    """Fit on the texts in `chosen`; targets are -1 or 1 per text, `weight` says how much each text counts.

    Labels drawn from ratings err; `taught`, a reader's log-odds that a text is good, counts half where it is given
    (Hinton et al. 2015).

    Grams are scaled by how unevenly the two sides use them (Wang and Manning 2012), so that the penalty falls on those
    that tell nothing.
    """
    counts = distinct_grams(evidence.ids, evidence.reading.batch.ends + 1)[chosen]
    vocabulary = frequent(counts, minimum)
    dense = sparse.csr_array(text_features(evidence)[chosen] * DENSE_SHARE)
    scale = (1 - RATIO_SHARE) + RATIO_SHARE * np.abs(
        _log_ratios(counts[:, vocabulary].tocsr(), targets[chosen])
    )
    grams = scaled_rows(counts, vocabulary) @ sparse.diags_array(scale)
    good = _goodness(targets[chosen], None if taught is None else taught[chosen])
    counted = np.ones(len(good)) if weight is None else weight[chosen]
    rows = sparse.hstack([grams, dense]).tocsr()
    # A text that is good with probability p counts as a good one of weight p and a bad one of weight 1 - p.
    fit = fit_linear(
        sparse.vstack([rows, rows]).tocsr(),
        np.repeat([1.0, -1.0], len(good))[:, None],
        penalty=penalty,
        loss="hinge",
        weight=np.concatenate([counted * good, counted * (1.0 - good)]),
        iterations=ITERATIONS,
    )
    width = len(vocabulary)
    return PolarityModel(
        GramTable(vocabulary, (fit.weights[:width] * scale[:, None]).astype(np.float32)),
        (fit.weights[width:] * DENSE_SHARE).astype(np.float32),
        float(fit.bias[0]),
    )


def _goodness(
    targets: npt.NDArray[np.float64], taught: npt.NDArray[np.float64] | None
) -> npt.NDArray[np.float64]:
    """Return the probability that each text is good, by its label and by what the reader says."""
    labelled = (targets > 0).astype(np.float64)
    if taught is None:
        return labelled
    return np.asarray((1 - TAUGHT_SHARE) * labelled + TAUGHT_SHARE / (1.0 + np.exp(-taught)))


def _log_ratios(counts: sparse.csr_array, targets: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the logarithm of how much more often the good texts use each gram than the bad ones."""
    good, bad = (1.0 + np.asarray(counts[side].sum(axis=0)).ravel() for side in (targets > 0, targets < 0))
    return np.asarray(np.log((good / good.sum()) / (bad / bad.sum())))
