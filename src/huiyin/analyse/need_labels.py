"""The project's own labels of types, intents and needs: places in the labelled data, kept without text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from huiyin.analyse import labelled
from huiyin.text import available_taxonomies
from huiyin.text.needs import INTENTS, TEXT_TYPES

LABELS = Path("labels")
HALVES = ("train", "report")
JUDGED = ("workaround", "effort")
TAUGHT = ("need", "expectation", *JUDGED)
# Strata that were drawn by words, or as texts come, and not by a head's score.
DRAWN_FAIRLY = ("plain", "cue", "rare", "makeshift")


@dataclass(frozen=True, slots=True)
class NeedSpan:
    """One labelled need; offsets count code points, the end exclusive."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NeedExample:
    """One labelled text: its place, its text as the guideline reads it, and what it says."""

    file: str
    row: int
    sentence: int | None
    half: str
    text: str
    labels: frozenset[str]
    needs: tuple[NeedSpan, ...]

    @property
    def taxonomy(self) -> str:
        """The packaged taxonomy that fits the text's file."""
        return _taxonomy(self.file)


def need_examples(data_dir: Path, labels_dir: Path, half: str) -> list[NeedExample]:
    """Read one half of the labels; empty where the labels or the texts they point at are absent."""
    sample, resolved = (_lines(labels_dir / f"{name}.jsonl") for name in ("sample", "majority"))
    chosen = {_place(row) for row in sample if row["half"] == half}
    found = []
    for row in resolved:
        if _place(row) in chosen and (text := _text(data_dir, row)) is not None:
            spans = _spans(row["needs"])
            said = frozenset([*row["types"], *row["intents"]])
            found.append(NeedExample(row["file"], row["row"], row["sentence"], half, text, said, spans))
    return found


@dataclass(frozen=True, slots=True)
class Verdict:
    """A training label that answers few questions: what is known of the text's labels (`said`), and what is known of
    spans; every span of the kinds in `complete` is named, of making do and effort at least the given ones are judged
    (kind "" for neither); the kinds suggestion and question say where a text does so. `fair` texts were drawn as the sample was, not among those that the heads find hard."""

    text: str
    taxonomy: str
    said: Mapping[str, bool]
    spans: tuple[NeedSpan, ...]
    complete: tuple[str, ...] = ()
    fair: bool = False


def extra_verdicts(data_dir: Path, labels_dir: Path) -> list[Verdict]:
    """Read the training labels that answer few questions; none of their texts is in the sample."""
    found = []
    for row in [*_lines(labels_dir / "extra.jsonl"), *_lines(labels_dir / "near.jsonl")]:
        if (text := _text(data_dir, row)) is not None:
            spans = row.get("spans", [row["span"]] if "span" in row else [])
            needs = _spans(spans)
            complete = JUDGED if "spans" in row else ()
            found.append(Verdict(text, _taxonomy(row["file"]), row.get("said", {}), needs, complete))
    return found


def more_verdicts(data_dir: Path, labels_dir: Path) -> list[Verdict]:
    """Read the second set of training labels: whether a text asks or suggests, all that it makes do with, labours at
    and needs. None of its texts is in the sample."""
    found = []
    for row in _lines(labels_dir / "more.jsonl"):
        if (text := _text(data_dir, row)) is not None:
            needs = _spans(row["spans"])
            fair = not row["stratum"].startswith("signal:")
            found.append(Verdict(text, _taxonomy(row["file"]), row["said"], needs, (*JUDGED, "need"), fair))
    return found


def taught_verdicts(data_dir: Path, labels_dir: Path) -> list[Verdict]:
    """Read the third set of training labels: all types and intents, and all spans of the kinds in `TAUGHT`. None of
    its texts is in the sample."""
    found = []
    for row in _lines(labels_dir / "taught.jsonl"):
        if (text := _text(data_dir, row)) is not None:
            held = {*row["types"], *row["intents"]}
            said = {label: label in held for label in (*TEXT_TYPES, *INTENTS)}
            spans = _spans(row["needs"])
            found.append(Verdict(text, _taxonomy(row["file"]), said, spans, TAUGHT, fair=True))
    return found


