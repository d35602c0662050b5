"""How much an action promises for its effort, from facts: reach x impact x confidence / effort (after RICE).

Reach is counted, impact was promised before the outcome, confidence is how often the company's own actions
worked; only the effort is somebody's estimate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from huiyin import stats
from huiyin.act.actions.actions import Action, EffectUnit
from huiyin.act.actions.basis import NO_BASIS, ActionBasis
from huiyin.act.effects.judging import ActionEffect
from huiyin.act.effects.verdict import EffectVerdict
from huiyin.stats import Estimate

QUARTER_DAYS = 91


@dataclass(frozen=True, slots=True)
class ActionScore:
    """`reach` is customers a quarter, `impact` and `confidence` are shares of 0..1.

    `relief` is the customers a quarter who would be spared, `value` the same per person-week; either is None
    where a part of it is unknown. `judged` counts the actions behind the confidence.
    """

    reach: Estimate
    impact: float | None
    confidence: float
    judged: int
    effort: float | None
    relief: float | None
    value: float | None


def score_actions(
    actions: Sequence[Action], bases: Mapping[int, ActionBasis], effects: Mapping[int, ActionEffect]
) -> dict[int, ActionScore]:
    """Return the score of each action about an aspect, by action id; without one nobody can be counted."""
    confidence, judged = _confidence(effects)
    return {
        each.id: _score(each, reach, confidence, judged, bases.get(each.id, NO_BASIS).effort)
        for each in actions
        if (reach := reach_of(each.evidence)) is not None
    }


def reach_of(evidence: Mapping[str, Any]) -> Estimate | None:
    """Return how many customers a quarter the frozen fact says are affected, None without a fact.

    >>> window = {"from": "2026-01-01", "to": "2026-01-31"}
    >>> found = reach_of({"window": window, "fact": {"negative_customers": {"count": 31}}})
    >>> round(found.value), found.n
    (91, 31)
    """
    fact = evidence.get("fact")
    if not fact:
        return None
    count = int(fact["negative_customers"]["count"])
    first, last = (date.fromisoformat(evidence["window"][end]) for end in ("from", "to"))
    return stats.poisson_count(count).scaled(QUARTER_DAYS / ((last - first).days + 1))


def _score(
    action: Action, reach: Estimate, confidence: float, judged: int, effort: float | None
) -> ActionScore:
    impact = _impact(action)
    known = impact is not None and reach.value is not None
    relief = (reach.value or 0.0) * (impact or 0.0) * confidence if known else None
    value = None if relief is None or effort is None else relief / effort
    return ActionScore(reach, impact, confidence, judged, effort, relief, value)


def _impact(action: Action) -> float | None:
    planned = (action.evidence.get("plan") or {}).get("promised")
    if planned is not None:
        return min(abs(float(planned)), 1.0)
    effect = action.expected_effect
    return min(effect.size / 100, 1.0) if effect.unit is EffectUnit.PERCENT else None


def _confidence(effects: Mapping[int, ActionEffect]) -> tuple[float, int]:
    """Return how often judged actions worked, by Laplace's rule: one half before any was judged."""
    clear = [each.verdict for each in effects.values() if each.verdict is not EffectVerdict.CANNOT_TELL]
    return (clear.count(EffectVerdict.EFFECTIVE) + 1) / (len(clear) + 2), len(clear)
