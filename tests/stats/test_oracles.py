"""The statistics agree with scipy and statsmodels where those offer the same method."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as scipy_stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from huiyin import stats


@given(st.integers(1, 5000), st.floats(0, 1), st.sampled_from([0.8, 0.95, 0.99]))
def test_wilson_equals_statsmodels(n: int, part: float, level: float) -> None:
    k = round(part * n)
    ours = stats.wilson(k, n, level=level)
    low, high = proportion_confint(k, n, alpha=1 - level, method="wilson")
    assert (ours.low, ours.high) == pytest.approx((max(low, 0), min(high, 1)), abs=1e-12)


@given(st.integers(2, 500), st.integers(2, 500), st.floats(0, 1), st.floats(0, 1))
def test_newcombe_equals_statsmodels(n1: int, n2: int, p1: float, p2: float) -> None:
    k1, k2 = round(p1 * n1), round(p2 * n2)
    ours = stats.newcombe(k1, n1, k2, n2)
    low, high = confint_proportions_2indep(k1, n1, k2, n2, method="newcomb", correction=False)
    assert (ours.low, ours.high) == pytest.approx((low, high), abs=1e-9)


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=50))
def test_mean_interval_equals_scipy(values: list[float]) -> None:
    ours = stats.mean_interval(values)
    half = scipy_stats.t.ppf(0.975, len(values) - 1) * np.std(values, ddof=1) / np.sqrt(len(values))
    assert ours.high == pytest.approx(np.mean(values) + half, abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_benjamini_hochberg_equals_statsmodels(p_values: list[float]) -> None:
    rejected, adjusted, _, _ = multipletests(p_values, alpha=0.05, method="fdr_bh")
    assert stats.adjusted_p_values(p_values) == pytest.approx(adjusted)
    assert stats.benjamini_hochberg(p_values).tolist() == rejected.tolist()


def test_a_test_that_was_not_made_is_never_significant_and_costs_nothing() -> None:
    assert stats.benjamini_hochberg([0.04, float("nan"), float("nan")]).tolist() == [True, False, False]


def test_mann_kendall_agrees_with_kendalls_tau_and_theil_sen() -> None:
    series = np.random.default_rng(3).normal(size=40).round(1)
    ours = stats.mann_kendall(series)
    tau = scipy_stats.kendalltau(np.arange(40), series, variant="b")
    pairs = 40 * 39 / 2
    _, ties = np.unique(series, return_counts=True)
    tied = np.sum(ties * (ties - 1) / 2)
    assert ours.s / np.sqrt(pairs * (pairs - tied)) == pytest.approx(tau.statistic)
    assert ours.p_value == pytest.approx(tau.pvalue, abs=0.02)
    assert ours.slope == pytest.approx(scipy_stats.theilslopes(series).slope)


@given(st.integers(0, 200), st.floats(0.1, 200))
def test_poisson_tail_equals_scipy(observed: int, expected: float) -> None:
    assert stats.poisson_tail(observed, expected) == pytest.approx(
        scipy_stats.poisson.sf(observed - 1, expected)
    )


@given(st.integers(0, 500))
def test_poisson_interval_equals_the_chi_square_form(count: int) -> None:
    ours = stats.poisson_count(count)
    low = scipy_stats.chi2.ppf(0.025, 2 * count) / 2 if count else 0.0
    assert (ours.low, ours.high) == pytest.approx((low, scipy_stats.chi2.ppf(0.975, 2 * count + 2) / 2))


def test_cluster_mean_equals_the_cluster_robust_regression_on_a_constant() -> None:
    rng = np.random.default_rng(5)
    clusters = rng.integers(0, 30, 200)
    values = rng.normal(size=200) + clusters / 30
    fitted = sm.OLS(values, np.ones(200)).fit(
        cov_type="cluster",
        cov_kwds={"groups": clusters, "use_correction": True, "df_correction": True},
        use_t=True,
    )
    ours = stats.cluster_mean(values, clusters)
    # statsmodels also multiplies by (m − 1)/(m − k), which is one for a constant.
    assert (ours.low, ours.high) == pytest.approx(tuple(fitted.conf_int()[0]), rel=1e-9)


def test_trend_slope_equals_weighted_least_squares() -> None:
    k, n = np.array([3, 8, 4, 12, 9, 15, 11, 20]), np.array([90, 110, 80, 130, 100, 140, 95, 150])
    weeks = np.arange(8)
    fitted = sm.WLS(k / n, sm.add_constant(weeks), weights=n).fit()
    trend = stats.share_trend(k, n)
    assert trend.change.value == pytest.approx(fitted.params[1] * 7)
    assert trend.change.high - trend.change.value >= 0.99 * (fitted.conf_int()[1][1] - fitted.params[1]) * 7


def test_rake_meets_both_margins() -> None:
    rng = np.random.default_rng(8)
    sex = rng.choice(["f", "m"], 500, p=[0.3, 0.7]).tolist()
    age = rng.choice(["old", "mid", "young"], 500).tolist()
    raked = stats.rake([(sex, {"f": 0.5, "m": 0.5}), (age, {"old": 0.2, "mid": 0.3, "young": 0.5})])
    weights = raked.weights / raked.weights.sum()
    assert raked.converged
    assert sum(w for w, s in zip(weights, sex, strict=True) if s == "f") == pytest.approx(0.5)
    assert sum(w for w, a in zip(weights, age, strict=True) if a == "young") == pytest.approx(0.5)


def test_rake_refuses_a_margin_without_units() -> None:
    with pytest.raises(ValueError, match="margin mismatch"):
        stats.rake([(["m", "m"], {"m": 0.5, "f": 0.5})])
