from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from huiyin.analyse.evaluation import Score, as_lines, evaluate, macro_f1, score_aspects
from huiyin.analyse.guidelines import Guideline
from huiyin.analyse.labelled import FORUM, MAKEUP, AspectExample, path_of
from huiyin.text import RuleAnalyser

SHARED = Path(__file__).parents[3] / "shared" / "data"
GUIDELINE = Guideline(
    "automotive", {"空间": "automotive.space", "油耗": "automotive.fuel"}, {}, mentions=True
)


def figures(scores: list[Score]) -> dict[tuple[str, str], float]:
    return {(score.data, score.measure): score.value for score in scores}


def test_perfect_reading_scores_one() -> None:
    examples = [AspectExample("空间很大，油耗高", frozenset({("空间", 1), ("油耗", -1)}))]
    scores = score_aspects(RuleAnalyser(), "x", examples, GUIDELINE)
    assert {score.value for score in scores} == {1.0}


def test_missed_aspect_counts_as_neutral_given_the_gold_aspect() -> None:
    examples = [AspectExample("随便", frozenset({("空间", 0), ("油耗", -1)}))]
    found = figures(score_aspects(RuleAnalyser(), "x", examples, GUIDELINE))
    assert found["x", "polarity accuracy, gold aspect"] == 0.5
    assert found["x", "pair F1"] == 0.0


def test_macro_f1_of_nothing_is_zero() -> None:
    assert macro_f1([]) == 0.0


def test_absent_folder_gives_no_score(tmp_path: Path) -> None:
    assert evaluate(RuleAnalyser(), tmp_path) == []


def test_files_are_read_and_printed(tmp_path: Path) -> None:
    path = path_of(tmp_path, FORUM)
    path.parent.mkdir(parents=True)
    row = {"text": "空间很大", "opinions": [{"aspect": "空间", "polarity": 1, "term": "大"}]}
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    lines = as_lines(evaluate(RuleAnalyser(), tmp_path))
    assert any("pair F1" in line and "1.000" in line for line in lines)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the labelled data folder is not beside the checkout")
def test_rules_keep_their_floors_on_labelled_data() -> None:
    found = figures(evaluate(RuleAnalyser(), SHARED))
    assert found[FORUM, "aspect micro-F1"] >= 0.76
    assert found[FORUM, "pair F1"] >= 0.43
    assert found[MAKEUP, "aspect micro-F1"] >= 0.80
    assert found[MAKEUP, "pair F1"] >= 0.77
