"""What is said of a named aspect of a restaurant? A linear model, measured and not shipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse import labelled
from huiyin.analyse.evaluation import Score, macro_f1
from huiyin.analyse.training.features import distinct_grams, frequent, known_counts, scaled_rows, tag_rows
from huiyin.analyse.training.optimiser import Fit, fit_linear
from huiyin.text import load_taxonomy
from huiyin.text.kernel import SIDES, Evidence, PolarityModel, evidence_of, pair_features

Ints = npt.NDArray[np.int64]
TRAIN, DEV = labelled.RESTAURANT, labelled.RESTAURANT_TERMS
PENALTY, MINIMUM, BALANCE = 0.3, 4, 0.6
TAG_SHARE, DENSE_SHARE = 0.7, 0.3


@dataclass(frozen=True)
class Places:
    """Aspects in texts: the text, the clause that names the aspect, what is said of it."""

    evidence: Evidence
    text: Ints
    clause: Ints
    side: Ints


def score_restaurant(data_dir: Path, general: PolarityModel) -> Iterator[Score]:
    """Judge named aspects of restaurant reviews: fitted on the train part, scored on the dev part."""
    train, dev = (list(labelled.rows(data_dir, name)) for name in (TRAIN, DEV))
    if not (train and dev):
        return
    seen, asked = _places(train), _places(dev)
    seen_rows, asked_rows = _rows(seen, asked, general)
    found = _fit(seen_rows, seen.side).scores(asked_rows).argmax(axis=1) - 1
    pairs = list(zip(asked.side.tolist(), found.tolist(), strict=True))
    right = sum(wanted == side for wanted, side in pairs) / len(pairs)
    yield Score(DEV, "polarity macro-F1, gold aspect", macro_f1(pairs), len(dev))
    yield Score(DEV, "polarity accuracy, gold aspect", right, len(dev))


def _places(rows: Sequence[dict[str, Any]]) -> Places:
    evidence = evidence_of([row["text"] for row in rows], load_taxonomy("retail"))
    named: dict[tuple[int, str], int] = {}
    for index, row in enumerate(rows):
        for triplet in row["triplets"]:
            key = (index, triplet["aspect"])
            named[key] = named.get(key, 0) + triplet["polarity"]
    text = np.array([index for index, _ in named], dtype=np.int64)
    at = np.array([max(rows[index]["text"].find(aspect), 0) for index, aspect in named], dtype=np.int64)
    clause = evidence.reading.clauses.of_char[evidence.reading.batch.starts[text] + at]
    return Places(evidence, text, clause, np.sign(np.array(list(named.values()), dtype=np.int64)))


def _rows(seen: Places, asked: Places, general: PolarityModel) -> list[sparse.csr_array]:
    """Return the features of both: grams that are frequent in what is seen, roles of words, and the rules' view."""
    grams = [_grams(each) for each in (seen, asked)]
    vocabularies = [frequent(each, MINIMUM) for each in grams[0]]
    rows = []
    for places, own in zip((seen, asked), grams, strict=True):
        scaled = [scaled_rows(each, known) for each, known in zip(own, vocabularies, strict=True)]
        rows.append(sparse.hstack([*scaled, *_view(places, general)]).tocsr())
    return rows


def _grams(places: Places) -> tuple[sparse.csr_array, sparse.csr_array]:
    evidence = places.evidence
    clauses = known_counts(evidence.ids, evidence.reading.clauses.stop)
    return distinct_grams(evidence.ids, evidence.text_stops)[places.text], clauses[places.clause]


def _view(places: Places, general: PolarityModel) -> tuple[sparse.csr_array, sparse.csr_array]:
    evidence, clause = places.evidence, places.clause
    value = evidence.clause_value[clause]
    dense = pair_features(evidence, places.text, clause, value, general.scores(evidence))
    return tag_rows(evidence, clause) * TAG_SHARE, sparse.csr_array(dense * DENSE_SHARE)


def _fit(rows: sparse.csr_array, side: Ints) -> Fit:
    """Fit negative, neutral, positive; rare sides weigh more."""
    wanted = np.where(side[:, None] == np.array(SIDES), 1.0, -1.0)
    share = np.array([(side == each).mean() for each in SIDES])
    weight = (1 / (len(SIDES) * np.maximum(share, 0.01)))[side + 1] ** BALANCE
    return fit_linear(rows, wanted, penalty=PENALTY, loss="logistic", weight=weight, iterations=80)
