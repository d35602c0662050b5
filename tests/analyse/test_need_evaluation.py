"""Scores of types, intents and needs on the project's own labels."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from huiyin.analyse.emotion_evaluation import evaluate_emotions
from huiyin.analyse.evaluation import Score
from huiyin.analyse.need_evaluation import evaluate_needs
from huiyin.analyse.need_labels import (
    JUDGED,
    NeedSpan,
    asked_verdicts,
    need_examples,
    overlaps,
    told_verdicts,
)
from huiyin.text import KernelAnalyser

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"


def write(folder: Path, half: str) -> None:
    """Lay out two texts of our own with their labels."""
    places = [{"file": "retail/mine", "row": row, "sentence": None} for row in range(2)]
    said = {
        "types": ["complaint"],
        "intents": [],
        "needs": [{"kind": "workaround", "start": 6, "end": 12}],
    }
    (folder / "retail").mkdir()
    with gzip.open(folder / "retail" / "mine.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(2 * (json.dumps({"text": "坏了没人修，只好凑合用着"}, ensure_ascii=False) + "\n"))
    (folder / "sample.jsonl").write_text("".join(json.dumps(p | {"half": half}) + "\n" for p in places))
    (folder / "majority.jsonl").write_text("".join(json.dumps(p | said) + "\n" for p in places))


def by_measure(scores: list[Score]) -> dict[str, float]:
    """Return the figures by their measures, without how many were labelled."""
    return {score.measure.partition(" (")[0]: score.value for score in scores}


def test_a_perfect_reading_scores_one(tmp_path: Path) -> None:
    write(tmp_path, "report")
    found = by_measure(evaluate_needs(KernelAnalyser(), tmp_path, tmp_path))
    assert found["workaround F1"] == found["complaint F1"] == 1.0
    assert found["effort F1"] == 0.0


def test_the_train_half_is_not_scored(tmp_path: Path) -> None:
    write(tmp_path, "train")
    assert evaluate_needs(KernelAnalyser(), tmp_path, tmp_path) == []
    assert {example.text for example in need_examples(tmp_path, tmp_path, "train")} == {
        "坏了没人修，只好凑合用着"
    }


def test_only_texts_drawn_as_the_sample_was_set_thresholds(tmp_path: Path) -> None:
    write(tmp_path, "train")
    place = {"file": "retail/mine", "row": 0, "sentence": None, "said": {"question": False}, "spans": []}
    rows = [place | {"stratum": stratum} for stratum in ("plain", "doubt:question", "later:plain")]
    (tmp_path / "asked.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert [verdict.fair for verdict in asked_verdicts(tmp_path, tmp_path)] == [True, False, False]


def test_texts_of_our_own_choose_no_threshold_and_teach_no_questions(tmp_path: Path) -> None:
    wish = {"kind": "suggestion", "start": 5, "end": 9}
    asks = {"kind": "question", "start": 0, "end": 4}
    said = {"suggestion": True, "question": True}
    rows = [
        {"text": "带灯吗？出个大瓶", "taxonomy": "retail", "said": said, "spans": [asks, wish]},
        {"text": "后来垫了块布", "taxonomy": "retail", "said": {}, "spans": []},
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (tmp_path / "told_needs.jsonl").write_text(lines, "utf-8")
    hopes, makes = told_verdicts(tmp_path, tmp_path)
    assert hopes.said == {"suggestion": True}
    assert [span.kind for span in hopes.spans] == ["suggestion"]
    assert (hopes.complete, makes.complete) == ((), JUDGED)
    assert not hopes.fair
    assert not makes.fair


def test_spans_of_our_own_texts_lie_in_them() -> None:
    told = told_verdicts(ROOT, ROOT / "labels")
    assert len(told) > 3000
    for verdict in told:
        for span in verdict.spans:
            assert 0 <= span.start < span.end <= len(verdict.text)
            assert verdict.text[span.start : span.end].strip() == verdict.text[span.start : span.end]


def test_spans_agree_where_they_share_half_of_the_shorter() -> None:
    assert overlaps(NeedSpan("effort", 0, 4), NeedSpan("effort", 2, 9))
    assert not overlaps(NeedSpan("effort", 0, 4), NeedSpan("effort", 3, 9))


def test_only_labelled_emotions_of_the_held_half_are_scored(tmp_path: Path) -> None:
    write(tmp_path, "train")
    assert evaluate_emotions(KernelAnalyser(), tmp_path, tmp_path) == []
    places = [{"file": "retail/mine", "row": 0, "sentence": None, "stratum": "plain"} for _ in range(2)]
    rows = [places[0] | {"emotion": "anger"}, places[1]]
    (tmp_path / "more.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert {score.texts for score in evaluate_emotions(KernelAnalyser(), tmp_path, tmp_path)} <= {1}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the labelled data folder is not beside the checkout")
def test_shipped_heads_keep_their_floors_on_the_report_half() -> None:
    found = by_measure(evaluate_needs(KernelAnalyser(), SHARED, ROOT / "labels"))
    floors = {"complaint F1": 0.79, "praise F1": 0.83, "question F1": 0.74, "suggestion F1": 0.75}
    assert {name: found[name] for name, floor in floors.items() if found[name] < floor} == {}
    assert found["workaround precision"] >= 0.65
    assert found["effort precision"] >= 0.65
