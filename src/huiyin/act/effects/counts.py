"""How many customers each week complained, and how many could have: what the effect test counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from huiyin.act.actions.actions import Action, ActionDraft, EffectMetric
from huiyin.act.effects.series import Weeks
from huiyin.understand import Filters
from huiyin.understand.queries import FactsReader, run

_EVERY = "0"
_BROAD = "broad_id"


@dataclass(frozen=True, slots=True)
class Counts:
    """Events and those who could have had one, by week, each of shape (weeks,)."""

    events: Weeks
    exposure: Weeks


def read_counts(
    facts: FactsReader, action: Action | ActionDraft, filters: Filters, weeks: Sequence[date]
) -> Counts:
    """Return what the action's metric counts within the filters, week by week."""
    metric = action.expected_effect.metric
    within = _over(filters, weeks)
    base = _heard(facts, within)
    if action.aspect is None:
        rows = list(run(facts, "overview.weeks", voice=within.voice_where()).iter_rows(named=True))
        negative = {row["week"]: float(row["negative_customers"]) for row in rows}
        return Counts(_laid(negative, weeks), _laid(base, weeks))
    about = within.about(action.aspect).opinion_where()
    rows = list(run(facts, "facts.aspect_weeks", node=_EVERY, opinion=about).iter_rows(named=True))
    spoken = {row["week"]: float(row["customers"]) for row in rows}
    negative = {row["week"]: float(row["negative"]) for row in rows}
    events = spoken if metric is EffectMetric.CUSTOMERS else negative
    exposure = spoken if metric is EffectMetric.SHARE_NEGATIVE else base
    return Counts(_laid(events, weeks), _laid(exposure, weeks))


def read_other_issues(
    facts: FactsReader, action: Action | ActionDraft, filters: Filters, weeks: Sequence[date]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return events and exposure, each of shape (issues, weeks), of the broad aspects other than the action's own."""
    if action.aspect is None:
        return np.zeros((0, len(weeks))), np.zeros((0, len(weeks)))
    metric = action.expected_effect.metric
    within = _over(replace(filters, aspects=()), weeks)
    base = _laid(_heard(facts, within), weeks)
    spoken: dict[str, dict[date, float]] = defaultdict(dict)
    negative: dict[str, dict[date, float]] = defaultdict(dict)
    rows = run(facts, "facts.aspect_weeks", node=_BROAD, opinion=within.opinion_where())
    for row in rows.iter_rows(named=True):
        spoken[row["aspect"]][row["week"]] = float(row["customers"])
        negative[row["aspect"]][row["week"]] = float(row["negative"])
    events = spoken if metric is EffectMetric.CUSTOMERS else negative
    names = sorted(name for name in events if _is_other(name, action.aspect))
    exposure = [
        _laid(spoken[name], weeks) if metric is EffectMetric.SHARE_NEGATIVE else base for name in names
    ]
    shape = (len(names), len(weeks))
    return (
        np.array([_laid(events[name], weeks) for name in names]).reshape(shape),
        np.array(exposure).reshape(shape),
    )


def _is_other(broad: str | None, aspect: str) -> bool:
    """Return whether a broad aspect belongs to the same taxonomy, but not to the action's own part of it."""
    taxonomy, *rest = aspect.split(".")
    if broad is None or not rest or not broad.startswith(f"{taxonomy}."):
        return False
    return broad != f"{taxonomy}.{rest[0]}"


def _heard(facts: FactsReader, within: Filters) -> dict[date, float]:
    rows = run(facts, "facts.base_weeks", voice=within.base().voice_where()).iter_rows(named=True)
    return {row["week"]: float(row["customers"]) for row in rows}


def _over(filters: Filters, weeks: Sequence[date]) -> Filters:
    return replace(filters, start=weeks[0], end=weeks[-1] + timedelta(days=6))


def _laid(counts: Mapping[date, float], weeks: Sequence[date]) -> Weeks:
    return np.array([counts.get(week, 0.0) for week in weeks])
