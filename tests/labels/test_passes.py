"""The labels fit their texts, and hold none."""

from __future__ import annotations

import gzip
import importlib
import json
from pathlib import Path
from typing import Any

import pytest

LABELS = Path(__file__).parents[2] / "labels"
PASSES = sorted(LABELS.glob("pass*.jsonl"))
NAMES = {
    "types": {"complaint", "suggestion", "question", "praise", "advice"},
    "intents": {"churn_intent", "purchase_intent", "recommend_repurchase"},
    "needs": {"need", "expectation", "pain_point", "motive", "workaround", "effort"},
}


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def places(rows: list[dict[str, Any]]) -> list[tuple[str, int, int | None]]:
    return [(row["file"], row["row"], row["sentence"]) for row in rows]


@pytest.mark.parametrize("path", PASSES, ids=lambda path: path.stem)
def test_a_pass_labels_places_of_the_sample_with_known_names_and_no_text(path: Path) -> None:
    rows = read(path)
    assert len(set(places(rows))) == len(rows)
    assert set(places(rows)) <= set(places(read(LABELS / "sample.jsonl")))
    for row in rows:
        assert set(row) == {"file", "row", "sentence", "types", "intents", "needs"}
        assert set(row["types"]) <= NAMES["types"]
        assert set(row["intents"]) <= NAMES["intents"]
        assert all(set(need) == {"kind", "start", "end"} for need in row["needs"])
        assert {need["kind"] for need in row["needs"]} <= NAMES["needs"]


def test_halves_of_the_sample_are_even_and_keep_dialogues_together() -> None:
    sample = read(LABELS / "sample.jsonl")
    halves: dict[tuple[str, int], set[str]] = {}
    for place in sample:
        halves.setdefault((place["file"], place["row"]), set()).add(place["half"])
    assert all(len(half) == 1 for half in halves.values())
    assert abs(sum(place["half"] == "train" for place in sample) * 2 - len(sample)) < len(sample) / 50


@pytest.mark.shared
@pytest.mark.parametrize("path", PASSES, ids=lambda path: path.stem)
def test_spans_lie_inside_their_texts_and_begin_and_end_on_words(path: Path, shared_data: Path) -> None:
    texts: dict[str, list[dict[str, Any]]] = {}
    for label in read(path):
        if label["file"] not in texts:
            with gzip.open(shared_data / f"{label['file']}.jsonl.gz", "rt", encoding="utf-8") as lines:
                texts[label["file"]] = [json.loads(line) for line in lines]
        row = texts[label["file"]][label["row"]]
        text = (
            row["text"] if label["sentence"] is None else row["sentences"][label["sentence"]].replace(" ", "")
        )
        for need in label["needs"]:
            span = text[need["start"] : need["end"]]
            assert 0 <= need["start"] < need["end"] <= len(text)
            assert span == span.strip(" \t\n\u00a0\u3000，。！!,；;、")


def test_the_majority_keeps_what_two_of_three_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(LABELS))
    third = importlib.import_module("third")

    def vote(types: list[str], kind: str) -> dict[str, Any]:
        return {"types": types, "intents": [], "needs": [{"kind": kind, "start": 2, "end": 8}]}

    resolved = vote([], "pain_point")
    found = third.majority(
        [vote(["complaint"], "workaround"), vote(["complaint", "praise"], "workaround"), vote([], "effort")],
        resolved,
    )
    assert found["types"] == ["complaint"]
    assert [need["kind"] for need in found["needs"]] == ["workaround"]


def test_places_to_learn_from_are_none_of_the_sample() -> None:
    sample = {place[:2] for place in places(read(LABELS / "sample.jsonl"))}
    for name in ("extra", "more", "near", "taught"):
        assert not sample & {place[:2] for place in places(read(LABELS / f"{name}.jsonl"))}
