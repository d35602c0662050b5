"""Planted truths: intervals cover what was planted about as often as they promise, tests hold their level."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from scipy.special import ndtr

from huiyin import stats
from huiyin.stats import Estimate

RUNS = 2000


def covers(estimate: Estimate, truth: float) -> bool:
    return estimate.low is not None and estimate.high is not None and estimate.low <= truth <= estimate.high


def coverage(
    draw: Callable[[np.random.Generator], Estimate], truth: float, *, seed: int, runs: int = RUNS
) -> float:
    rng = np.random.default_rng(seed)
    return float(np.mean([covers(draw(rng), truth) for _ in range(runs)]))


def test_wilson_covers() -> None:
    assert 0.93 <= coverage(lambda rng: stats.wilson(int(rng.binomial(400, 0.06)), 400), 0.06, seed=1) <= 0.97


def test_newcombe_covers() -> None:
    def draw(rng: np.random.Generator) -> Estimate:
        return stats.newcombe(int(rng.binomial(300, 0.12)), 300, int(rng.binomial(250, 0.08)), 250)

    assert 0.93 <= coverage(draw, 0.04, seed=2) <= 0.97


def test_nps_covers() -> None:
    def draw(rng: np.random.Generator) -> Estimate:
        p, n, d = rng.multinomial(300, [0.5, 0.33, 0.17])
        return stats.nps(int(p), int(n), int(d))

    assert 0.93 <= coverage(draw, 33.0, seed=3) <= 0.97


def test_bounded_mean_of_speakers_covers() -> None:
    def draw(rng: np.random.Generator) -> Estimate:
        values = rng.beta(2.0, 3.0, 60)
        return stats.bounded_mean(float(values.mean()), float(values.var(ddof=1)), 60)

    assert 0.93 <= coverage(draw, 0.4, seed=4) <= 0.97


def test_cluster_mean_covers_where_the_naive_interval_does_not() -> None:
    def clusters(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        who = np.repeat(np.arange(80), 5)
        return rng.normal(0, 1, 80)[who] + rng.normal(0, 0.5, 400), who

    robust = coverage(lambda rng: stats.cluster_mean(*clusters(rng)), 0.0, seed=5)
    naive = coverage(lambda rng: stats.mean_interval(clusters(rng)[0]), 0.0, seed=5)
    assert 0.93 <= robust <= 0.97
    assert naive < 0.75


def test_cluster_bootstrap_covers() -> None:
    def draw(rng: np.random.Generator) -> Estimate:
        who = np.repeat(np.arange(60), 3)
        values = rng.normal(0, 1, 60)[who] + rng.normal(0, 0.5, 180)
        return stats.cluster_bootstrap(values, who, lambda v: float(v.mean()), rng=rng, draws=200)

    assert 0.91 <= coverage(draw, 0.0, seed=6, runs=300) <= 0.98


def test_standardised_share_covers() -> None:
    def draw(rng: np.random.Generator) -> Estimate:
        found = [int(rng.binomial(300, 0.02)), int(rng.binomial(80, 0.2))]
        return stats.standardised_share(found, [300, 80], [0.5, 0.5])

    assert 0.93 <= coverage(draw, 0.11, seed=7) <= 0.97


def test_rogan_gladen_covers_the_true_prevalence() -> None:
    truth, se, sp = 0.15, 0.85, 0.95

    def draw(rng: np.random.Generator) -> Estimate:
        flagged = int(rng.binomial(3000, truth * se + (1 - truth) * (1 - sp)))
        audit = (int(rng.binomial(200, se)), 200), (int(rng.binomial(400, sp)), 400)
        return stats.rogan_gladen(flagged, 3000, sensitivity=audit[0], specificity=audit[1])

    assert 0.93 <= coverage(draw, truth, seed=8) <= 0.97


def test_prediction_powered_mean_covers_where_the_machine_alone_is_biased() -> None:
    def draw(rng: np.random.Generator) -> Estimate:
        human = rng.random(2400) < 0.2
        machine = np.where(human, rng.random(2400) < 0.7, rng.random(2400) < 0.1)
        return stats.prediction_powered(machine[400:], machine[:400], human[:400])

    assert 0.93 <= coverage(draw, 0.2, seed=9) <= 0.97


def test_poisson_interval_covers_at_least_its_level() -> None:
    assert coverage(lambda rng: stats.poisson_count(int(rng.poisson(12))), 12, seed=10) >= 0.95


@pytest.mark.parametrize(("dispersion", "carry"), [(0.0, 0.0), (0.02, 0.0), (0.015, 0.4)])
def test_trend_test_holds_its_level_on_quiet_series(dispersion: float, carry: float) -> None:
    rng = np.random.default_rng(11)
    found = []
    for _ in range(RUNS):
        noise = rng.normal(0, dispersion, 26)
        for week in range(1, 26):
            noise[week] += carry * noise[week - 1]
        n = rng.integers(200, 400, 26)
        found.append(stats.share_trend(rng.binomial(n, np.clip(0.08 + noise, 0, 1)), n).p_value < 0.05)
    assert np.mean(found) <= (0.05 if carry == 0 else 0.08)


def test_a_family_of_quiet_series_holds_its_level_and_its_false_discovery_rate() -> None:
    rng = np.random.default_rng(15)
    single, any_found = [], []
    for _ in range(150):
        n = rng.integers(300, 600, 13)
        shares = rng.uniform(0.01, 0.08, 40)
        noise = rng.normal(0, 1, (40, 13)) * (rng.uniform(0.0, 0.4, 40) * shares)[:, None]
        family = rng.binomial(n, np.clip(shares[:, None] + noise, 0, 1))
        p = [trend.p_value for trend in stats.share_trends(list(family), n)]
        single += [each < 0.05 for each in p]
        any_found.append(stats.benjamini_hochberg(p).any())
    assert np.mean(single) <= 0.055
    assert np.mean(any_found) <= 0.09


def test_a_burst_among_quiet_series_is_no_trend_and_teaches_the_rest_nothing() -> None:
    rng = np.random.default_rng(16)
    n = np.full(13, 1000)
    quiet = rng.binomial(n, 0.03, (20, 13))
    burst = np.array([4, 6, 4, 7, 3, 11, 2, 5, 3, 132, 92, 33, 9])
    alone = stats.share_trends(list(quiet), n)
    together = stats.share_trends([*quiet, burst], n)
    assert together[-1].p_value > 0.05
    for before, after in zip(alone, together, strict=False):
        assert (after.change.high or 0) - (after.change.low or 0) <= 1.1 * (
            (before.change.high or 0) - (before.change.low or 0)
        )


def test_a_family_finds_what_a_series_alone_cannot() -> None:
    rng = np.random.default_rng(17)
    n = np.full(13, 1000)
    alone, together = [], []
    for _ in range(60):
        rising = rng.binomial(n, np.linspace(0.01, 0.024, 13))
        family = [rising, *rng.binomial(n, 0.03, (40, 13))]
        alone.append(stats.share_trend(rising, n).p_value)
        together.append(stats.share_trends(family, n)[0].p_value)
    assert np.mean(np.array(together) < 0.001) > np.mean(np.array(alone) < 0.001) + 0.1


def test_trend_change_covers_the_planted_change() -> None:
    shares = np.linspace(0.05, 0.09, 20)

    def draw(rng: np.random.Generator) -> Estimate:
        n = rng.integers(300, 500, 20)
        return stats.share_trend(rng.binomial(n, shares), n).change

    assert 0.93 <= coverage(draw, 0.04, seed=12) <= 0.99


def test_a_planted_rise_is_found() -> None:
    rng = np.random.default_rng(13)
    n = np.full(13, 800)
    found = [
        stats.share_trend(rng.binomial(n, np.linspace(0.02, 0.06, 13)), n).p_value < 0.05 for _ in range(300)
    ]
    assert np.mean(found) > 0.9


def test_false_discoveries_stay_within_their_rate() -> None:
    rng = np.random.default_rng(14)
    rates = []
    for _ in range(400):
        z = rng.normal(0, 1, 60)
        z[:10] += 3.5
        rejected = stats.benjamini_hochberg(2 * ndtr(-np.abs(z)))
        rates.append(rejected[10:].sum() / max(rejected.sum(), 1))
    assert np.mean(rates) <= 0.05
