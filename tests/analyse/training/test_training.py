from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from scipy import sparse

from huiyin.analyse import labelled
from huiyin.analyse.training import cross_validate, train
from huiyin.analyse.training.aspects import best_threshold
from huiyin.analyse.training.folds import folds_by_text
from huiyin.analyse.training.optimiser import fit_linear
from huiyin.text import KernelAnalyser, load_taxonomy
from huiyin.text.kernel import Models, Pack, PolarityModel

GOOD = ("空间很大", "油耗很低", "动力很强", "内饰漂亮")
BAD = ("空间太小", "油耗太高", "动力太弱", "内饰粗糙")
LABELS = ("空间", "油耗", "动力", "内饰")


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A tiny folder in the shape of the labelled data, in our own words."""
    forum = [
        {"text": f"{text}，{n}号车", "opinions": [{"aspect": label, "polarity": side}]}
        for n in range(12)
        for texts, side in ((GOOD, 1), (BAD, -1))
        for text, label in zip(texts, LABELS, strict=True)
    ]
    shopping = [
        {"text": f"{text}{n}", "polarity": side, "category": "x"}
        for n in range(60)
        for text, side in (("很好用，喜欢", 1), ("太差了，退货", -1))
    ]
    for name, rows in ((labelled.FORUM, forum), (labelled.SHOPPING, shopping)):
        path = labelled.path_of(tmp_path, name)
        path.parent.mkdir(parents=True)
        with gzip.open(path, "wt", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return tmp_path


def test_trained_arrays_round_trip_and_read_what_they_learnt(data_dir: Path, tmp_path: Path) -> None:
    written = train(data_dir, tmp_path, "test", labels_dir=tmp_path)
    assert sorted(path.name for path in written) == ["automotive.npz", "general.npz"]
    with np.load(tmp_path / "general.npz") as arrays:
        general = PolarityModel.of(dict(arrays))
    with np.load(tmp_path / "automotive.npz") as arrays:
        pack = Pack.of(dict(arrays))
    analyser = KernelAnalyser(Models("test", general, {"automotive": pack}))
    opinions = analyser.analyze_batch(["油耗太高，3号车"], load_taxonomy("automotive")).opinions
    assert opinions.select("aspect", "sentiment").rows() == [("automotive.fuel", -1)]


def test_cross_validation_scores_unseen_texts(data_dir: Path, tmp_path: Path) -> None:
    measured = cross_validate(data_dir, labels_dir=tmp_path)
    scores = {score.measure: score.value for score in measured if "forum" in score.data}
    assert scores["pair F1"] > 0.9


def test_folds_keep_equal_texts_together() -> None:
    folds = folds_by_text(["甲", "乙", " 甲 ", "丙"], 5)
    assert folds[0] == folds[2]
    assert set(folds.tolist()) <= set(range(5))


def test_threshold_is_the_one_with_the_best_f1() -> None:
    scores = np.array([[0.3], [0.1], [-0.2], [-0.5]])
    wanted = np.array([[1.0], [1.0], [1.0], [-1.0]])
    assert -0.5 <= best_threshold(scores, wanted) < -0.2


@pytest.mark.parametrize("loss", ["hinge", "logistic"])
def test_linear_fit_separates_separable_rows(loss: str) -> None:
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(200, 5))
    targets = np.sign(rows @ np.array([[1.0], [-2.0], [0.0], [0.5], [0.0]]))
    fit = fit_linear(sparse.csr_array(rows), targets, penalty=0.01, loss=loss)  # type: ignore[arg-type]
    assert (np.sign(fit.scores(sparse.csr_array(rows))) == targets).mean() > 0.97
