"""Fit the general polarity model on whole texts with one polarity each."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse.training.features import distinct_grams, frequent, scaled_rows
from huiyin.analyse.training.optimiser import fit_linear
from huiyin.text.kernel import Evidence, GramTable, PolarityModel, text_features

DENSE_SHARE = 0.3


def fit_polarity(
    evidence: Evidence,
    targets: npt.NDArray[np.float64],
    chosen: npt.NDArray[np.bool_],
    *,
    penalty: float = 1.0,
    minimum: int = 10,
) -> PolarityModel:
    """Fit on the texts in `chosen`; targets are -1 or 1 per text."""
    counts = distinct_grams(evidence.ids, evidence.reading.batch.ends + 1)[chosen]
    vocabulary = frequent(counts, minimum)
    dense = sparse.csr_array(text_features(evidence)[chosen] * DENSE_SHARE)
    rows = sparse.hstack([scaled_rows(counts, vocabulary), dense]).tocsr()
    fit = fit_linear(rows, targets[chosen, None], penalty=penalty, loss="hinge")
    width = len(vocabulary)
    return PolarityModel(
        GramTable(vocabulary, fit.weights[:width].astype(np.float32)),
        (fit.weights[width:] * DENSE_SHARE).astype(np.float32),
        float(fit.bias[0]),
    )
