"""The general polarity model learns from labels and from what a reader says."""

from __future__ import annotations

import numpy as np

from huiyin.analyse.training.polarity import fit_polarity
from huiyin.text import load_taxonomy
from huiyin.text.arrays import Floats
from huiyin.text.kernel import PolarityModel, evidence_of

TEXTS = ["甲乙丙丁", "戊己庚辛"] * 40
LABELS = np.array([1.0, -1.0] * 40)


def score_of(model: PolarityModel, text: str) -> float:
    evidence = evidence_of([text], load_taxonomy("retail"))
    return float(model.text_scores(evidence, model.scores(evidence)[1])[0])


def fitted(taught: Floats | None) -> PolarityModel:
    evidence = evidence_of(TEXTS, load_taxonomy("retail"))
    return fit_polarity(evidence, LABELS, np.ones(len(TEXTS), dtype=np.bool_), taught=taught)


def test_labels_alone_decide_without_a_reader() -> None:
    model = fitted(None)
    assert score_of(model, TEXTS[0]) > 0.3 > -0.3 > score_of(model, TEXTS[1])


def test_a_reader_who_doubts_a_label_makes_the_model_less_sure() -> None:
    doubted = np.full(len(TEXTS), -4.0)
    assert score_of(fitted(doubted), TEXTS[0]) < score_of(fitted(None), TEXTS[0]) / 2
    assert score_of(fitted(doubted), TEXTS[1]) < -0.3
