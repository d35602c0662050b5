"""How long things take when some are still open."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter
from scipy import stats as scipy_stats

from huiyin.act.programme import Closing, quantile


def test_kaplan_meier_agrees_with_lifelines():
    rng = np.random.default_rng(3)
    ends, watched = rng.exponential(6, 120), rng.uniform(0, 20, 120)
    durations, finished = np.minimum(ends, watched), ends <= watched
    ours = Closing(durations.tolist(), finished.tolist())
    theirs = KaplanMeierFitter().fit(durations, finished)
    for day in (1, 3, 7, 12):
        share = ours.share_by(day)
        assert share.value == pytest.approx(1 - float(theirs.predict(day)))
        bounds = theirs.confidence_interval_survival_function_.loc[:day].iloc[-1]
        assert (share.low, share.high) == pytest.approx((1 - bounds.iloc[1], 1 - bounds.iloc[0]), abs=1e-6)
    assert ours.median().value == pytest.approx(theirs.median_survival_time_)


def test_leaving_open_cases_out_would_flatter():
    closing = Closing([1, 2, 30, 30, 30, 30], [True, True, False, False, False, False])
    assert closing.share_by(7).value == pytest.approx(2 / 6)
    assert not closing.median().sufficient


def test_intervals_hold_on_simulated_cases():
    rng = np.random.default_rng(11)
    truth, held = 1 - np.exp(-5 / 6), 0
    for _ in range(300):
        ends, watched = rng.exponential(6, 60), rng.uniform(4, 20, 60)
        share = Closing(np.minimum(ends, watched).tolist(), (ends <= watched).tolist()).share_by(5)
        held += share.low <= truth <= share.high
    assert held >= 275


def test_no_case_is_no_evidence():
    assert not Closing([], []).share_by(7).sufficient
    assert not Closing([], []).median().sufficient


def test_nothing_closed_is_zero_within_the_days_observed():
    closing = Closing([3, 4], [False, False])
    assert closing.share_by(2).value == 0
    assert not closing.share_by(5).sufficient


@given(st.lists(st.tuples(st.floats(0, 100), st.booleans()), min_size=1, max_size=40), st.floats(0, 100))
def test_share_and_interval_stay_within_bounds(cases, day):
    share = Closing([days for days, _ in cases], [done for _, done in cases]).share_by(day)
    if share.sufficient:
        assert 0 <= share.low <= share.value <= share.high <= 1


def test_quantile_interval_covers_at_its_level():
    rng = np.random.default_rng(5)
    truth, held = scipy_stats.expon.ppf(0.95), 0
    for _ in range(400):
        found = quantile(rng.exponential(1, 200).tolist(), 0.95)
        held += found.low <= truth <= found.high
    assert held >= 370


def test_four_values_have_no_quantile():
    assert not quantile([1, 2, 3, 4], 0.5).sufficient


@pytest.mark.parametrize(("finished", "value"), [([False] * 4, 0.0), ([True] * 4, 1.0)])
def test_none_or_all_of_a_few_is_no_certainty(finished, value):
    share = Closing([3, 4, 5, 8], finished).share_by(8 if value else 3)
    assert share.value == value
    assert (share.low, share.high) == pytest.approx((0.51, 1.0) if value else (0.0, 0.49), abs=0.01)
