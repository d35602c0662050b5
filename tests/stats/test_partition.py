"""Groups that hold: planted ones are found, and noise is not taken for groups."""

from __future__ import annotations

import numpy as np
import pytest

from huiyin.stats import adjusted_rand, partition


def _blobs(centres: list[float], spread: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    rows = [rng.normal(centre, spread, (80, 3)) for centre in centres]
    return np.concatenate(rows), np.repeat(np.arange(len(centres)), 80)


def test_planted_groups_are_found_with_their_number() -> None:
    rows, truth = _blobs([0, 4, 8, 12], 0.5, seed=2)
    found = partition(rows, range(2, 8), redraws=6)
    assert len(found.centres) == 4
    assert adjusted_rand(found.labels, truth) > 0.98


def test_groups_of_noise_are_seen_to_change() -> None:
    rows = np.random.default_rng(3).uniform(0, 1, (300, 6))
    found = partition(rows, (5, 6, 7), redraws=6)
    assert found.stability.value is not None
    assert found.stability.value < 0.8


def test_the_same_rows_give_the_same_groups() -> None:
    rows, _ = _blobs([0, 3], 1.0, seed=4)
    first, second = (partition(rows, (2, 3), redraws=4) for _ in range(2))
    assert (first.labels == second.labels).all()


def test_too_few_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="3 rows"):
        partition([[0.0], [1.0], [2.0]], (4,))
