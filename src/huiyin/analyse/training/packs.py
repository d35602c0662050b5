"""Fit a taxonomy's pack on texts labelled with (aspect, polarity) pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse.training.features import distinct_grams, frequent, known_counts, scaled_rows
from huiyin.analyse.training.optimiser import Fit, fit_linear
from huiyin.text import Taxonomy
from huiyin.text.kernel import (
    KINSHIP,
    MARGIN,
    SIDES,
    TAG_COLUMNS,
    Contest,
    Evidence,
    GramTable,
    LabelMap,
    Matrix,
    Pack,
    PolarityModel,
    best_clause,
    gram_ids,
    kinship_features,
    node_presence,
    occurrences,
    pair_features,
    rivals,
)
from huiyin.text.normalise import normalise

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
NODE_SHARE = 0.15
DENSE_SHARE = 0.3
TAG_SHARE = 0.7
THRESHOLDS = np.linspace(-0.8, 0.5, 53)
CONTEST_PENALTY = 0.01


@dataclass(frozen=True, slots=True)
class Recipe:
    """Penalties and frequency floor of one pack."""

    aspect_penalty: float = 1.5
    polarity_penalty: float = 1.0
    minimum: int = 4
    inner_folds: int = 3
    kinship_penalty: float = 1.0


@dataclass(frozen=True)
class Sample:
    """Labelled texts as the kernel sees them; `gold` rows are (text, label, polarity)."""

    evidence: Evidence
    taxonomy: Taxonomy
    labels: LabelMap
    gold: Ints
    text_grams: sparse.csr_array
    clause_grams: sparse.csr_array

    def targets(self) -> Floats:
        """Return 1 where a text bears a label and -1 elsewhere, shape (texts, labels)."""
        wanted = np.full((len(self.evidence.first), len(self.labels)), -1.0)
        wanted[self.gold[:, 0], self.gold[:, 1]] = 1.0
        return wanted


def sample_of(evidence: Evidence, taxonomy: Taxonomy, labels: LabelMap, gold: Ints) -> Sample:
    """Count the grams of every text and clause once, for all folds."""
    ends = evidence.reading.batch.ends + 1
    clauses = known_counts(evidence.ids, evidence.reading.clauses.stop)
    return Sample(evidence, taxonomy, labels, gold, distinct_grams(evidence.ids, ends), clauses)


@dataclass(frozen=True)
class Strangers:
    """Texts of other kinds, which a pack learns to tell from its own: their distinct grams, their lengths, and how much
    each counts."""

    grams: sparse.csr_array
    characters: Ints
    weight: Floats


def strangers_of(texts: Sequence[str], kin: npt.NDArray[np.bool_]) -> Strangers:
    """Count the grams of texts; those that are `kin` weigh half of all together, if there are any."""
    batch = normalise(texts)
    half = 0.5 if kin.any() and not kin.all() else 1.0
    weight = np.where(kin, half / max(1, kin.sum()), half / max(1, (~kin).sum())) * len(texts)
    return Strangers(distinct_grams(gram_ids(batch.codes), batch.ends + 1), batch.ends - batch.starts, weight)


def fit_pack(
    sample: Sample,
    chosen: npt.NDArray[np.bool_],
    general: PolarityModel,
    recipe: Recipe,
    strangers: Strangers | None = None,
) -> Pack:
    """Fit on the texts in `chosen` only; the threshold comes from inner folds among them."""
    vocabulary = frequent(sample.text_grams[chosen], recipe.minimum)
    aspect, bias, contest = _fit_aspects(sample, chosen, vocabulary, recipe)
    width = len(vocabulary)
    draft = Pack(
        labels=sample.labels,
        grams=GramTable(
            vocabulary, _columns(np.zeros((width, 3)), aspect.weights[:width], np.zeros((width, 3)))
        ),
        nodes=(aspect.weights[width:] * NODE_SHARE).astype(np.float32),
        bias=bias.astype(np.float32),
        dense=np.zeros((0, 3), dtype=np.float32),
        label_polarity=np.zeros((len(sample.labels), 3), dtype=np.float32),
        tags=np.zeros((TAG_COLUMNS, 3), dtype=np.float32),
        contest=contest,
    )
    pack = _with_polarity(draft, sample, chosen, general, recipe)
    return _with_kinship(pack, sample, chosen, strangers, recipe) if strangers else pack


def _fit_aspects(
    sample: Sample, chosen: npt.NDArray[np.bool_], vocabulary: npt.NDArray[np.int32], recipe: Recipe
) -> tuple[Fit, Floats, Contest]:
    nodes = node_presence(sample.evidence, len(sample.taxonomy.nodes))[chosen] * NODE_SHARE
    rows = sparse.hstack(
        [scaled_rows(sample.text_grams[chosen], vocabulary), sparse.csr_array(nodes)]
    ).tocsr()
    wanted = sample.targets()[chosen]
    held_out = np.zeros_like(wanted)
    part = np.arange(len(wanted)) % recipe.inner_folds
    for fold in range(recipe.inner_folds):
        fit = fit_linear(
            rows[part != fold], wanted[part != fold], penalty=recipe.aspect_penalty, loss="hinge"
        )
        held_out[part == fold] = fit.scores(rows[part == fold])
    fit = fit_linear(rows, wanted, penalty=recipe.aspect_penalty, loss="hinge")
    threshold = best_threshold(held_out, wanted)
    return fit, fit.bias - threshold, fit_contest(held_out - threshold, wanted)


def fit_contest(margins: Floats, wanted: Floats) -> Contest:
    """Learn from margins of texts not seen how far a rival in the text speaks against a label.

    >>> contest = fit_contest(np.array([[0.4, 0.9], [0.3, -0.9]] * 20), np.array([[-1.0, 1.0], [1.0, -1.0]] * 20))
    >>> contest.rival < 0
    True
    """
    beside = rivals(margins.astype(np.float32))
    features = sparse.csr_array(np.stack([margins.ravel(), beside.ravel()], axis=1))
    fit = fit_linear(features, wanted.reshape(-1, 1), penalty=CONTEST_PENALTY, loss="logistic")
    odds = fit.scores(features).reshape(margins.shape) / MARGIN
    own, rival = (fit.weights[:, 0] / MARGIN).tolist()
    return Contest(own, rival, float(fit.bias[0] / MARGIN) - best_threshold(odds, wanted))


def best_threshold(scores: Floats, wanted: Floats) -> float:
    """Return the threshold with the best micro-F1.

    >>> bool(best_threshold(np.array([[0.4], [-0.4]]), np.array([[1.0], [-1.0]])) < 0.4)
    True
    """

    def f1(threshold: float) -> float:
        found = scores > threshold
        return float(2 * (found & (wanted > 0)).sum() / max(1, found.sum() + (wanted > 0).sum()))

    return float(max(THRESHOLDS, key=f1))


def _with_polarity(
    draft: Pack, sample: Sample, chosen: npt.NDArray[np.bool_], general: PolarityModel, recipe: Recipe
) -> Pack:
    gold = sample.gold[chosen[sample.gold[:, 0]]]
    evidence, vocabulary = sample.evidence, draft.grams.vocabulary
    reading = draft.aspects(evidence, sample.taxonomy)
    text, label = gold[:, 0], gold[:, 1]
    clause = best_clause(evidence, reading.clause, text, label)
    dense = pair_features(evidence, text, clause, reading.values[text, label], general.scores(evidence))
    parts = [
        scaled_rows(sample.text_grams[text], vocabulary),
        scaled_rows(sample.clause_grams[clause], vocabulary),
        _tag_rows(evidence, clause) * TAG_SHARE,
        sparse.csr_array(dense * DENSE_SHARE),
        sparse.csr_array(np.eye(len(sample.labels))[label] * DENSE_SHARE),
    ]
    wanted = np.where(gold[:, 2:] == np.array(SIDES), 1.0, -1.0)
    fit = fit_linear(sparse.hstack(parts).tocsr(), wanted, penalty=recipe.polarity_penalty, loss="logistic")
    cuts = np.cumsum([part.shape[1] for part in parts])[:-1]
    of_text, of_clause, tags, of_dense, of_label = np.split(fit.weights, cuts)
    labels = draft.grams.weights[:, 3 : len(sample.labels) + 3]
    return replace(
        draft,
        grams=GramTable(vocabulary, _columns(of_text, labels, of_clause)),
        dense=(of_dense * DENSE_SHARE).astype(np.float32),
        label_polarity=(of_label * DENSE_SHARE + fit.bias).astype(np.float32),
        tags=(tags * TAG_SHARE).astype(np.float32),
    )


def _with_kinship(
    pack: Pack, sample: Sample, chosen: npt.NDArray[np.bool_], strangers: Strangers, recipe: Recipe
) -> Pack:
    """Learn to tell the pack's own texts from others."""
    batch = sample.evidence.reading.batch
    own = Strangers(
        sample.text_grams[chosen],
        (batch.ends - batch.starts)[chosen],
        np.full(chosen.sum(), strangers.weight.sum() / chosen.sum()),
    )
    vocabulary = pack.grams.vocabulary
    features = sparse.vstack([_kinship_rows(each, vocabulary) for each in (own, strangers)]).tocsr()
    wanted = np.where(np.arange(features.shape[0]) < len(own.characters), 1.0, -1.0)[:, None]
    weight = np.concatenate([own.weight, strangers.weight])
    fit = fit_linear(
        features, wanted, penalty=recipe.kinship_penalty, loss="logistic", weight=weight, iterations=100
    )
    width = len(vocabulary)
    kinship = fit.weights[width:, 0] + np.array([0.0] * (KINSHIP - 1) + [fit.bias[0]])
    grams = GramTable(vocabulary, _columns(pack.grams.weights, fit.weights[:width]))
    return replace(pack, grams=grams, kinship=kinship.astype(np.float32))


