"""The change of a weekly rate after a date, on the log scale, with an honest error.

Without a control: interrupted time series, a Poisson regression of the events with the exposure as offset
on level, trend and step (Bernal, Cummins & Gasparrini 2017). With a control: difference in differences, a
binomial regression of the treated events among treated and control events, in which whatever moves both
cancels. What is left is how fast the two drift apart by themselves; a control is chosen because that is slow,
so their drift is drawn towards none by a normal prior (the posterior of a Gaussian likelihood; Gelman et al.,
Bayesian Data Analysis, 3rd ed., section 14.8). A free drift would cost half the power for a doubt that the data
seldom support.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from huiyin.act.effects.series import EffectSeries, Weeks

_TREND = 1
_STEP = 2
_PARAMETERS = 3
_MOST_CORRELATION = 0.9
_WEEKS_A_YEAR = 52
# Standard deviation of how far, on the log scale, treated and control drift apart in a year by themselves.
DIVERGENCE = 0.25


@dataclass(frozen=True, slots=True)
class FittedChange:
    """The step in log units with its error and degrees of freedom, and what the weeks would have held without it.

    `fitted` and `counterfactual` have shape (weeks,) and are numbers of events; they agree before the step.
    """

    log_change: float
    error: float
    degrees: int
    fitted: Weeks
    counterfactual: Weeks


def fit_change(
    series: EffectSeries, keep: NDArray[np.bool_], *, divergence: float = DIVERGENCE
) -> FittedChange:
    """Fit the weeks in `keep`, shape (weeks,), and predict all of them.

    `divergence` is the prior standard deviation of the yearly drift between treated and control, log scale.

    The error is the larger of the autocorrelation-robust one (Newey & West 1987) and the model's own, widened
    for over-dispersion and for the residuals' lag-one correlation (corrected for its bias towards zero).
    """
    design = _design(series)
    model = _model(series, design, keep)
    plain = model.fit()
    lags = max(1, int(4 * (keep.sum() / 100) ** (2 / 9)))
    robust = model.fit(cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True})
    degrees = int(keep.sum()) - _PARAMETERS
    widening = _dispersion(plain, degrees) * _carried(plain.resid_pearson)
    prior = _prior(series, divergence)
    own = _drawn(np.asarray(plain.params), np.asarray(plain.cov_params()) * widening, prior)
    wide = _drawn(np.asarray(plain.params), np.asarray(robust.cov_params()), prior)
    without = own.parameters.copy()
    without[_STEP] = 0.0
    return FittedChange(
        log_change=float(own.parameters[_STEP]),
        error=max(wide.error, own.error),
        degrees=degrees,
        fitted=_predicted(series, design @ own.parameters),
        counterfactual=_predicted(series, design @ without),
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Parameters, shape (3,), with the trend drawn towards none, and the error of the step."""

    parameters: Weeks
    error: float


def _prior(series: EffectSeries, divergence: float) -> float:
    """Return the variance of the trend before the data, in the units of the design; infinite without a control."""
    if series.control is None:
        return math.inf
    return (divergence * len(series.weeks) / _WEEKS_A_YEAR) ** 2


def _drawn(parameters: Weeks, covariance: NDArray[np.float64], prior: float) -> _Drawn:
    weight = covariance[:, _TREND] / (covariance[_TREND, _TREND] + prior)
    variance = covariance[_STEP, _STEP] - weight[_STEP] * covariance[_TREND, _STEP]
    return _Drawn(parameters - weight * parameters[_TREND], math.sqrt(max(float(variance), 0.0)))


def _design(series: EffectSeries) -> Weeks:
    week = np.arange(len(series.weeks))
    after = (week >= series.done).astype(float)
    return np.column_stack([np.ones(len(week)), (week - series.done) / len(week), after])


def _model(series: EffectSeries, design: Weeks, keep: NDArray[np.bool_]) -> Any:
    # Loading this library takes a second, and only an action that is due needs it.
    from statsmodels.genmod import families
    from statsmodels.genmod.generalized_linear_model import GLM

    events, offset = series.events[keep], np.log(_baseline(series)[keep])
    if series.control is None:
        return GLM(events, design[keep], family=families.Poisson(), offset=offset)
    both = np.column_stack([events, series.control[keep]])
    return GLM(both, design[keep], family=families.Binomial(), offset=offset)


def _baseline(series: EffectSeries) -> Weeks:
    """Return what the events are proportional to: those who were heard, relative to the control's."""
    if series.control is None:
        return series.exposure
    if series.control_exposure is None:
        return np.ones(len(series.weeks))
    silent = series.control_exposure <= 0
    return np.asarray(series.exposure / np.where(silent, 1.0, series.control_exposure))


def _predicted(series: EffectSeries, linear: Weeks) -> Weeks:
    expected = _baseline(series) * np.exp(linear)
    return np.asarray(expected if series.control is None else expected * series.control)


def _dispersion(fit: Any, degrees: int) -> float:
    return max(float(fit.pearson_chi2) / degrees, 1.0)


def _carried(residual: Weeks) -> float:
    """Return by how much autocorrelation inflates a variance, at least one."""
    power = float(np.sum(residual**2))
    if power == 0:
        return 1.0
    raw = float(np.sum(residual[1:] * residual[:-1])) / power
    correlation = min(max(raw + (_PARAMETERS + 1) / len(residual), 0.0), _MOST_CORRELATION)
    return (1 + correlation) / (1 - correlation)
