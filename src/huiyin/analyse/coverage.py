"""How far the packs without trained models reach: labelled aspects and aspect terms against what is filed there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from huiyin.analyse import labelled
from huiyin.analyse.evaluation import Score, macro_f1, score_aspects
from huiyin.analyse.guidelines import LONG_REVIEWS_GUIDELINE
from huiyin.analyse.labelled import TermExample
from huiyin.text import Analyser, load_taxonomy
from huiyin.text.moods import NEUTRAL_BAND

TERMS = (
    (labelled.RESTAURANT_TERMS, "restaurant"),
    (labelled.PHONE_TERMS, "electronics"),
    (labelled.CAMERA_TERMS, "electronics"),
)


def evaluate_packs(analyser: Analyser, data_dir: Path) -> list[Score]:
    """Score the restaurant and electronics packs, which no model was trained for, on the labels there are."""
    long = labelled.long_review_examples(data_dir, labelled.LONG_REVIEWS)
    scores = score_aspects(analyser, labelled.LONG_REVIEWS, long, LONG_REVIEWS_GUIDELINE)
    for name, taxonomy in TERMS:
        scores += score_terms(analyser, name, labelled.term_examples(data_dir, name), taxonomy)
    return scores


def score_terms(analyser: Analyser, data: str, examples: Sequence[TermExample], taxonomy: str) -> list[Score]:
    """Return the share of labelled terms filed under an aspect (not 整体), and the polarity given the term."""
    if not examples:
        return []
    texts = list(dict.fromkeys(example.text for example in examples))
    tree = load_taxonomy(taxonomy)
    opinions: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in analyser.analyze_batch(texts, tree).opinions.iter_rows(named=True):
        opinions[texts[row["text_index"]]].append(row)
    covered, sides = 0, []
    for example in examples:
        spoken = opinions[example.text]
        here = [row for row in spoken if _holds(row, example.text.find(example.term))]
        filed = [row for row in here if row["aspect"] != tree.general]
        covered += bool(filed)
        sides.append((example.polarity, _side(filed or here or spoken)))
    return [
        Score(data, "aspect terms filed", covered / len(examples), len(examples)),
        Score(data, "polarity macro-F1, gold term", macro_f1(sides), len(examples)),
    ]


def _holds(row: dict[str, Any], place: int) -> bool:
    return bool(row["start_offset"] <= place < row["end_offset"])


def _side(rows: Iterable[dict[str, Any]]) -> int:
    total: float = sum(row["polarity"] for row in rows)
    return (total > NEUTRAL_BAND) - (total < -NEUTRAL_BAND)
