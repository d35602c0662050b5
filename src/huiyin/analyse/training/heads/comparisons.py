"""Is a sentence a comparison? A linear model over character n-grams, measured and not shipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse import labelled
from huiyin.analyse.evaluation import Score
from huiyin.analyse.training.features import distinct_grams, frequent, scaled_rows
from huiyin.analyse.training.optimiser import fit_linear
from huiyin.text import load_taxonomy
from huiyin.text.kernel import evidence_of

Floats = npt.NDArray[np.float64]
FILES = ("automotive/comparisons", "electronics/comparisons")
PENALTY, MINIMUM = 0.3, 4


def score_comparisons(data_dir: Path) -> Iterator[Score]:
    """Tell comparisons from other sentences: fitted on the train part, scored on the dev part."""
    for name in FILES:
        train, dev = (list(labelled.rows(data_dir, f"{name}.{part}")) for part in ("train", "dev"))
        if train and dev:
            grams = _grams([row["text"] for row in train + dev])
            wanted = np.array([1.0 if row["comparative"] else -1.0 for row in train + dev])
            found = _answers(grams, wanted, np.arange(len(wanted)) < len(train))
            right = float((found == wanted[len(train) :]).mean())
            yield Score(f"{name}.dev", "comparison, accuracy", right, len(dev))


def _grams(texts: Sequence[str]) -> sparse.csr_array:
    evidence = evidence_of(texts, load_taxonomy("retail"))
    return distinct_grams(evidence.ids, evidence.text_stops)


def _answers(grams: sparse.csr_array, wanted: Floats, seen: npt.NDArray[np.bool_]) -> Floats:
    """Fit on the texts in `seen`; return 1 or -1 for the others."""
    vocabulary = frequent(grams[seen], MINIMUM)
    rows = scaled_rows(grams[seen], vocabulary)
    fit = fit_linear(rows, wanted[seen, None], penalty=PENALTY, loss="hinge")
    return np.sign(fit.scores(scaled_rows(grams[~seen], vocabulary))[:, 0])
