"""People's labels of this installation against the analyser of today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from huiyin.kit.errors import InvalidInputError
from huiyin.text import KernelAnalyser, load_taxonomy
from huiyin.understand.audits.evaluation import AuditScore, as_lines, evaluate_audits

ODOUR = "automotive.comfort.odour"
TAXONOMIES = {"automotive": load_taxonomy("automotive")}


def row(number: int, text: str, aspects: list[str], marks: list[str] | None) -> dict[str, Any]:
    """Return one labelled voice as an export writes it."""
    return {
        "audit": 1,
        "taxonomy": "automotive",
        "feedback_id": number,
        "customer": number,
        "text": text,
        "human": [{"aspect": aspect, "sentiment": -1} for aspect in aspects],
        "human_marks": marks,
    }


def scored(rows: Sequence[Mapping[str, Any]], minimum_n: int = 2) -> dict[str, AuditScore]:
    found = evaluate_audits(KernelAnalyser(), TAXONOMIES, rows, minimum_n)
    return {score.measure: score for score in found}


def test_agreement_with_people_is_one_and_disagreement_less() -> None:
    smelly = [row(n, "空调有异味，很难受", [ODOUR], ["complaint"]) for n in range(40)]
    found = scored(smelly)
    assert found["complaint F1"].estimate.value == 1.0
    assert found["aspect recall"].estimate.value == 1.0
    assert found["sentiment of shared aspects"].estimate.value == 1.0
    wrong = smelly[:20] + [each | {"human": [], "human_marks": []} for each in smelly[20:]]
    again = scored(wrong)["complaint precision"].estimate
    assert again.value == 0.5
    assert again.low is not None
    assert again.high is not None
    assert again.low < 0.5 < again.high


def test_few_labels_are_told_as_too_few() -> None:
    found = scored([row(n, "空调有异味，很难受", [ODOUR], ["complaint"]) for n in range(4)], minimum_n=30)
    assert not found["complaint F1"].estimate.sufficient
    assert "证据不足" in as_lines([found["complaint F1"]])[0]


def test_marks_count_only_where_people_were_asked() -> None:
    rows = [row(n, "空调有异味，很难受", [ODOUR], None) for n in range(5)]
    rows.append(row(9, "空调有异味，很难受", [ODOUR], ["complaint"]))
    assert scored(rows)["complaint F1"].voices == 1
    assert scored(rows)["aspect F1"].voices == 6


def test_unread_voices_are_left_out() -> None:
    assert scored([row(1, "空调有异味", [], None) | {"human": None}]) == {}


@pytest.mark.parametrize(
    "broken", [{"taxonomy": "spaceships"}, {"human": [{"aspect": ODOUR}]}, {"human": [3]}]
)
def test_what_is_no_export_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError):
        scored([row(1, "空调有异味", [], None) | broken])
