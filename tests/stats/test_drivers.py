"""Importance adds up, and the regression equals the one statsmodels makes."""

from __future__ import annotations

import math

import numpy as np
import pytest
import statsmodels.api as sm

from huiyin import stats


def correlated(k: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    data = np.random.default_rng(seed).normal(size=(400, k + 1)) @ np.random.default_rng(seed + 1).normal(
        size=(k + 1, k + 1)
    )
    matrix = np.corrcoef(data, rowvar=False)
    return matrix[:k, :k], matrix[:k, k]


@pytest.mark.parametrize("seed", range(5))
def test_both_importances_sum_to_r_squared(seed: int) -> None:
    correlations, outcome = correlated(5, seed)
    r_squared = outcome @ np.linalg.solve(correlations, outcome)
    assert stats.relative_weights(correlations, outcome).sum() == pytest.approx(r_squared)
    assert stats.shapley_weights(correlations, outcome).sum() == pytest.approx(r_squared)


def test_shapley_of_two_drivers_is_the_mean_of_both_orders() -> None:
    r, a, b = 0.4, 0.5, 0.3
    correlations, outcome = np.array([[1, r], [r, 1]]), np.array([a, b])
    r_squared = outcome @ np.linalg.solve(correlations, outcome)
    assert stats.shapley_weights(correlations, outcome)[0] == pytest.approx((a**2 + r_squared - b**2) / 2)


def test_relative_weights_stay_close_to_shapley() -> None:
    correlations, outcome = correlated(6, 7)
    ours, exact = stats.relative_weights(correlations, outcome), stats.shapley_weights(correlations, outcome)
    assert ours == pytest.approx(exact, abs=0.08)


def test_a_driver_without_variance_carries_nothing() -> None:
    correlations = np.array([[1.0, 0.0], [0.0, 0.0]])
    assert stats.relative_weights(correlations, np.array([0.5, 0.0])).tolist() == pytest.approx([0.25, 0.0])


def test_too_many_drivers_for_every_order_are_refused() -> None:
    with pytest.raises(ValueError, match="at most"):
        stats.shapley_weights(np.eye(13), np.zeros(13))


def test_cluster_regression_equals_statsmodels() -> None:
    rng = np.random.default_rng(2)
    clusters = rng.integers(0, 40, 300)
    design = sm.add_constant(rng.normal(size=(300, 3)))
    outcome = design @ [1, 0.5, -0.2, 0] + rng.normal(size=40)[clusters] + rng.normal(size=300)
    fitted = sm.OLS(outcome, design).fit(cov_type="cluster", cov_kwds={"groups": clusters}, use_t=True)
    ours = stats.cluster_regression(outcome, design, clusters)
    assert ours.coefficients == pytest.approx(fitted.params)
    assert ours.covariance == pytest.approx(fitted.cov_params())
    assert ours.r_squared == pytest.approx(fitted.rsquared)
    effect = ours.combined([0, 1, 0, 0])
    assert (effect.low, effect.high) == pytest.approx(tuple(fitted.conf_int()[1]))


def test_top_probabilities_sum_to_the_places_there_are() -> None:
    rng = np.random.default_rng(3)
    p = stats.top_probabilities(
        np.arange(600), rng.integers(0, 6, 600), np.ones(600), count=6, top=3, draws=300, rng=rng
    )
    assert p.sum() == pytest.approx(3)


def test_one_loud_customer_makes_a_rank_unsure() -> None:
    customers = [0] * 30 + list(range(1, 26))
    issues = [0] * 30 + [1] * 25
    p = stats.top_probabilities(
        customers, issues, np.ones(55), count=2, top=1, draws=2000, rng=np.random.default_rng(4)
    )
    # Poisson(1) leaves the one loud customer out of 37 % of the draws.
    assert 0.3 < p[1] < 0.5


def test_nobody_complaining_ranks_nobody() -> None:
    assert stats.top_probabilities([], [], [], count=2, rng=np.random.default_rng(0)).tolist() == [0, 0]


def test_grouped_redraws_are_as_unsure_as_redraws_of_every_customer() -> None:
    """Two issues of 20,000 customers, 10 % and 10.4 %: the chance of the first matches the normal approximation."""
    rng = np.random.default_rng(5)
    people, share, other = 20_000, 0.10, 0.104
    said = [rng.choice(people, int(people * each), replace=False) for each in (share, other)]
    customers = np.concatenate([np.arange(people), *said])
    issues = np.concatenate([np.full(people, 2), np.zeros(len(said[0])), np.ones(len(said[1]))])
    scores = np.concatenate([np.zeros(people), np.ones(len(said[0])), np.ones(len(said[1]))])
    p = stats.top_probabilities(customers, issues, scores, count=3, top=1, draws=4000, rng=rng)
    shared = len(np.intersect1d(*said))
    spread = math.sqrt(len(said[0]) + len(said[1]) - 2 * shared)
    expected = 0.5 * (1 + math.erf((len(said[1]) - len(said[0])) / spread / math.sqrt(2)))
    assert p[1] == pytest.approx(expected, abs=0.03)