def fresh_verdicts(data_dir: Path, labels_dir: Path) -> list[Verdict]:
    """Read the fourth set of training labels: whether a text asks or suggests (of many also in which clause), and all
    that it makes do with and labours at. None of its texts is in the sample."""
    found = []
    for row in [*_lines(labels_dir / "fresh.jsonl"), *_lines(labels_dir / "wide.jsonl")]:
        if (text := _text(data_dir, row)) is not None:
            spans = _spans(row["spans"])
            fair = not row["stratum"].startswith("wide:")
            found.append(Verdict(text, _taxonomy(row["file"]), row["said"], spans, JUDGED, fair))
    return found


def asked_verdicts(data_dir: Path, labels_dir: Path) -> list[Verdict]:
    """Read the fifth set of training labels: whether a text asks or suggests, and in which clause. None of its texts is
    in the sample."""
    found = []
    for row in _lines(labels_dir / "asked.jsonl"):
        if (text := _text(data_dir, row)) is not None:
            spans = _spans(row["spans"])
            fair = not row["stratum"].startswith(("doubt:", "later:"))
            found.append(Verdict(text, _taxonomy(row["file"]), row["said"], spans, fair=fair))
    return found


def makeshift_verdicts(data_dir: Path, labels_dir: Path) -> list[Verdict]:
    """Read the sixth set of training labels: all that a text makes do with and labours at. None of its texts is in the
    sample."""
    found = []
    for row in _lines(labels_dir / "makeshift.jsonl"):
        if (text := _text(data_dir, row)) is not None:
            spans = _spans(row["spans"])
            fair = row["stratum"].partition(":")[0] in DRAWN_FAIRLY
            found.append(Verdict(text, _taxonomy(row["file"]), {}, spans, JUDGED, fair))
    return found


def told_verdicts(_: Path, labels_dir: Path) -> list[Verdict]:
    """Read the texts of our own: whether a text suggests and in which clause, or all that it makes do with and labours
    at. They were written to be hard, so that no threshold is chosen on them; their questions taught nothing in folds."""
    found = []
    for row in _lines(labels_dir / "told_needs.jsonl"):
        said = {label: value for label, value in row["said"].items() if label != "question"}
        spans = tuple(span for span in _spans(row["spans"]) if span.kind != "question")
        found.append(Verdict(row["text"], row["taxonomy"], said, spans, () if row["said"] else JUDGED))
    return found


@dataclass(frozen=True, slots=True)
class EmotionExample:
    """One text and the emotion that it voices, None for none; `place` names it among the labels."""

    place: str
    text: str
    taxonomy: str
    emotion: str | None


def emotion_examples(data_dir: Path, labels_dir: Path) -> list[EmotionExample]:
    """Read the texts whose emotion is labelled."""
    return [
        EmotionExample(
            f"{row['file']}{row['row']}{row['sentence']}", text, _taxonomy(row["file"]), row["emotion"]
        )
        for row in _lines(labels_dir / "more.jsonl")
        if "emotion" in row and (text := _text(data_dir, row)) is not None
    ]


def overlaps(first: NeedSpan, second: NeedSpan) -> bool:
    """Tell whether two spans share at least half of the shorter one.

    >>> overlaps(NeedSpan("effort", 0, 6), NeedSpan("effort", 3, 20))
    True
    """
    shared = min(first.end, second.end) - max(first.start, second.start)
    return shared > 0 and 2 * shared >= min(first.end - first.start, second.end - second.start)


def _spans(marked: Iterable[Mapping[str, Any]]) -> tuple[NeedSpan, ...]:
    return tuple(NeedSpan(each["kind"] or "", each["start"], each["end"]) for each in marked)


def _taxonomy(file: str) -> str:
    folder = file.partition("/")[0]
    return folder if folder in available_taxonomies() else "retail"


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def _place(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["file"], row["row"], row["sentence"]


def _text(data_dir: Path, place: Mapping[str, Any]) -> str | None:
    rows = _rows(data_dir, place["file"])
    if place["row"] >= len(rows):
        return None
    if place["sentence"] is None:
        return str(rows[place["row"]]["text"])
    # The guideline reads dialogue sentences without the blanks that part their characters.
    return str(rows[place["row"]]["sentences"][place["sentence"]]).replace(" ", "")


@cache
def _rows(data_dir: Path, name: str) -> list[dict[str, Any]]:
    return list(labelled.rows(data_dir, name))
