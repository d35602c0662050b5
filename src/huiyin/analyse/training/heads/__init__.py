"""Single questions put to linear models, measured beside the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from huiyin.analyse.evaluation import Score
from huiyin.analyse.training.heads.comparisons import score_comparisons
from huiyin.analyse.training.heads.english import score_english
from huiyin.analyse.training.heads.restaurant import score_restaurant
from huiyin.analyse.training.heads.transfer import score_transfer
from huiyin.text.kernel import PolarityModel

__all__ = ["score_comparisons", "score_english", "score_heads", "score_restaurant", "score_transfer"]


def score_heads(data_dir: Path, general: PolarityModel) -> Iterator[Score]:
    """Yield the figures of every head whose files are there; `general` must not have seen the forum."""
    yield from score_comparisons(data_dir)
    yield from score_english(data_dir)
    yield from score_restaurant(data_dir, general)
    yield from score_transfer(data_dir, general)
