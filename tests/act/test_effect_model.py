"""The fitted step against statsmodels' own formula interface and against hand-made truths."""

import math
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
import statsmodels.formula.api as smf

from huiyin.act.effects.model import fit_change
from huiyin.act.effects.series import EffectSeries


@pytest.fixture
def series():
    rng = np.random.default_rng(3)
    exposure = rng.integers(500, 700, 40).astype(float)
    rate = 0.04 * np.exp(0.005 * np.arange(40)) * np.where(np.arange(40) >= 28, 0.6, 1.0)
    return EffectSeries(
        weeks=tuple(date(2025, 1, 6) + timedelta(weeks=week) for week in range(40)),
        events=rng.poisson(rate * exposure).astype(float),
        exposure=exposure,
        done=28,
        selected=20,
        control=rng.poisson(0.2 * exposure).astype(float),
    )


EVERY_WEEK = np.ones(40, dtype=bool)


def table(series):
    week = np.arange(40)
    return pd.DataFrame(
        {
            "events": series.events,
            "control": series.control,
            "trend": week,
            "after": (week >= series.done).astype(int),
            "exposure": series.exposure,
        }
    )


def test_series_without_control_equals_a_poisson_regression(series):
    fitted = fit_change(replace(series, control=None), EVERY_WEEK)
    oracle = smf.glm(
        "events ~ trend + after",
        table(series),
        family=sm.families.Poisson(),
        offset=np.log(series.exposure),
    ).fit()
    assert fitted.log_change == pytest.approx(oracle.params["after"])
    assert fitted.error >= oracle.bse["after"] * (1 - 1e-9)
    assert fitted.fitted == pytest.approx(oracle.fittedvalues.to_numpy())


def test_series_with_control_equals_a_binomial_regression(series):
    fitted = fit_change(series, EVERY_WEEK, divergence=math.inf)
    oracle = smf.glm("events + control ~ trend + after", table(series), family=sm.families.Binomial()).fit()
    assert fitted.log_change == pytest.approx(oracle.params["after"])


def test_left_out_weeks_do_not_matter(series):
    keep = EVERY_WEEK.copy()
    keep[14:20] = False
    wild = np.where(keep, series.events, 9_999.0)
    same = fit_change(replace(series, events=wild, control=None), keep)
    assert same.log_change == fit_change(replace(series, control=None), keep).log_change


def test_shocks_that_hit_control_and_events_alike_cancel(series):
    shock = np.where(np.arange(40) >= 28, 3.0, 1.0)
    shocked = replace(series, events=series.events * shock, control=series.control * shock)
    assert fit_change(shocked, EVERY_WEEK).log_change == pytest.approx(
        fit_change(series, EVERY_WEEK).log_change, abs=0.02
    )


def test_more_voices_of_the_treated_alone_are_no_effect(series):
    """Twice as many of the treated are heard after the step, and so twice as many complain."""
    doubled = np.where(np.arange(40) >= 28, 2.0, 1.0)
    steady = replace(series, control_exposure=series.exposure)
    busier = replace(steady, events=series.events * doubled, exposure=series.exposure * doubled)
    assert fit_change(busier, EVERY_WEEK).log_change == pytest.approx(
        fit_change(steady, EVERY_WEEK).log_change, abs=0.05
    )
