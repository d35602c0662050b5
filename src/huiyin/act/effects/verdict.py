"""Did the action do what was promised? Effective, not effective, or cannot tell."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from huiyin.act.effects.model import FittedChange, fit_change
from huiyin.act.effects.series import EffectSeries, Weeks
from huiyin.stats import Estimate, insufficient, t_value

# Issues are picked at their peak, which flatters whatever is done next: hence a strict level, and the
# weeks around the picking are left out.
LEVEL = 0.98
GUARD_WEEKS = 6

MINIMUM_BEFORE = 12
MINIMUM_AFTER = 4
MINIMUM_EVENTS = 30
PLACEBO_BEFORE = 12
PLACEBO_STEP = 2
MOST_PLACEBO_FINDINGS = 0.2


class EffectVerdict(StrEnum):
    """What may be said about an action."""

    EFFECTIVE = "effective"
    NOT_EFFECTIVE = "not_effective"
    CANNOT_TELL = "cannot_tell"


class EffectReason(StrEnum):
    """Why the verdict is what it is."""

    CHANGED_AS_PROMISED = "changed_as_promised"
    CHANGED_LESS_THAN_PROMISED = "changed_less_than_promised"
    NO_CHANGE_OF_THE_PROMISED_SIZE = "no_change_of_the_promised_size"
    CHANGED_THE_OTHER_WAY = "changed_the_other_way"
    TOO_UNCERTAIN = "too_uncertain"
    TOO_FEW_WEEKS_BEFORE = "too_few_weeks_before"
    TOO_FEW_WEEKS_AFTER = "too_few_weeks_after"
    TOO_FEW_EVENTS = "too_few_events"
    PLACEBO_DATES_CHANGED_TOO = "placebo_dates_changed_too"
    METRIC_NOT_TESTABLE = "metric_not_testable"


@dataclass(frozen=True, slots=True)
class Placebo:
    """What the same test says at a date at which nothing happened."""

    week: date
    change: Estimate
    found: bool


@dataclass(frozen=True, slots=True)
class EffectJudgement:
    """The verdict with all it rests on; `change` and `promised` are relative changes of the rate, -0.4 for 40 % less.

    `counterfactual`, shape (weeks,), is how many events the weeks would have held without the action; empty
    where nothing could be fitted.
    """

    verdict: EffectVerdict
    reason: EffectReason
    change: Estimate
    promised: float
    placebos: tuple[Placebo, ...] = ()
    counterfactual: tuple[float, ...] = ()


def judge_effect(series: EffectSeries, promised: float) -> EffectJudgement:
    """Judge a series against the promised relative change (-0.3 is 30 % less), registered before the action.

    Effective needs a change in the promised direction whose 98 % interval excludes none, at a date that is
    not matched by placebo dates. Not effective needs an interval that excludes the promised size. Raises
    ValueError unless the promise is a change above -1 that is not zero.

    >>> weeks = tuple(date.fromordinal(738000 + 7 * week) for week in range(52))
    >>> events = np.array([20.0, 22.0, 19.0, 21.0] * 10 + [9.0, 11.0, 10.0] * 4)
    >>> series = EffectSeries(weeks, events, np.full(52, 400.0), done=40, selected=36)
    >>> judge_effect(series, promised=-0.4).verdict
    <EffectVerdict.EFFECTIVE: 'effective'>
    >>> judge_effect(series, promised=0.4).reason
    <EffectReason.CHANGED_THE_OTHER_WAY: 'changed_the_other_way'>
    """
    if not promised > -1 or promised == 0:
        raise ValueError(f"promised {promised} must be above -1 and not zero")
    keep = _kept(series)
    if reason := _too_little(series, keep):
        return EffectJudgement(EffectVerdict.CANNOT_TELL, reason, _nothing(series, keep), promised)
    fitted = fit_change(series, keep)
    verdict, reason = _verdict(fitted, promised)
    # Only a find has to be doubted, so only a find is held against the placebo dates.
    placebos = tuple(_placebos(series, keep, promised)) if verdict is EffectVerdict.EFFECTIVE else ()
    if sum(placebo.found for placebo in placebos) > MOST_PLACEBO_FINDINGS * len(placebos):
        verdict, reason = EffectVerdict.CANNOT_TELL, EffectReason.PLACEBO_DATES_CHANGED_TOO
    return EffectJudgement(
        verdict=verdict,
        reason=reason,
        change=_change(fitted, series, keep),
        promised=promised,
        placebos=placebos,
        counterfactual=tuple(round(float(each), 3) for each in fitted.counterfactual),
    )


def _kept(series: EffectSeries) -> NDArray[np.bool_]:
    """Return which weeks count: those with anybody heard, but not those in which the issue was picked as high."""
    keep = series.heard
    keep[max(series.selected - GUARD_WEEKS, 0) : series.selected] = False
    return keep


def _too_little(series: EffectSeries, keep: NDArray[np.bool_]) -> EffectReason | None:
    if keep[: series.done].sum() < MINIMUM_BEFORE:
        return EffectReason.TOO_FEW_WEEKS_BEFORE
    if keep[series.done :].sum() < MINIMUM_AFTER:
        return EffectReason.TOO_FEW_WEEKS_AFTER
    before = series.events[: series.done][keep[: series.done]].sum()
    if before < MINIMUM_EVENTS or _silent(series, keep):
        return EffectReason.TOO_FEW_EVENTS
    return None


def _silent(series: EffectSeries, keep: NDArray[np.bool_]) -> bool:
    """Return whether the events or the control's fall silent on one side, against which no change has a size."""
    compared = [series.events] if series.control is None else [series.events, series.control]
    sides = (slice(None, series.done), slice(series.done, None))
    return any(each[side][keep[side]].sum() == 0 for each in compared for side in sides)


