"""Simulated worlds with a known truth: how often is the verdict right, and how often wrongly flattering?"""

from dataclasses import replace

import numpy as np
import pytest

from huiyin import act
from huiyin.act import EffectWorld as World

WORLDS = 500
# A share this small of a true five percent passes by chance in one of a hundred runs; the seed is fixed anyway.
MOST_FALSE = 0.05


def share(world: World, wanted: act.EffectVerdict, *, promised: float = -0.5, worlds: int = WORLDS) -> float:
    rng = np.random.default_rng(20260302)
    verdicts = [act.judge_effect(world.series(rng), promised).verdict for _ in range(worlds)]
    return sum(verdict is wanted for verdict in verdicts) / worlds


@pytest.mark.parametrize("controlled", [False, True])
@pytest.mark.parametrize("picked", ["at its peak", "while rising", "at random"])
def test_actions_without_effect_are_rarely_called_effective(picked, controlled):
    world = World(picked=picked, controlled=controlled)
    assert share(world, act.EffectVerdict.EFFECTIVE) <= MOST_FALSE


@pytest.mark.parametrize("controlled", [False, True])
@pytest.mark.parametrize(
    "hard",
    [{"yearly_trend": -0.5}, {"common": 0.25}, {"rate": 0.008}, {"roughness": 0.2, "memory": 0.6}],
    ids=["fading anyway", "common shocks", "few events", "rough"],
)
def test_hard_worlds_do_not_flatter_either(hard, controlled):
    world = replace(World(controlled=controlled), **hard)
    assert share(world, act.EffectVerdict.EFFECTIVE, worlds=200) <= MOST_FALSE + 0.01


@pytest.mark.parametrize("controlled", [False, True])
def test_effects_of_the_planned_size_are_found(controlled):
    world = World(effect=-0.5, controlled=controlled)
    assert share(world, act.EffectVerdict.EFFECTIVE) >= 0.8


@pytest.mark.parametrize("picked", ["at its peak", "while rising"])
def test_products_that_drift_apart_by_themselves_do_not_flatter(picked):
    world = World(controlled=True, picked=picked, drifting_apart=0.25)
    assert share(world, act.EffectVerdict.EFFECTIVE) <= MOST_FALSE


@pytest.mark.parametrize("controlled", [False, True])
def test_planned_weeks_hold_their_promise(controlled):
    """After as many weeks as were planned, an effect of the promised size is found as often as planned."""
    world = World(effect=-0.5, controlled=controlled, picked="at random", roughness=0.1)
    control = world.rate * world.customers * (world.issues - 1) if controlled else None
    plan = act.plan_effect(
        -0.5, events=world.rate * world.customers, control=control, weeks_before=world.before
    )
    assert plan.weeks is not None
    found = share(replace(world, after=plan.weeks), act.EffectVerdict.EFFECTIVE, worlds=200)
    assert found >= act.PLANNED_POWER


def test_common_shocks_are_named_before_a_plan_that_cannot_hold_is_made():
    """With strong shocks common to all issues the plan asks for a control instead of weeks; with one it plans."""
    world = World(effect=-0.5, common=0.35)
    plans = [
        _planned(replace(world, controlled=controlled), seed)
        for controlled in (False, True)
        for seed in range(20)
    ]
    assert sum(plan.shaken for plan in plans[:20]) >= 18
    assert all(plan.weeks is None for plan in plans[:20] if plan.shaken)
    assert all(plan.weeks is not None and not plan.shaken for plan in plans[20:])


def test_even_weeks_ask_for_less_time_than_rough_ones():
    even, rough = (act.Roughness(total, total / 2, shared=0.0) for total in (0.005, 0.04))
    weeks = [
        act.plan_effect(-0.6, events=24, control=None, weeks_before=46, roughness=each).weeks
        for each in (even, rough)
    ]
    assert weeks[0] < weeks[1]


def _planned(world: World, seed: int) -> act.EffectPlan:
    seen = world.seen(np.random.default_rng(seed))
    calm = slice(None, seen.series.done - act.GUARD_WEEKS)
    exposure = np.broadcast_to(seen.series.exposure, seen.issues.shape)
    control = seen.series.control
    return act.plan_effect(
        -0.5,
        events=act.usual_week(seen.series.events[: seen.series.done]),
        control=None if control is None else act.usual_week(control[: seen.series.done]),
        weeks_before=seen.series.done,
        roughness=act.roughness_of(seen.issues[:, calm], exposure[:, calm]),
    )


