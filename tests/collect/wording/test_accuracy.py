"""The linter agrees with people often enough, on the half of the set that was not read while writing the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyin.collect import wording

SETS = Path(__file__).parent
MAIN = (SETS / "questions.jsonl").read_text(encoding="utf-8").splitlines()


LATER = (SETS / "questions_round_3.jsonl").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module", params=["sealed", "round 3"])
def unread(request: pytest.FixtureRequest) -> wording.Accuracy:
    """The sealed half, and the round that was written when the rules stood."""
    return wording.measure(wording.read_labelled(MAIN if request.param == "sealed" else LATER, request.param))


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


def test_findings_are_mostly_right(unread: wording.Accuracy) -> None:
    assert (unread.precision().value or 0) >= 0.90


def test_most_faults_are_found(unread: wording.Accuracy) -> None:
    assert (unread.recall().value or 0) >= 0.80


def test_clean_questions_are_left_alone(unread: wording.Accuracy) -> None:
    assert (unread.quiet_share().value or 0) >= 0.90


def test_each_rule_is_known_to_the_set_and_found_there(unread: wording.Accuracy) -> None:
    assert {rule for rule in wording.Rule if unread.right[rule] == 0} == set()
