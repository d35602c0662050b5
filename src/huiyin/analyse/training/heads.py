"""Single questions put to linear models, measured beside the shipped ones: comparisons, English complaints and
suggestions, and the polarity of aspects in texts of a kind the models were not trained on."""

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
from huiyin.analyse.guidelines import FORUM_GUIDELINE
from huiyin.analyse.training.corpora import RESTAURANT, label_map
from huiyin.analyse.training.features import distinct_grams, frequent, known_counts, scaled_rows
from huiyin.analyse.training.optimiser import fit_linear
from huiyin.analyse.training.packs import folds_by_text
from huiyin.text import load_taxonomy
from huiyin.text.kernel import (
    SIDES,
    TAG_COLUMNS,
    EnglishModel,
    Evidence,
    PolarityModel,
    evidence_of,
    occurrences,
    pair_features,
    word_grams,
)

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
FOLDS = 5
COMPARISONS = ("automotive/comparisons", "electronics/comparisons")
COMPARISON_PENALTY, COMPARISON_MINIMUM = 0.3, 4
# The suggestions' terms (non-commercial) allow figures but no shipped weights.
ENGLISH_COMPLAINTS = ("english/complaints.train", "complaint")
ENGLISH = (("english/suggestions.train", "suggestion"), ENGLISH_COMPLAINTS)
ENGLISH_PENALTY, ENGLISH_MINIMUM = 0.1, 2
SIDES_PENALTY, SIDES_MINIMUM, SIDES_BALANCE = 0.3, 4, 0.6
TAG_SHARE, DENSE_SHARE = 0.7, 0.3
# The rules' judgement of the aspect, of the whole text, and the general model's of the clause and of the text.
TRANSFER = (4.0, 1.0, 0.5, 0.5)


def score_heads(data_dir: Path, general: PolarityModel) -> Iterator[Score]:
    """Yield the figures of every head whose files are there; `general` must not have seen the forum."""
    yield from score_comparisons(data_dir)
    yield from score_english(data_dir)
    yield from score_restaurant(data_dir, general)
    yield from score_transfer(data_dir, general)


def score_comparisons(data_dir: Path) -> Iterator[Score]:
    """Tell comparisons from other sentences: fitted on the train part, scored on the dev part."""
    for name in COMPARISONS:
        train, dev = (list(labelled.rows(data_dir, f"{name}.{part}")) for part in ("train", "dev"))
        if train and dev:
            grams = _text_grams([row["text"] for row in train + dev])
            wanted = np.array([1.0 if row["comparative"] else -1.0 for row in train + dev])
            seen = np.arange(len(wanted)) < len(train)
            vocabulary = frequent(grams[seen], COMPARISON_MINIMUM)
            fit = fit_linear(
                scaled_rows(grams[seen], vocabulary),
                wanted[seen, None],
                penalty=COMPARISON_PENALTY,
                loss="hinge",
            )
            found = np.sign(fit.scores(scaled_rows(grams[~seen], vocabulary))[:, 0])
            right = float((found == wanted[~seen]).mean())
            yield Score(f"{name}.dev", "comparison, accuracy", right, len(dev))


def _text_grams(texts: Sequence[str]) -> sparse.csr_array:
    evidence = evidence_of(texts, load_taxonomy("retail"))
    return distinct_grams(evidence.ids, evidence.text_stops)


def score_english(data_dir: Path) -> Iterator[Score]:
    """Tell suggestions and complaints from other English texts, in folds that keep equal texts together."""
    for name, field in ENGLISH:
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
    vocabulary = np.flatnonzero(pieces >= ENGLISH_MINIMUM)
    rarity = np.log((1 + len(texts)) / (1 + pieces[vocabulary])) + 1
    weighed = (grams[:, vocabulary] @ sparse.diags_array(rarity)).tocsr()
    length = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    rows = (sparse.diags_array(1.0 / np.maximum(length, 1e-9)) @ weighed).tocsr()
    share = (wanted > 0).mean()
    weight = np.where(wanted > 0, (1 - share) / share, 1.0)
    target = wanted[:, None].astype(np.float64)
    fit = fit_linear(rows, target, penalty=ENGLISH_PENALTY, loss="logistic", weight=weight, iterations=100)
    return EnglishModel(
        vocabulary.astype(np.int32),
        fit.weights[:, 0].astype(np.float32),
        rarity.astype(np.float32),
        float(fit.bias[0]),
    )


@dataclass(frozen=True)
class Places:
    """Aspects in texts: the text, the clause that names the aspect, what is said of it."""

    evidence: Evidence
    text: Ints
    clause: Ints
    side: Ints


