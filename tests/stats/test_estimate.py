"""Estimates carry their uncertainty wherever they go."""

from __future__ import annotations

import json

import pytest

from huiyin import stats
from huiyin.stats import Estimate, Verdict


def test_estimate_survives_json() -> None:
    estimate = stats.wilson(3, 10)
    assert Estimate.from_dict(json.loads(json.dumps(estimate.as_dict()))) == estimate


def test_below_the_minimum_the_verdict_is_insufficient_and_the_value_stays() -> None:
    guarded = stats.wilson(3, 10).guarded(30)
    assert (guarded.verdict, guarded.value, guarded.sufficient) == (Verdict.INSUFFICIENT, 0.3, False)


def test_nobody_asked_gives_no_value() -> None:
    assert stats.wilson(0, 0).value is None
    assert stats.nps(0, 0, 0).value is None
    assert stats.bounded_mean(None, None, 0).value is None


def test_more_successes_than_units_is_refused() -> None:
    with pytest.raises(ValueError, match=r"0\.\.5"):
        stats.wilson(6, 5)


def test_a_share_that_nobody_or_everybody_has_still_has_a_width() -> None:
    none, everyone = stats.wilson(0, 20), stats.wilson(20, 20)
    assert (none.low, round(none.high or 0, 4)) == (0.0, 0.1611)
    assert (everyone.high, round(everyone.low or 0, 4)) == (1.0, 0.8389)


def test_bounded_mean_of_yes_and_no_answers_is_wilsons_interval_with_students_quantile() -> None:
    n, p = 2000, 0.3
    mean = stats.bounded_mean(p, p * (1 - p), n)
    wilson = stats.wilson(600, n)
    assert (mean.low, mean.high) == pytest.approx((wilson.low, wilson.high), abs=2e-4)


def test_unanimous_nps_answers_keep_a_width() -> None:
    e = stats.nps(20, 0, 0)
    assert e.value == 100
    assert e.low is not None
    assert e.low < 95


def test_p_value_matches_the_interval() -> None:
    difference = stats.newcombe(60, 200, 40, 200)
    assert difference.excludes_zero == (stats.p_value_of(difference) < 0.05)


def test_difference_of_two_estimates_is_insufficient_when_one_is() -> None:
    assert stats.difference(stats.wilson(1, 2), stats.wilson(0, 0)).verdict is Verdict.INSUFFICIENT
