"""How often the effect test is right: 500 simulated worlds a line, with and without a control.

    python bench/effect_verdicts.py [--worlds 500]

An action without effect must be called effective in at most 5 % of the worlds, however its issue was picked; one
with an effect of the planned size in at least 80 %.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace

import numpy as np

from huiyin import act

PROMISED = -0.5
IDLE = {
    "picked at its peak": act.EffectWorld(),
    "picked while rising": act.EffectWorld(picked="while rising"),
    "picked at random": act.EffectWorld(picked="at random"),
    "peak, fading by itself": act.EffectWorld(yearly_trend=-0.5),
    "peak, common shocks": act.EffectWorld(common=0.25),
    "peak, few events": act.EffectWorld(rate=0.008),
    "peak, rough": act.EffectWorld(roughness=0.2, memory=0.6),
    "peak, drifting apart": act.EffectWorld(drifting_apart=0.25),
}
WORKING = {
    "halved": act.EffectWorld(effect=PROMISED),
    "less by 40 %": act.EffectWorld(effect=-0.4),
}


# Each is judged after as many weeks as its own plan asks for, made from the weeks before the action.
PLANNED = {
    "halved": (-0.5, act.EffectWorld(effect=-0.5)),
    "halved, half as many": (-0.5, act.EffectWorld(effect=-0.5, rate=0.015)),
    "less by 60 %, few events": (-0.6, act.EffectWorld(effect=-0.6, rate=0.01)),
    "less by 40 %": (-0.4, act.EffectWorld(effect=-0.4)),
    "halved, common shocks": (-0.5, act.EffectWorld(effect=-0.5, common=0.25)),
    "halved, picked at random": (-0.5, act.EffectWorld(effect=-0.5, picked="at random")),
}


def main() -> None:
    """Print the shares of the three verdicts, one line per kind of world."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--worlds", type=int, default=500)
    parser.add_argument("--planned", action="store_true", help="Only the power at the planned size.")
    options = parser.parse_args()
    worlds = options.worlds
    if not options.planned:
        print_verdicts(worlds)
    print_power(worlds)


def print_verdicts(worlds: int) -> None:
    """Print how often actions are called what, without effect and with one."""
    print(f"{'action':10s} {'world':30s} {'control':8s} effective  not effective  cannot tell")
    for title, kinds in (("no effect", IDLE), ("works", WORKING)):
        for name, world in kinds.items():
            for controlled in (False, True):
                shares = verdicts(replace(world, controlled=controlled), worlds)
                print(f"{title:10s} {name:30s} {'yes' if controlled else 'no':8s} {shares}", flush=True)


def print_power(worlds: int) -> None:
    """Print how often an effect of the planned size is found at the planned week, of the worlds that have a plan."""
    print(f"{'planned size':30s} {'control':8s} planned  weeks  effective  false effective")
    for name, (promised, world) in PLANNED.items():
        for controlled in (False, True):
            found = planned(replace(world, controlled=controlled, after=act.MOST_WEEKS), promised, worlds)
            idle = planned(
                replace(world, controlled=controlled, after=act.MOST_WEEKS, effect=0.0), promised, worlds
            )
            print(
                f"{name:30s} {'yes' if controlled else 'no':8s} {len(found) / worlds:6.1%}  "
                f"{np.median([weeks for weeks, _ in found] or [0]):5.0f}  {_effective(found):8.1%}  {_effective(idle):8.1%}",
                flush=True,
            )


def planned(world: act.EffectWorld, promised: float, worlds: int) -> list[tuple[int, act.EffectVerdict]]:
    """Return the planned weeks and the verdict at their end, for every world whose plan is enough."""
    rng = np.random.default_rng(20260303)
    judged = []
    for _ in range(worlds):
        seen = world.seen(rng)
        series = seen.series
        control = None if series.control is None else series.control[: series.done]
        plan = act.plan_effect(
            promised,
            events=act.usual_week(series.events[: series.done]),
            control=None if control is None else act.usual_week(control),
            weeks_before=series.done,
            roughness=known_roughness(seen),
        )
        if plan.weeks is not None:
            judged.append((plan.weeks, act.judge_effect(until(series, plan.weeks), promised).verdict))
    return judged


def known_roughness(seen: act.SimulatedWeeks) -> act.Roughness | None:
    """Return what the weeks before the picking tell of how rough they are, of all issues."""
    calm = slice(None, seen.series.done - act.GUARD_WEEKS)
    exposure = np.broadcast_to(seen.series.exposure, seen.issues.shape)
    return act.roughness_of(seen.issues[:, calm], exposure[:, calm])


def until(series: act.EffectSeries, weeks: int) -> act.EffectSeries:
    """Return the series as it stands so many weeks after the action."""
    end = series.done + weeks
    return replace(
        series,
        weeks=series.weeks[:end],
        events=series.events[:end],
        exposure=series.exposure[:end],
        control=None if series.control is None else series.control[:end],
    )


def _effective(judged: list[tuple[int, act.EffectVerdict]]) -> float:
    return sum(verdict is act.EffectVerdict.EFFECTIVE for _, verdict in judged) / max(len(judged), 1)


def verdicts(world: act.EffectWorld, worlds: int) -> str:
    """Return the shares as percentages."""
    rng = np.random.default_rng(20260302)
    counts = Counter(act.judge_effect(world.series(rng), PROMISED).verdict for _ in range(worlds))
    return "  ".join(f"{100 * counts[verdict] / worlds:8.1f} %" for verdict in act.EffectVerdict)


if __name__ == "__main__":
    main()
