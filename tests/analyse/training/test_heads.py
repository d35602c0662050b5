"""Accuracy floors of the single heads, where the labelled data are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyin.analyse.training.heads import score_comparisons, score_english, score_restaurant
from huiyin.text.kernel import shipped_models

DATA = Path(__file__).parents[4] / "shared" / "data"
with_data = pytest.mark.skipif(not DATA.exists(), reason="the labelled data are not at hand")


@with_data
def test_comparisons_are_told_apart() -> None:
    scores = list(score_comparisons(DATA))
    assert len(scores) == 2
    assert min(score.value for score in scores) >= 0.945


@with_data
def test_english_suggestions_and_complaints_are_told_apart() -> None:
    scores = list(score_english(DATA))
    assert len(scores) == 2
    assert min(score.value for score in scores) >= 0.80


@with_data
def test_named_aspects_of_restaurants_are_judged() -> None:
    macro_f1, _ = score_restaurant(DATA, shipped_models().general)
    assert macro_f1.value >= 0.70


def test_absent_files_give_no_figures(tmp_path: Path) -> None:
    assert [*score_comparisons(tmp_path), *score_english(tmp_path)] == []
