"""How well emotions are read: F1 on the half of the project's own labels that nobody looked at while writing the words."""

from __future__ import annotations

import hashlib
from itertools import groupby
from pathlib import Path

from huiyin.analyse.evaluation import Score
from huiyin.analyse.need_labels import EmotionExample, emotion_examples
from huiyin.text import Analyser, load_taxonomy
from huiyin.text.emotions import EMOTIONS, emotions_of

HELD = "labels of emotions, held half"


def evaluate_emotions(analyser: Analyser, data_dir: Path, labels_dir: Path) -> list[Score]:
    """Score emotions with the analyser's sentiment and types; empty where labels or texts are absent."""
    examples = sorted(
        (each for each in emotion_examples(data_dir, labels_dir) if _is_held(each)),
        key=lambda each: each.taxonomy,
    )
    found: list[str | None] = []
    for taxonomy, group in groupby(examples, key=lambda each: each.taxonomy):
        texts = [each.text for each in group]
        voices = analyser.analyze_batch(texts, load_taxonomy(taxonomy)).voices
        found += emotions_of(texts, voices).to_list()
    if not examples:
        return []
    wanted = [each.emotion for each in examples]
    return [
        Score(HELD, f"{emotion} F1 (n {wanted.count(emotion)})", _f1(emotion, wanted, found), len(examples))
        for emotion in EMOTIONS
    ]


def _is_held(example: EmotionExample) -> bool:
    return int(hashlib.md5(example.place.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 1


def _f1(emotion: str, wanted: list[str | None], found: list[str | None]) -> float:
    right = sum(one == two == emotion for one, two in zip(wanted, found, strict=True))
    return 2 * right / max(1, wanted.count(emotion) + found.count(emotion))
