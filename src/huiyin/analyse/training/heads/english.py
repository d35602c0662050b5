"""Does an English text complain, or suggest? Linear models over word n-grams; the complaints' is shipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse import labelled
from huiyin.analyse.evaluation import Score, macro_f1
from huiyin.analyse.training.folds import FOLDS, folds_by_text
from huiyin.analyse.training.optimiser import fit_linear
from huiyin.text.kernel import EnglishModel, word_grams

Ints = npt.NDArray[np.int64]
# The suggestions' terms (non-commercial) allow figures but no shipped weights.
COMPLAINTS = ("english/complaints.train", "complaint")
FILES = (("english/suggestions.train", "suggestion"), COMPLAINTS)
PENALTY, MINIMUM = 0.1, 2


def score_english(data_dir: Path) -> Iterator[Score]:
    """Tell suggestions and complaints from other English texts, in folds that keep equal texts together."""
    for name, field in FILES:
        texts, wanted = english_texts(data_dir, name, field)
        if texts:
            fold = folds_by_text(texts, FOLDS)
            found = np.zeros(len(texts), dtype=np.int64)
            for each in range(FOLDS):
                seen, asked = np.flatnonzero(fold != each), np.flatnonzero(fold == each)
                model = fit_english([texts[i] for i in seen], wanted[seen])
                found[asked] = np.where(model.scores([texts[i] for i in asked]) > 0, 1, -1)
            figure = macro_f1(list(zip(wanted.tolist(), found.tolist(), strict=True)))
            yield Score(f"{name}, {FOLDS} folds", f"{field}, macro-F1", figure, len(texts))


def english_texts(data_dir: Path, name: str, field: str) -> tuple[list[str], Ints]:
    """Return the texts of an English file with 1 where the field is set and -1 elsewhere."""
    rows = list(labelled.rows(data_dir, name))
    wanted = [1 if int(row[field]) else -1 for row in rows]
    return [row["text"] for row in rows], np.array(wanted, dtype=np.int64)


def fit_english(texts: Sequence[str], wanted: Ints) -> EnglishModel:
    """Fit word n-grams, both answers weighing alike."""
    grams = word_grams(texts)
    pieces = np.bincount(grams.indices, minlength=grams.shape[1])
    vocabulary = np.flatnonzero(pieces >= MINIMUM)
    rarity = np.log((1 + len(texts)) / (1 + pieces[vocabulary])) + 1
    weighed = (grams[:, vocabulary] @ sparse.diags_array(rarity)).tocsr()
    length = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    rows = (sparse.diags_array(1.0 / np.maximum(length, 1e-9)) @ weighed).tocsr()
    share = (wanted > 0).mean()
    weight = np.where(wanted > 0, (1 - share) / share, 1.0)
    target = wanted[:, None].astype(np.float64)
    fit = fit_linear(rows, target, penalty=PENALTY, loss="logistic", weight=weight, iterations=100)
    return EnglishModel(
        vocabulary.astype(np.int32),
        fit.weights[:, 0].astype(np.float32),
        rarity.astype(np.float32),
        float(fit.bias[0]),
    )
