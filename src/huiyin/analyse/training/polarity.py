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
ITERATIONS = 150


def fit_polarity(
    evidence: Evidence,
    targets: npt.NDArray[np.float64],
    chosen: npt.NDArray[np.bool_],
    *,
    penalty: float = 1.0,
    minimum: int = 10,
    weight: npt.NDArray[np.float64] | None = None,
) -> PolarityModel:
    """Fit on the texts in `chosen`; targets are -1 or 1 per text, `weight` says how much each text counts.

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
    fit = fit_linear(
        sparse.hstack([grams, dense]).tocsr(),
        targets[chosen, None],
        penalty=penalty,
        loss="hinge",
        weight=None if weight is None else weight[chosen],
        iterations=ITERATIONS,
    )
    width = len(vocabulary)
    return PolarityModel(
        GramTable(vocabulary, (fit.weights[:width] * scale[:, None]).astype(np.float32)),
        (fit.weights[width:] * DENSE_SHARE).astype(np.float32),
        float(fit.bias[0]),
    )


def _log_ratios(counts: sparse.csr_array, targets: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the logarithm of how much more often the good texts use each gram than the bad ones."""
    good, bad = (1.0 + np.asarray(counts[side].sum(axis=0)).ravel() for side in (targets > 0, targets < 0))
    return np.asarray(np.log((good / good.sum()) / (bad / bad.sum())))