def _verdict(fitted: FittedChange, promised: float) -> tuple[EffectVerdict, EffectReason]:
    low, high = _bounds(fitted)
    wanted = math.log1p(promised)
    if wanted > 0:
        low, high, wanted = -high, -low, -wanted
    if low > 0:
        return EffectVerdict.NOT_EFFECTIVE, EffectReason.CHANGED_THE_OTHER_WAY
    if high >= 0:
        if low > wanted:
            return EffectVerdict.NOT_EFFECTIVE, EffectReason.NO_CHANGE_OF_THE_PROMISED_SIZE
        return EffectVerdict.CANNOT_TELL, EffectReason.TOO_UNCERTAIN
    if low > wanted:
        return EffectVerdict.EFFECTIVE, EffectReason.CHANGED_LESS_THAN_PROMISED
    return EffectVerdict.EFFECTIVE, EffectReason.CHANGED_AS_PROMISED


def _placebos(series: EffectSeries, keep: NDArray[np.bool_], promised: float) -> Iterator[Placebo]:
    """Run the same test at dates before the action, on the weeks before it only."""
    before = keep & (np.arange(len(keep)) < series.done)
    count = int(before.sum())
    after = min(len(series.weeks) - series.done, max(MINIMUM_AFTER, count // 3))
    for start in range(PLACEBO_BEFORE, count - MINIMUM_AFTER + 1, PLACEBO_STEP):
        window = np.flatnonzero(before)[: start + after]
        part = series.part(np.isin(np.arange(len(keep)), window), start)
        everything = np.ones(len(part.weeks), dtype=bool)
        if _silent(part, everything):
            continue
        fitted = fit_change(part, everything)
        low, high = _bounds(fitted)
        found = high < 0 if promised < 0 else low > 0
        yield Placebo(part.weeks[start], _change(fitted, part, everything), found)


def _bounds(fitted: FittedChange) -> tuple[float, float]:
    half = t_value(LEVEL, fitted.degrees) * fitted.error
    return fitted.log_change - half, fitted.log_change + half


def _change(fitted: FittedChange, series: EffectSeries, keep: NDArray[np.bool_]) -> Estimate:
    low, high = _bounds(fitted)
    return Estimate(
        value=math.expm1(fitted.log_change),
        low=math.expm1(low),
        high=math.expm1(high),
        n=_count(series.events, keep),
        method=_method(series),
        level=LEVEL,
    )


def _nothing(series: EffectSeries, keep: NDArray[np.bool_]) -> Estimate:
    return insufficient(_count(series.events, keep), _method(series), level=LEVEL)


def _count(events: Weeks, keep: NDArray[np.bool_]) -> int:
    return int(events[keep].sum())


def _method(series: EffectSeries) -> str:
    return "its-poisson-hac" if series.control is None else "did-binomial-hac"
