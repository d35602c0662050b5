"""The linter agrees with people often enough, on the half of the set that was not read while writing the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyin.collect import wording

SETS = Path(__file__).parent
MAIN = (SETS / "questions.jsonl").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def sealed() -> wording.Accuracy:
    return wording.measure(wording.read_labelled(MAIN, "sealed"))


def test_set_is_large_mostly_chinese_and_half_clean() -> None:
    questions = wording.read_labelled(MAIN)
    clean = sum(not question.faults for question in questions)
    chinese = sum(question.language == "zh" for question in questions)
    assert len(questions) >= 600
    assert 0.45 <= clean / len(questions) <= 0.55
    assert 0.7 <= chinese / len(questions) <= 0.8


def test_every_label_stands_inside_its_text() -> None:
    for path in SETS.glob("*.jsonl"):
        for question in wording.read_labelled(path.read_text(encoding="utf-8").splitlines()):
            for span in question.faults.values():
                assert 0 <= span.start < span.end <= len(question.text)


def test_findings_are_mostly_right(sealed: wording.Accuracy) -> None:
    assert (sealed.precision().value or 0) >= 0.90


def test_most_faults_are_found(sealed: wording.Accuracy) -> None:
    assert (sealed.recall().value or 0) >= 0.80


def test_clean_questions_are_left_alone(sealed: wording.Accuracy) -> None:
    assert (sealed.quiet_share().value or 0) >= 0.90


def test_each_rule_is_known_to_the_set_and_found_there(sealed: wording.Accuracy) -> None:
    assert {rule for rule in wording.Rule if sealed.right[rule] == 0} == set()
