"""Judged as detectors: false alarms a week on quiet series, delay on injected bursts."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from huiyin.stats.detection import cusum, ears_c1, farrington, negative_binomial, onset

Floats = NDArray[np.float64]

DAYS, BURST = 120, 100


def _series(rng: np.random.Generator, burst: float) -> NDArray[np.int64]:
    weekday = np.where(np.arange(DAYS) % 7 < 5, 1.0, 0.7)
    mean = 6 * weekday
    mean[BURST:] *= burst
    return rng.poisson(mean)


def _farrington_p(y: NDArray[np.int64]) -> Floats:
    return np.array([1.0] * 60 + [farrington(y[: day + 1]).p_value for day in range(60, DAYS)])


def _alarms(y: NDArray[np.int64], p_values: Callable[[NDArray[np.int64]], Floats]) -> Floats:
    return (p_values(y) < 0.001).astype(float)


def test_farrington_is_quiet_on_quiet_series_and_quick_on_bursts() -> None:
    rng = np.random.default_rng(1)
    quiet = np.concatenate([_alarms(_series(rng, 1), _farrington_p)[60:] for _ in range(5)])
    delays = []
    for _ in range(5):
        found = np.flatnonzero(_alarms(_series(rng, 3), _farrington_p)[BURST:])
        delays.append(int(found[0]) if found.size else 99)
    assert quiet.mean() * 7 < 0.1
    assert np.median(delays) <= 1


def test_farrington_cries_wolf_less_often_than_ears() -> None:
    rng = np.random.default_rng(2)
    series = [_series(rng, 1) for _ in range(5)]
    ears = np.mean([np.nanmean(ears_c1(y)[60:] > 3) for y in series])
    ours = np.mean([_alarms(y, _farrington_p)[60:].mean() for y in series])
    assert ours < ears


def test_cusum_finds_a_small_lasting_rise_and_its_onset() -> None:
    rng = np.random.default_rng(4)
    starts = []
    for _ in range(20):
        sums = cusum(_series(rng, 1.6), _series(rng, 1) * 0 + 5.5, ratio=1.5)
        assert sums[-1] > 4
        starts.append(onset(sums) or 0)
    assert abs(np.median(starts) - BURST) <= 4


def test_onset_of_no_evidence_is_none() -> None:
    assert onset([0.0, 2.0, 0.0]) is None


def test_cusum_refuses_a_ratio_that_is_no_rise() -> None:
    with pytest.raises(ValueError, match="above 1"):
        cusum([1], [1], ratio=1)


def test_over_dispersion_raises_the_bar() -> None:
    assert negative_binomial(15, 6, 3).p_value > negative_binomial(15, 6, 1).p_value