def test_effects_of_the_planned_size_are_hardly_ever_called_ineffective():
    assert share(World(effect=-0.5), act.EffectVerdict.NOT_EFFECTIVE, worlds=200) <= 0.03


def test_idle_actions_are_mostly_called_ineffective():
    assert share(World(), act.EffectVerdict.NOT_EFFECTIVE, worlds=200) >= 0.7


def test_rising_figures_can_be_the_promise():
    world = World(effect=1.0, rate=0.02)
    assert share(world, act.EffectVerdict.EFFECTIVE, promised=1.0, worlds=60) >= 0.8
    assert share(World(picked="at random"), act.EffectVerdict.EFFECTIVE, promised=0.5, worlds=200) <= 0.05


def test_harmful_actions_are_not_effective():
    rng = np.random.default_rng(5)
    judged = act.judge_effect(World(effect=1.0).series(rng), -0.3)
    assert judged.reason is act.EffectReason.CHANGED_THE_OTHER_WAY


def test_weeks_of_the_picking_would_flatter_if_they_counted():
    """Shows what the guard is for: idle actions taken at the peak seem to help while those weeks count."""
    rng = np.random.default_rng(20260302)
    idle = [World(gap=0).series(rng) for _ in range(200)]
    guarded = np.mean([act.judge_effect(each, -0.5).change.value for each in idle])
    flattered = np.mean([act.judge_effect(replace(each, selected=0), -0.5).change.value for each in idle])
    assert flattered < guarded - 0.05


@pytest.fixture
def series():
    return World(effect=-0.5).series(np.random.default_rng(1))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"done": 12, "selected": 10}, act.EffectReason.TOO_FEW_WEEKS_BEFORE),
        ({"done": 50}, act.EffectReason.TOO_FEW_WEEKS_AFTER),
        ({"events": np.full(52, 0.2)}, act.EffectReason.TOO_FEW_EVENTS),
    ],
)
def test_too_little_evidence_cannot_tell(series, changes, reason):
    judged = act.judge_effect(replace(series, **changes), -0.5)
    assert (judged.verdict, judged.reason) == (act.EffectVerdict.CANNOT_TELL, reason)
    assert not judged.change.sufficient


def test_steps_without_an_action_make_the_date_no_evidence():
    """A series that jumps down every eighth week changes at placebo dates too."""
    events = np.repeat([90.0, 60.0, 40.0, 27.0, 18.0, 12.0, 8.0], 8)[:52]
    jumpy = replace(World().series(np.random.default_rng(1)), events=events, exposure=np.full(52, 400.0))
    assert act.judge_effect(jumpy, -0.3).verdict is not act.EffectVerdict.EFFECTIVE


def test_weeks_in_which_nobody_was_heard_are_left_out(series):
    silent = np.array(series.exposure)
    silent[[3, 17, 45]] = 0
    judged = act.judge_effect(replace(series, exposure=silent), -0.5)
    assert judged.verdict is act.EffectVerdict.EFFECTIVE


def test_counterfactual_meets_the_fit_before_and_exceeds_the_events_after(series):
    judged = act.judge_effect(series, -0.5)
    assert len(judged.counterfactual) == len(series.weeks)
    assert sum(judged.counterfactual[series.done :]) > 1.5 * series.events[series.done :].sum()


@pytest.mark.parametrize("promised", [0.0, -1.0, float("nan")])
def test_impossible_promise_is_an_error(series, promised):
    with pytest.raises(ValueError, match="promised"):
        act.judge_effect(series, promised)


def test_control_that_falls_silent_leaves_nothing_to_compare_with():
    """Against nothing every change is endless: too few events, not an error that keeps all later actions waiting."""
    series = World(controlled=True).series(np.random.default_rng(3))
    silent = replace(series, control=np.where(np.arange(len(series.weeks)) < series.done, 20.0, 0.0))
    judged = act.judge_effect(silent, -0.3)
    assert judged.reason is act.EffectReason.TOO_FEW_EVENTS


@pytest.mark.parametrize(
    "known",
    [
        {"events": 0.0, "control": None, "weeks_before": 40},
        {"events": 9.0, "control": 0.0, "weeks_before": 40},
        {"events": 9.0, "control": 20.0, "weeks_before": 3},
        {"events": 9.0, "control": None, "weeks_before": 0},
    ],
    ids=["nothing counted", "silent control", "only the guarded weeks", "no week before"],
)
def test_plan_where_nothing_can_be_compared_promises_nothing(known):
    plan = act.plan_effect(-0.5, **known)
    assert (plan.weeks, plan.power, plan.smallest) == (None, 0.0, None)
