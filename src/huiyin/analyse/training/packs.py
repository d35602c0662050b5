"""Fit a taxonomy's pack on texts labelled with (aspect, polarity) pairs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse.training.aspects import fit_aspects
from huiyin.analyse.training.features import frequent, scaled_rows, tag_rows
from huiyin.analyse.training.optimiser import fit_linear
from huiyin.analyse.training.recipe import Recipe
from huiyin.analyse.training.samples import Sample, Strangers
from huiyin.text.kernel import (
    KINSHIP,
    SIDES,
    TAG_COLUMNS,
    GramTable,
    Matrix,
    Pack,
    PolarityModel,
    best_clause,
    kinship_features,
    pair_features,
)

Bools = npt.NDArray[np.bool_]
# Features of other sizes than the n-grams', brought to one that a single penalty suits.
DENSE_SHARE = 0.3
TAG_SHARE = 0.7


def fit_pack(
    sample: Sample,
    chosen: Bools,
    general: PolarityModel,
    recipe: Recipe,
    strangers: Strangers | None = None,
) -> Pack:
    """Fit on the texts in `chosen` only: aspects, then the sides of aspects, then whose manner the texts have."""
    vocabulary = frequent(sample.text_grams[chosen], recipe.minimum)
    aspects = fit_aspects(sample, chosen, vocabulary, recipe)
    sides = np.zeros((len(vocabulary), len(SIDES)))
    draft = Pack(
        labels=sample.labels,
        grams=GramTable(vocabulary, _columns(sides, aspects.grams, sides)),
        nodes=aspects.nodes.astype(np.float32),
        bias=aspects.bias.astype(np.float32),
        dense=np.zeros((0, len(SIDES)), dtype=np.float32),
        label_polarity=np.zeros((len(sample.labels), len(SIDES)), dtype=np.float32),
        tags=np.zeros((TAG_COLUMNS, len(SIDES)), dtype=np.float32),
        contest=aspects.contest,
    )
    pack = _with_sides(draft, sample, chosen, general, recipe)
    return _with_kinship(pack, sample, chosen, strangers, recipe) if strangers else pack


def _with_sides(draft: Pack, sample: Sample, chosen: Bools, general: PolarityModel, recipe: Recipe) -> Pack:
    """Learn negative, neutral, positive of each labelled pair; what finds the aspects is kept."""
    gold = sample.gold[chosen[sample.gold[:, 0]]]
    evidence, vocabulary = sample.evidence, draft.grams.vocabulary
    reading = draft.aspects(evidence, sample.taxonomy)
    text, label = gold[:, 0], gold[:, 1]
    clause = best_clause(evidence, reading.clause, text, label)
    dense = pair_features(evidence, text, clause, reading.values[text, label], general.scores(evidence))
    parts = [
        scaled_rows(sample.text_grams[text], vocabulary),
        scaled_rows(sample.clause_grams[clause], vocabulary),
        tag_rows(evidence, clause) * TAG_SHARE,
        sparse.csr_array(dense * DENSE_SHARE),
        sparse.csr_array(np.eye(len(sample.labels))[label] * DENSE_SHARE),
    ]
    wanted = np.where(gold[:, 2:] == np.array(SIDES), 1.0, -1.0)
    fit = fit_linear(sparse.hstack(parts).tocsr(), wanted, penalty=recipe.polarity_penalty, loss="logistic")
    cuts = np.cumsum([part.shape[1] for part in parts])[:-1]
    of_text, of_clause, tags, of_dense, of_label = np.split(fit.weights, cuts)
    of_aspects = draft.grams.weights[:, len(SIDES) : len(SIDES) + len(sample.labels)]
    return replace(
        draft,
        grams=GramTable(vocabulary, _columns(of_text, of_aspects, of_clause)),
        dense=(of_dense * DENSE_SHARE).astype(np.float32),
        label_polarity=(of_label * DENSE_SHARE + fit.bias).astype(np.float32),
        tags=(tags * TAG_SHARE).astype(np.float32),
    )


def _with_kinship(pack: Pack, sample: Sample, chosen: Bools, strangers: Strangers, recipe: Recipe) -> Pack:
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


def _columns(*parts: npt.NDArray[np.floating]) -> Matrix:
    return np.hstack(parts).astype(np.float32)
