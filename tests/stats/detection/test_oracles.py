"""The detectors agree with scipy, statsmodels and exhaustive search."""

from __future__ import annotations

import itertools
import statistics

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from huiyin.stats.detection import (
    change_points,
    cusum,
    dispersion_of,
    ears_c1,
    ears_c2,
    exact_poisson,
    farrington,
    negative_binomial,
    predictive,
)
from huiyin.stats.detection.change_points import stabilised

counts = st.lists(st.integers(0, 40), min_size=12, max_size=40)


@given(counts)
def test_ears_c1_is_the_z_of_the_seven_before(series: list[int]) -> None:
    spread = max(statistics.stdev(series[-8:-1]), 0.5)
    assert ears_c1(series)[-1] == pytest.approx((series[-1] - statistics.mean(series[-8:-1])) / spread)


@given(counts)
def test_ears_c2_leaves_two_steps_out(series: list[int]) -> None:
    spread = max(statistics.stdev(series[-10:-3]), 0.5)
    assert ears_c2(series)[-1] == pytest.approx((series[-1] - statistics.mean(series[-10:-3])) / spread)


@given(st.integers(0, 60), st.floats(0.1, 50))
def test_exact_poisson_is_scipys_tail(observed: int, expected: float) -> None:
    assert exact_poisson(observed, expected).p_value == pytest.approx(
        float(stats.poisson.sf(observed - 1, expected)), abs=1e-12
    )


@given(st.integers(0, 60), st.floats(0.5, 50), st.floats(1.1, 6))
def test_negative_binomial_has_the_stated_variance(observed: int, expected: float, dispersion: float) -> None:
    size = expected / (dispersion - 1)
    oracle = stats.nbinom(size, 1 / dispersion)
    assert float(oracle.var()) == pytest.approx(expected * dispersion)
    assert negative_binomial(observed, expected, dispersion).p_value == pytest.approx(
        float(oracle.sf(observed - 1)), rel=1e-6
    )


def test_predictive_tail_is_uniform_when_nothing_changed() -> None:
    rng = np.random.default_rng(3)
    alarms = [
        predictive(int(rng.poisson(4)), 1, int(rng.poisson(4 * 12)), 12).p_value < 0.05 for _ in range(2000)
    ]
    assert 0.02 < np.mean(alarms) < 0.06


def test_dispersion_is_recovered() -> None:
    rng = np.random.default_rng(5)
    y = rng.negative_binomial(10 / 2, 1 / 3, 4000)
    assert dispersion_of(y, np.full(4000, 10.0)) == pytest.approx(3, rel=0.1)


def test_farrington_expects_what_statsmodels_expects() -> None:
    rng = np.random.default_rng(7)
    volume = rng.integers(80, 160, 92)
    y = rng.poisson(0.08 * volume)
    days = np.arange(92)
    design = sm.add_constant(np.eye(7)[days % 7][:, 1:])
    past = slice(0, 84)
    oracle = sm.GLM(
        y[past], design[past], family=sm.families.Poisson(), offset=np.log(volume[past].astype(float))
    ).fit(scale="X2")
    expected = float(oracle.predict(design[-1:], offset=np.log(volume[-1:].astype(float)))[0])
    assert farrington(y, volume).expected == pytest.approx(expected, rel=0.05)


def test_farrington_alarms_as_often_as_it_says_on_quiet_series() -> None:
    rng = np.random.default_rng(11)
    found = [farrington(rng.negative_binomial(6, 0.5, 71)).p_value < 0.05 for _ in range(100)]
    assert np.mean(found) < 0.1


def test_farrington_is_not_blinded_by_a_past_outbreak() -> None:
    rng = np.random.default_rng(13)
    y = rng.poisson(5, 80)
    y[30:35] += 40
    y[-1] = 16
    assert farrington(y).p_value < 0.01


def test_farrington_follows_the_volume() -> None:
    rng = np.random.default_rng(17)
    volume = np.full(80, 100)
    volume[-1] = 300
    y = rng.poisson(0.05 * volume)
    y[-1] = 15
    assert farrington(y, volume).p_value > 0.2
    assert farrington(y).p_value < 0.01


def test_farrington_needs_two_periods() -> None:
    with pytest.raises(ValueError, match="at least 14"):
        farrington([1] * 10)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(6, 18))
def test_change_points_are_the_optimum_of_exhaustive_search(seed: int, split: int) -> None:
    rng = np.random.default_rng(seed)
    y = np.r_[rng.poisson(4, split), rng.poisson(14, 24 - split)]
    signal = stabilised(y)
    penalty = 3 * np.log(24) * max(float(np.var(np.diff(signal))) / 2, 0.25)

    def cost(cuts: tuple[int, ...]) -> float:
        edges = (0, *cuts, 24)
        parts = [signal[low:high] for low, high in itertools.pairwise(edges)]
        return float(sum(((part - part.mean()) ** 2).sum() for part in parts) + penalty * len(cuts))

    choices = [c for k in range(3) for c in itertools.combinations(range(5, 20), k) if _long_enough(c)]
    best = min(choices, key=cost)
    assert cost(tuple(change_points(y))) == pytest.approx(cost(best))


def _long_enough(cuts: tuple[int, ...]) -> bool:
    edges = (0, *cuts, 24)
    return all(high - low >= 5 for low, high in itertools.pairwise(edges))


@given(counts)
def test_cusum_is_the_best_likelihood_ratio_over_starts(series: list[int]) -> None:
    steps = [y * np.log(2.0) - 5.0 for y in series]
    best = max(0.0, *(sum(steps[start:]) for start in range(len(steps))))
    assert cusum(series, [5.0] * len(series))[-1] == pytest.approx(best)


def test_farrington_takes_a_series_without_any_noise() -> None:
    found = farrington([9] * 40, [36] * 40)
    assert found.expected == pytest.approx(9)
    assert found.p_value > 0.3


def test_farrington_leaves_out_steps_at_which_nobody_spoke() -> None:
    counts, volume = [0] * 14 + [9] * 40, [0] * 14 + [36] * 40
    assert farrington(counts, volume).expected == pytest.approx(9, rel=0.01)
