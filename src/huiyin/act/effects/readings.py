"""From the facts to the weekly series on which an action is judged."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from huiyin.act.actions.actions import Action, ActionDraft, EffectDirection, EffectMetric, EffectUnit
from huiyin.act.effects.controls import choose_control
from huiyin.act.effects.counts import Counts, read_counts, read_other_issues
from huiyin.act.effects.planning import EffectPlan, plan_effect, usual_week
from huiyin.act.effects.roughness import Roughness, roughness_of
from huiyin.act.effects.series import EffectSeries
from huiyin.act.effects.verdict import GUARD_WEEKS
from huiyin.act.stored_filters import parse_filters
from huiyin.understand import Filters, freshness
from huiyin.understand.queries import FactsReader

MOST_WEEKS_BEFORE = 52
_WEEK = timedelta(weeks=1)
_ALMOST_ALL = 0.99

# Figures about which "how many of how many" can be said week by week.
TESTABLE = frozenset({EffectMetric.NEGATIVE_CUSTOMERS, EffectMetric.SHARE_NEGATIVE, EffectMetric.CUSTOMERS})


def read_series(facts: FactsReader, action: Action, *, zone: ZoneInfo) -> EffectSeries | None:
    """Return the action's series up to the day its effect is due, None where the facts hold no full week of it.

    The control follows a rule that was fixed before the outcome (`effect_controls`).
    """
    if action.closed_at is None:
        raise ValueError(f"action {action.id} is not closed")
    filters = replace(parse_filters(action.filters), start=None, end=None)
    done = _monday(action.closed_at.astimezone(zone).date()) + _WEEK
    weeks = _weeks(facts, done, action.expected_effect.due_date)
    if not weeks:
        return None
    treated = read_counts(facts, action, filters, weeks)
    control = choose_control(facts, action, filters, weeks, treated)
    selected = _monday(action.created_at.astimezone(zone).date()) + _WEEK
    return EffectSeries(
        weeks=weeks,
        events=treated.events,
        exposure=treated.exposure,
        done=sum(week < done for week in weeks),
        selected=sum(week < min(selected, done) for week in weeks),
        control=None if control is None else control.events,
        control_exposure=None if control is None else control.exposure,
    )


def read_plan(facts: FactsReader, draft: ActionDraft, *, today: date) -> EffectPlan | None:
    """Return what the test would need to see the promise, were the action done today; None where it tests nothing.

    The weeks are read as the test will read them, control included.
    """
    if draft.expected_effect.metric not in TESTABLE:
        return None
    filters = replace(parse_filters(draft.filters), start=None, end=None)
    weeks = _weeks(facts, _monday(today), today)
    if not weeks:
        return None
    counts = read_counts(facts, draft, filters, weeks)
    control = choose_control(facts, draft, filters, weeks, counts)
    heard = EffectSeries(weeks, counts.events, counts.exposure, done=len(weeks), selected=len(weeks))
    if counts.events.sum() == 0:
        return None
    return plan_effect(
        promised_change(draft, heard),
        events=usual_week(counts.events),
        control=None if control is None else usual_week(control.events),
        weeks_before=len(weeks),
        roughness=_roughness(facts, draft, filters, weeks, counts),
    )


def _roughness(
    facts: FactsReader, draft: ActionDraft, filters: Filters, weeks: Sequence[date], treated: Counts
) -> Roughness | None:
    """Return how rough the weeks of this issue and of the others have been, up to the weeks of the picking."""
    events, exposure = read_other_issues(facts, draft, filters, weeks)
    calm = slice(None, -GUARD_WEEKS)
    return roughness_of(
        np.vstack([treated.events, events])[:, calm], np.vstack([treated.exposure, exposure])[:, calm]
    )


def promised_change(action: Action | ActionDraft, series: EffectSeries) -> float:
    """Return the registered effect as a relative change of the rate, such as -0.3 for 30 % less.

    Points and customers are put in relation to the weeks before the action; a promise of everything counts
    as 99 %.
    """
    effect = action.expected_effect
    before = slice(0, series.done)
    events, exposure = float(series.events[before].sum()), float(series.exposure[before].sum())
    level = {
        EffectUnit.PERCENT: 100.0,
        EffectUnit.POINTS: 100 * events / exposure if exposure else 0.0,
        EffectUnit.CUSTOMERS: events / series.done if series.done else 0.0,
    }[effect.unit]
    size = effect.size / level if level else math.inf
    return size if effect.direction is EffectDirection.UP else -min(size, _ALMOST_ALL)


def _weeks(facts: FactsReader, done: date, due: date) -> tuple[date, ...]:
    """Return the Mondays of the full weeks that the facts cover, a year before the action up to the due date."""
    fresh = freshness(facts)
    if fresh.first_day is None or fresh.last_day is None:
        return ()
    first = max(_monday(fresh.first_day - timedelta(days=1)) + _WEEK, done - MOST_WEEKS_BEFORE * _WEEK)
    # The newest day may still be filling, so only weeks that lie before it are full.
    after_last = _monday(min(fresh.last_day, due + timedelta(days=1)))
    return tuple(first + week * _WEEK for week in range(max((after_last - first).days // 7, 0)))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
