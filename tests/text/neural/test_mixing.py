"""How shares and thresholds of kernel and reader are chosen and scored."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from huiyin.analyse.training.neural.mixing import Answers, Gold, choose, score, score_cascade
from huiyin.text.neural.jury import blended

TEXTS, LABELS = 40, 2


@pytest.fixture
def gold():
    random = np.random.default_rng(3)
    spoken = random.random((TEXTS, LABELS)) < 0.5
    sides = np.where(spoken, random.integers(-1, 2, (TEXTS, LABELS)), -8)
    return Gold(spoken, sides, np.arange(TEXTS) % 4, np.ones(TEXTS))


def perfect(gold):
    sides = np.where(gold.sides[:, :, None] == np.array([-1, 0, 1]), 3.0, -3.0)
    return Answers(np.where(gold.spoken, 2.0, -2.0).astype(np.float32), sides.astype(np.float32))


def noise():
    random = np.random.default_rng(4)
    return Answers(
        random.standard_normal((TEXTS, LABELS)).astype(np.float32),
        random.standard_normal((TEXTS, LABELS, 3)).astype(np.float32),
    )


def test_the_better_model_gets_the_share(gold):
    everywhere = np.ones(TEXTS, dtype=np.bool_)
    assert choose(noise(), perfect(gold), gold, everywhere).shares.sides > 0.3
    assert choose(perfect(gold), noise(), gold, everywhere).shares.aspects < 0.7


def test_the_jury_hears_the_better_model(gold):
    everywhere = np.ones(TEXTS, dtype=np.bool_)
    kernel, reader, *_ = choose(noise(), perfect(gold), gold, everywhere).shares.jury.weights
    assert reader > 2 * abs(kernel)


def test_texts_of_another_kind_are_not_judged_by_the_jury(gold):
    strange = replace(gold, kin=np.zeros(TEXTS))
    kernel = Answers(np.zeros((TEXTS, LABELS), dtype=np.float32), perfect(gold).sides)
    shares = choose(kernel, perfect(gold), gold, np.ones(TEXTS, dtype=np.bool_)).shares
    plain = shares.aspects * perfect(gold).labels - shares.threshold
    assert blended(kernel.labels, perfect(gold).labels, strange.kin, shares) == pytest.approx(plain)


def test_perfect_answers_score_high(gold):
    figures = {each.measure: each.value for each in score("gold", noise(), perfect(gold), gold)}
    assert figures["aspect micro-F1"] > 0.95
    assert figures["pair F1"] > 0.9


def test_noise_scores_low(gold):
    figures = {each.measure: each.value for each in score("gold", noise(), noise(), gold)}
    assert figures["pair F1"] < 0.6


def test_a_cascade_lies_between_its_ends(gold):
    kernel, reader = noise(), perfect(gold)
    alone, everything = (score_cascade(kernel, reader, gold, doubt) for doubt in (0.0, np.inf))
    some = score_cascade(kernel, reader, gold, float(np.quantile(np.abs(kernel.labels).min(axis=1), 0.5)))
    assert alone[0] < some[0] < everything[0]
    assert alone[1] < some[1] < everything[1]
    assert everything[1] > 0.9