def score_restaurant(data_dir: Path, general: PolarityModel) -> Iterator[Score]:
    """Judge named aspects of restaurant reviews: fitted on the train part, scored on the dev part."""
    train, dev = (list(labelled.rows(data_dir, f"restaurant/opinions.{part}")) for part in ("train", "dev"))
    if not (train and dev):
        return
    places = [_places(rows) for rows in (train, dev)]
    parts = [_side_features(each, general) for each in places]
    vocabularies = [frequent(parts[0][0], SIDES_MINIMUM), frequent(parts[0][1], SIDES_MINIMUM)]
    rows = [
        sparse.hstack(
            [scaled_rows(part[0], vocabularies[0]), scaled_rows(part[1], vocabularies[1]), *part[2:]]
        ).tocsr()
        for part in parts
    ]
    side = places[0].side
    wanted = np.where(side[:, None] == np.array(SIDES), 1.0, -1.0)
    share = np.array([(side == each).mean() for each in SIDES])
    weight = (1 / (3 * np.maximum(share, 0.01)))[side + 1] ** SIDES_BALANCE
    fit = fit_linear(rows[0], wanted, penalty=SIDES_PENALTY, loss="logistic", weight=weight, iterations=80)
    found = fit.scores(rows[1]).argmax(axis=1) - 1
    pairs = list(zip(places[1].side.tolist(), found.tolist(), strict=True))
    name = f"{RESTAURANT.removesuffix('.train')}.dev"
    yield Score(name, "polarity macro-F1, gold aspect", macro_f1(pairs), len(dev))
    yield Score(name, "polarity accuracy, gold aspect", sum(g == p for g, p in pairs) / len(pairs), len(dev))


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


def _side_features(places: Places, general: PolarityModel) -> list[sparse.csr_array]:
    """Return the grams of each aspect's text and clause, the roles of the clause's words, and the rules' view."""
    evidence, text, clause = places.evidence, places.text, places.clause
    columns, stops = evidence.tags
    tags = occurrences(columns.astype(np.int32), stops, TAG_COLUMNS)[clause]
    size = np.sqrt(np.maximum(np.asarray(tags.sum(axis=1)).ravel(), 1.0))
    value = evidence.clause_value[clause]
    dense = pair_features(evidence, text, clause, value, general.scores(evidence))
    return [
        distinct_grams(evidence.ids, evidence.text_stops)[text],
        known_counts(evidence.ids, evidence.reading.clauses.stop)[clause],
        (sparse.diags_array(TAG_SHARE / size) @ tags).tocsr(),
        sparse.csr_array(dense * DENSE_SHARE),
    ]


def score_transfer(data_dir: Path, general: PolarityModel) -> Iterator[Score]:
    """Judge the forum's praise and blame of given aspects without any label about cars."""
    examples = labelled.aspect_examples(data_dir, labelled.FORUM, "aspect")
    if not examples:
        return
    taxonomy, labels = load_taxonomy(FORUM_GUIDELINE.taxonomy), FORUM_GUIDELINE.labels
    evidence = evidence_of([example.text for example in examples], taxonomy)
    label = label_map(taxonomy, FORUM_GUIDELINE).label_of_node[evidence.rows.aspect]
    gold = [
        (index, labels.index(aspect), side)
        for index, example in enumerate(examples)
        for aspect, side in sorted(example.pairs)
        if side
    ]
    clause, value = _spoken(evidence, label, len(labels), gold)
    text = np.array([index for index, _, _ in gold])
    whole = np.bincount(evidence.text_of, weights=evidence.clause_value, minlength=len(examples))[text]
    clauses, texts = general.scores(evidence)
    parts = (
        np.clip(value, -1, 1),
        np.clip(whole, -1, 1),
        clauses[clause],
        general.text_scores(evidence, texts)[text],
    )
    found = np.sign(sum(share * part for share, part in zip(TRANSFER, parts, strict=True)))
    right = float((found == np.array([side for _, _, side in gold])).mean())
    yield Score(f"{labelled.FORUM}, no cars in training", "side of non-neutral opinions", right, len(gold))


def _spoken(
    evidence: Evidence, label: Ints, labels: int, gold: Sequence[tuple[int, int, int]]
) -> tuple[Ints, Floats]:
    """Return for each (text, label) the clause that says most about it, or most at all, and the rules' sum of it."""
    values = np.zeros((len(evidence.first), labels))
    best: dict[tuple[int, int], tuple[float, int]] = {}
    text = evidence.text_of[evidence.rows.clause]
    for owner, each, clause, value in zip(
        text, label, evidence.rows.clause, evidence.rows.value, strict=True
    ):
        if each >= 0:
            values[owner, each] += value
            best[owner, each] = max(best.get((owner, each), (-1.0, 0)), (abs(value), int(clause)))
    last = np.append(evidence.first[1:], len(evidence.text_of))
    loudest = [
        int(first + np.argmax(np.abs(evidence.clause_value[first:stop])))
        for first, stop in zip(evidence.first, last, strict=True)
    ]
    clauses = [best[index, each][1] if (index, each) in best else loudest[index] for index, each, _ in gold]
    return np.array(clauses), np.array([values[index, each] for index, each, _ in gold])
