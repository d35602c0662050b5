"""How kernel and reader are mixed: chosen on texts that neither has seen, scored on yet others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.analyse.evaluation import Score, macro_f1
from huiyin.analyse.training.optimiser import fit_linear
from huiyin.text.kernel import MARGIN
from huiyin.text.neural.jury import Jury, Shares, blended, doubtful, testimony

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
SHARES = np.linspace(0.0, 1.0, 11)
THRESHOLDS = np.linspace(-2.0, 1.0, 61)
SIDE_SHARES = np.linspace(0.0, 1.0, 21)
SHARPNESSES = (0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.3)
LEANINGS = np.linspace(0.0, 1.6, 9)
PENALTY = 3.0


@dataclass(frozen=True)
class Answers:
    """Scores of texts by models that have not seen them: labels (texts, labels) and sides (texts, labels, 3)."""

    labels: Floats
    sides: Floats


@dataclass(frozen=True)
class Gold:
    """What was labelled: which labels, which side of each (-1, 0, 1), and each text's fold.

    `kin` is the probability that a text is of the labelled kind, as the kernel of the other folds thinks.
    """

    spoken: Bools
    sides: Ints
    fold: Ints
    kin: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Mixture:
    """What ships, and how much negative and positive must be raised over neutral for the best macro-F1."""

    shares: Shares
    leaning: tuple[float, float]


def choose(kernel: Answers, reader: Answers, gold: Gold, seen: Bools) -> Mixture:
    """Choose on the texts in `seen`: labels by micro-F1, sides by surprise, leaning by macro-F1."""
    labels, spoken = (kernel.labels[seen], reader.labels[seen]), gold.spoken[seen]
    share, threshold = max(
        ((share, at) for share in SHARES for at in THRESHOLDS),
        key=lambda pair: _f1(_plain(*labels, pair[0]) > pair[1], spoken),
    )
    jury = _jury(*labels, spoken)
    odds = jury.odds(*labels)
    bar = max(THRESHOLDS, key=lambda at: _f1(odds > at, spoken))
    asked = gold.spoken & seen[:, None]
    wanted = gold.sides[asked]
    # Accuracy hardly tells neighbouring shares apart, and its peaks are chance.
    sides = min(SIDE_SHARES, key=lambda each: _surprise(_sides(kernel, reader, each)[asked], wanted))
    shares = Shares(float(share), float(threshold), float(sides), jury, float(bar))
    return Mixture(shares, _best_leaning(_sides(kernel, reader, sides)[asked], wanted))


def _best_leaning(scores: Floats, wanted: Ints) -> tuple[float, float]:
    down, up = max(
        ((down, up) for down in LEANINGS for up in LEANINGS),
        key=lambda pair: _macro(wanted, _leaning(scores, pair)),
    )
    return float(down), float(up)


def _surprise(scores: Floats, wanted: Ints) -> float:
    """Return the mean negative log-likelihood of the wanted sides, at the sharpness that suits the scores best."""
    found = []
    for sharpness in SHARPNESSES:
        logits = sharpness * (scores - scores.max(axis=1, keepdims=True))
        told = logits[np.arange(len(wanted)), wanted + 1]
        found.append(float((np.log(np.exp(logits).sum(axis=1)) - told).mean()))
    return min(found)


def _jury(kernel: Floats, reader: Floats, spoken: Bools) -> Jury:
    """Fit the weights and one bias per label, every (text, label) a row."""
    told = testimony(kernel, reader)
    texts, labels, width = told.shape
    scale = told.std(axis=(0, 1)) + 1e-6
    rows = np.hstack([(told / scale).reshape(-1, width), np.tile(np.eye(labels), (texts, 1))])
    wanted = np.where(spoken.reshape(-1, 1), 1.0, -1.0)
    fit = fit_linear(sparse.csr_array(rows), wanted, penalty=PENALTY, loss="logistic", iterations=200)
    of_kernel, of_reader, beside_kernel, beside_reader = (fit.weights[:width, 0] / scale).tolist()
    biases = fit.weights[width:, 0] + fit.bias[0]
    return Jury((of_kernel, of_reader, beside_kernel, beside_reader), tuple(biases.tolist()))


def score(data: str, kernel: Answers, reader: Answers, gold: Gold) -> list[Score]:
    """Score every fold with what was chosen on the other folds."""
    found = np.zeros(gold.spoken.shape, dtype=np.bool_)
    plain, leaning = np.zeros(gold.sides.shape, dtype=np.int64), np.zeros(gold.sides.shape, dtype=np.int64)
    for fold in np.unique(gold.fold):
        here = gold.fold == fold
        mixture = choose(kernel, reader, gold, ~here)
        found[here] = blended(kernel.labels[here], reader.labels[here], gold.kin[here], mixture.shares) > 0
        scores = _sides(kernel, reader, mixture.shares.sides)[here]
        plain[here] = scores.argmax(2) - 1
        leaning[here] = _leaning(scores, mixture.leaning)
    wanted = gold.sides[gold.spoken]
    figures = {
        "aspect micro-F1": _f1(found, gold.spoken),
        "polarity accuracy, gold aspect": float((plain[gold.spoken] == wanted).mean()),
        "polarity macro-F1, gold aspect": _macro(wanted, plain[gold.spoken]),
        "polarity macro-F1, chosen for it": _macro(wanted, leaning[gold.spoken]),
        "pair F1": _pair_f1(found, plain, gold),
    }
    return [Score(data, measure, value, len(gold.spoken)) for measure, value in figures.items()]


def score_cascade(kernel: Answers, reader: Answers, gold: Gold, doubt: float) -> tuple[float, float]:
    """Return aspect micro-F1 and pair F1 where the reader is asked only about texts with a label near the threshold.

    Every fold is mixed as the other folds suggest; a doubt of 0 is the kernel alone, of infinity the accurate mode.
    """
    found, sides = kernel.labels > 0, kernel.sides.argmax(2) - 1
    asked = doubtful(kernel.labels, doubt)
    for fold in np.unique(gold.fold):
        here = (gold.fold == fold) & asked
        shares = choose(kernel, reader, gold, gold.fold != fold).shares
        found[here] = blended(kernel.labels[here], reader.labels[here], gold.kin[here], shares) > 0
        sides[here] = _sides(kernel, reader, shares.sides)[here].argmax(2) - 1
    return _f1(found, gold.spoken), _pair_f1(found, sides, gold)


def _pair_f1(found: Bools, sides: Ints, gold: Gold) -> float:
    right = found & gold.spoken & (sides == gold.sides)
    return float(2 * right.sum() / max(1, found.sum() + gold.spoken.sum()))


def _plain(kernel: Floats, reader: Floats, share: float) -> Floats:
    return np.asarray((1 - share) * MARGIN * kernel + share * reader)


def _sides(kernel: Answers, reader: Answers, share: float) -> Floats:
    return np.asarray((1 - share) * kernel.sides + share * reader.sides)


def _leaning(scores: Floats, raised: tuple[float, float]) -> Ints:
    return np.asarray((scores + np.array([raised[0], 0.0, raised[1]])).argmax(-1) - 1)


def _f1(found: Bools, spoken: Bools) -> float:
    return float(2 * (found & spoken).sum() / max(1, found.sum() + spoken.sum()))


def _macro(wanted: Ints, sides: Ints) -> float:
    return macro_f1(list(zip(wanted.tolist(), sides.tolist(), strict=True)))
