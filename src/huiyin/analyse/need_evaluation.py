"""How well types, intents and needs are read: F1 on the half of the project's own labels that nothing was trained on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import polars as pl

from huiyin.analyse.evaluation import Score
from huiyin.analyse.need_labels import NeedExample, NeedSpan, need_examples, overlaps
from huiyin.text import Analyser, load_taxonomy
from huiyin.text.needs import INTENTS, NEED_KINDS, TEXT_TYPES

REPORT = "labels, report half"


def evaluate_needs(analyser: Analyser, data_dir: Path, labels_dir: Path) -> list[Score]:
    """Score the whole analyser on the report half; empty where labels or texts are absent."""
    examples = sorted(need_examples(data_dir, labels_dir, "report"), key=lambda example: example.taxonomy)
    if not examples:
        return []
    found = [
        each for _, group in groupby(examples, lambda e: e.taxonomy) for each in _read(analyser, list(group))
    ]
    scores = []
    for label in (*TEXT_TYPES, *INTENTS):
        pairs = [
            (label in example.labels, label in labels)
            for example, (labels, _) in zip(examples, found, strict=True)
        ]
        scores += _scores(label, *_counts(pairs), len(examples))
    for kind in NEED_KINDS:
        both = [
            (_of(kind, example.needs), _of(kind, spans))
            for example, (_, spans) in zip(examples, found, strict=True)
        ]
        scores += _scores(kind, *_span_counts(both), len(examples))
    return scores


def _read(analyser: Analyser, examples: Sequence[NeedExample]) -> list[tuple[set[str], list[NeedSpan]]]:
    taxonomy = load_taxonomy(examples[0].taxonomy)
    analysis = analyser.analyze_batch([example.text for example in examples], taxonomy)
    labels = analysis.voices.select(pl.concat_list("types", "intents")).to_series().to_list()
    spans: list[list[NeedSpan]] = [[] for _ in examples]
    for index, kind, start, end in analysis.needs.select(
        "text_index", "kind", "start_offset", "end_offset"
    ).iter_rows():
        spans[index].append(NeedSpan(kind, start, end))
    return [(set(each), mine) for each, mine in zip(labels, spans, strict=True)]


def _of(kind: str, spans: Iterable[NeedSpan]) -> list[NeedSpan]:
    return [span for span in spans if span.kind == kind]


def _counts(pairs: Sequence[tuple[bool, bool]]) -> tuple[int, int, int, int]:
    right = sum(gold and found for gold, found in pairs)
    return right, right, sum(found for _, found in pairs), sum(gold for gold, _ in pairs)


def _span_counts(both: Sequence[tuple[list[NeedSpan], list[NeedSpan]]]) -> tuple[int, int, int, int]:
    """Return how many found spans are right, how many gold ones were found, and how many there are of each."""
    right = sum(any(overlaps(span, each) for each in gold) for gold, found in both for span in found)
    met = sum(any(overlaps(span, each) for each in found) for gold, found in both for span in gold)
    return right, met, sum(len(found) for _, found in both), sum(len(gold) for gold, _ in both)


def _scores(name: str, right: int, met: int, found: int, gold: int, texts: int) -> list[Score]:
    precision, recall = right / max(1, found), met / max(1, gold)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    figures = {"F1": f1, "precision": precision, "recall": recall}
    return [Score(REPORT, f"{name} {measure}", value, texts) for measure, value in figures.items()]
