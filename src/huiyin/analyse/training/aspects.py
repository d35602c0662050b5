"""Which labels a text speaks of: one-vs-rest over its n-grams, the threshold, and the contest of labels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse.training.features import scaled_rows
from huiyin.analyse.training.optimiser import Fit, fit_linear
from huiyin.analyse.training.recipe import Recipe
from huiyin.analyse.training.samples import Sample
from huiyin.text.kernel import MARGIN, Contest, node_presence, rivals

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
# Rules' nodes stand beside the n-grams at this size, so that one penalty suits both.
NODE_SHARE = 0.15
THRESHOLDS = np.linspace(-0.8, 0.5, 53)
CONTEST_PENALTY = 0.01


@dataclass(frozen=True)
class AspectFit:
    """Weights of n-grams and of the rules' nodes per label, the bias that puts the threshold at 0, and the contest."""

    grams: Floats
    nodes: Floats
    bias: Floats
    contest: Contest


def fit_aspects(
    sample: Sample, chosen: Bools, vocabulary: npt.NDArray[np.int32], recipe: Recipe
) -> AspectFit:
    """Fit on the texts in `chosen`; threshold and contest come from inner folds among them."""
    nodes = node_presence(sample.evidence, len(sample.taxonomy.nodes))[chosen] * NODE_SHARE
    grams = scaled_rows(sample.text_grams[chosen], vocabulary)
    rows = sparse.hstack([grams, sparse.csr_array(nodes)]).tocsr()
    wanted = sample.targets()[chosen]
    unseen = _unseen_scores(rows, wanted, recipe)
    threshold = best_threshold(unseen, wanted)
    fit = _fit(rows, wanted, recipe)
    of_grams, of_nodes = np.split(fit.weights, [len(vocabulary)])
    contest = fit_contest(unseen - threshold, wanted)
    return AspectFit(of_grams, of_nodes * NODE_SHARE, fit.bias - threshold, contest)


def _unseen_scores(rows: sparse.csr_array, wanted: Floats, recipe: Recipe) -> Floats:
    """Score every row by a fit of the inner folds that it is not in."""
    part = np.arange(len(wanted)) % recipe.inner_folds
    scores = np.zeros_like(wanted)
    for fold in range(recipe.inner_folds):
        scores[part == fold] = _fit(rows[part != fold], wanted[part != fold], recipe).scores(
            rows[part == fold]
        )
    return scores


def _fit(rows: sparse.csr_array, wanted: Floats, recipe: Recipe) -> Fit:
    return fit_linear(rows, wanted, penalty=recipe.aspect_penalty, loss="hinge")


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