def _kinship_rows(texts: Strangers, vocabulary: npt.NDArray[np.int32]) -> sparse.csr_array:
    known = np.asarray(texts.grams[:, vocabulary].sum(axis=1)).ravel()
    features = sparse.csr_array(kinship_features(texts.characters, known))
    return sparse.hstack([scaled_rows(texts.grams, vocabulary), features]).tocsr()


def _columns(*parts: npt.NDArray[Any]) -> Matrix:
    return np.hstack(parts).astype(np.float32)


def _tag_rows(evidence: Evidence, clause: Ints) -> sparse.csr_array:
    columns, stops = evidence.tags
    counts = occurrences(columns.astype(np.int32), stops, TAG_COLUMNS)[clause]
    total = np.asarray(counts.sum(axis=1)).ravel()
    return (sparse.diags_array(1.0 / np.sqrt(np.maximum(total, 1.0))) @ counts).tocsr()


def predict(pack: Pack, sample: Sample, general: PolarityModel) -> tuple[Matrix, Ints]:
    """Return label scores per text and the likeliest polarity of every (text, label)."""
    reading = pack.aspects(sample.evidence, sample.taxonomy)
    texts, labels = reading.text.shape
    text, label = np.repeat(np.arange(texts), labels), np.tile(np.arange(labels), texts)
    clause = best_clause(sample.evidence, reading.clause, text, label)
    scores = pack.polarities(sample.evidence, reading, (text, label, clause), general.scores(sample.evidence))
    return reading.text, (scores.argmax(axis=1) - 1).reshape(texts, labels)


def folds_by_text(texts: Sequence[str], count: int) -> Ints:
    """Return a fold per text that equal texts share and that no order of the file changes."""
    import hashlib

    digests = (hashlib.sha256(text.strip().encode("utf-8", "replace")).digest() for text in texts)
    return np.fromiter((int.from_bytes(digest[:4], "big") % count for digest in digests), dtype=np.int64)
