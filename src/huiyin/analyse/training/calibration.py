"""How sure a pack may say it is: its scores laid over how often such opinions agree with labels it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy import optimize

from huiyin.analyse.guidelines import Guideline
from huiyin.analyse.labelled import AspectExample
from huiyin.text import KernelAnalyser, load_taxonomy
from huiyin.text.kernel import UNCALIBRATED, Models, Pack, PolarityModel, calibrated

Floats = npt.NDArray[np.float64]
BINS = 10


@dataclass(frozen=True)
class Claims:
    """What the analyser claimed of labelled texts: its raw confidence, and whether the labels give that aspect that side."""

    confidence: Floats
    right: npt.NDArray[np.bool_]


def claims_of(
    pack: Pack, general: PolarityModel, guideline: Guideline, examples: Sequence[AspectExample]
) -> Claims:
    """Analyse texts the pack has not seen, at the product's default decisiveness."""
    taxonomy = load_taxonomy(guideline.taxonomy)
    bare = replace(pack, calibration=np.array(UNCALIBRATED))
    analyser = KernelAnalyser(Models("claims", general, {taxonomy.name: bare}))
    opinions = analyser.analyze_batch([each.text for each in examples], taxonomy).opinions
    labels = [guideline.label_of(aspect) for aspect in opinions["aspect"]]
    known = np.array([label is not None for label in labels], dtype=np.bool_)
    sides = zip(opinions["text_index"], labels, opinions["sentiment"], strict=True)
    right = np.array([(label, side) in examples[index].pairs for index, label, side in sides], dtype=np.bool_)
    return Claims(opinions["confidence"].to_numpy()[known], right[known])


def joined_claims(parts: Sequence[Claims]) -> Claims:
    """Join the claims of several folds."""
    return Claims(
        np.concatenate([part.confidence for part in parts]), np.concatenate([part.right for part in parts])
    )


def fit_calibration(claims: Claims) -> Floats:
    """Return slope and offset over the log-odds of the raw confidence (Platt 1999)."""
    sign = np.where(claims.right, 1.0, -1.0)

    def cost(line: Floats) -> float:
        share = calibrated(claims.confidence, line)
        return float(-np.log(np.where(sign > 0, share, 1 - share)).mean())

    return np.asarray(optimize.minimize(cost, np.array(UNCALIBRATED), method="Nelder-Mead").x)


def calibration_error(confidence: Floats, right: npt.NDArray[np.bool_]) -> float:
    """Return the expected calibration error over ten equal steps of confidence.

    >>> calibration_error(np.array([0.75, 0.75, 0.75, 0.75]), np.array([True, True, True, False]))
    0.0
    """
    step = np.minimum((confidence * BINS).astype(np.int64), BINS - 1)
    sure = np.bincount(step, weights=confidence, minlength=BINS)
    true = np.bincount(step, weights=right, minlength=BINS)
    return float(np.abs(sure - true).sum() / max(1, len(confidence)))
