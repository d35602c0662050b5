"""How well types, intents and needs are read: F1 on the half of the project's own labels that nothing was trained on."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

import numpy as np
import polars as pl

from huiyin import stats
from huiyin.analyse.evaluation import Score
from huiyin.analyse.need_labels import NeedExample, NeedSpan, need_examples, overlaps
from huiyin.stats import Estimate
from huiyin.text import Analyser, load_taxonomy
from huiyin.text.needs import INTENTS, NEED_KINDS, TEXT_TYPES

REPORT = "labels, report half"
Counts: TypeAlias = tuple[int, int, int, int]


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
        counts = [
            _label_counts(label in example.labels, label in labels)
            for example, (labels, _) in zip(examples, found, strict=True)
        ]
        scores += _scores(label, counts)
    for kind in NEED_KINDS:
        counts = [
            _span_counts(_of(kind, example.needs), _of(kind, spans))
            for example, (_, spans) in zip(examples, found, strict=True)
        ]
        scores += _scores(kind, counts)
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


def _label_counts(gold: bool, found: bool) -> Counts:
    return gold and found, gold and found, found, gold


def _span_counts(gold: Sequence[NeedSpan], found: Sequence[NeedSpan]) -> Counts:
    """Return how many found spans are right, how many gold ones were found, and how many there are of each."""
    right = sum(any(overlaps(span, each) for each in gold) for span in found)
    met = sum(any(overlaps(span, each) for each in found) for span in gold)
    return right, met, len(found), len(gold)


def _scores(name: str, counts: Sequence[Counts]) -> list[Score]:
    """Return the three measures; intervals redraw whole texts."""
    found = stats.matching(counts, range(len(counts)), rng=np.random.default_rng(zlib.crc32(name.encode())))
    measures = {"F1": found.f1, "precision": found.precision, "recall": found.recall}
    return [
        Score(REPORT, f"{name} {measure} (n {each.n})", each.value or 0.0, len(counts), _ends(each))
        for measure, each in measures.items()
    ]


def _ends(estimate: Estimate) -> tuple[float, float] | None:
    if estimate.low is None or estimate.high is None:
        return None
    return estimate.low, estimate.high
