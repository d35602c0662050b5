"""The roadmap: the most widespread needs first, how firm that order is, and whom a budget reaches."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.facts.table import Context, Level, aspect_at
from huiyin.understand.filters import Filters
from huiyin.understand.names import Name
from huiyin.understand.priorities.decisions import Decision
from huiyin.understand.priorities.ranking import Ranked, prioritise
from huiyin.understand.queries import run

WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Step:
    """One issue of the roadmap.

    `place` is where it stands, `ranked` where the formula puts it, `best` and `worst` the ranks it takes over all
    severity weights. `covered` is the share of unhappy customers who have at least one issue up to this one.
    """

    place: int
    ranked: Ranked
    best: int
    worst: int
    decision: Decision | None
    spent: float | None
    within_budget: bool | None
    covered: Estimate


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The steps in order; `unhappy` customers complain of anything, `reached` are those whom the budget covers."""

    steps: tuple[Step, ...]
    severity_weight: float
    unhappy: int
    budget: float | None
    reached: Estimate | None
    formula: Name


def plan_roadmap(
    context: Context,
    filters: Filters,
    *,
    level: Level = Level.FINE,
    severity_weight: float = 0.0,
    budget: float | None = None,
    decisions: Mapping[str, Decision] | None = None,
    acted: Collection[str] = (),
) -> Roadmap:
    """Return the issues of a closed window in the order of the ranking, people's decisions put in their places.

    A budget is spent from the top; an issue that it no longer pays for, or whose cost is unknown, is passed over.
    """
    decided = decisions or {}
    found = prioritise(context, filters, level=level, severity_weight=severity_weight, acted=acted)
    felt = _felt(context, filters, level)
    ordered = _placed(found.ranking, decided)
    ranges = _ranges(felt, [each.fact.aspect for each in found.ranking])
    unhappy = felt.filter(pl.col("aspect").is_in([each.fact.aspect for each in ordered]))
    people = unhappy.get_column("who").n_unique()
    who = {key[0]: set(part.get_column("who")) for key, part in unhappy.group_by("aspect")}
    steps = _steps(ordered, ranges, decided, budget, who, people)
    paid = set().union(*(who[s.ranked.fact.aspect] for s in steps if s.within_budget))
    reached = None if budget is None else stats.wilson(len(paid), people).guarded(context.minimum_n)
    return Roadmap(steps, severity_weight, people, budget, reached, found.formula)


def _felt(context: Context, filters: Filters, level: Level) -> pl.DataFrame:
    """Return how strongly each customer feels each issue, under the ids that the ranking uses."""
    rows = run(context.facts, "priorities.severities", node=aspect_at(level), opinion=filters.opinion_where())
    depth = int(level.value)
    names = {each: context.names.itself(each, depth) for each in rows.get_column("aspect").unique()}
    return rows.with_columns(pl.col("aspect").replace(names))


def _placed(ranking: Sequence[Ranked], decided: Mapping[str, Decision]) -> list[Ranked]:
    """Put the overridden issues at their places and let the others close up around them."""
    fixed = {each.fact.aspect: d.position for each in ranking if (d := decided.get(each.fact.aspect))}
    moved = sorted(
        (each for each in ranking if fixed.get(each.fact.aspect)),
        key=lambda each: fixed[each.fact.aspect] or 0,
    )
    order = [each for each in ranking if not fixed.get(each.fact.aspect)]
    for each in moved:
        order.insert((fixed[each.fact.aspect] or 1) - 1, each)
    return order


def _ranges(felt: pl.DataFrame, aspects: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return the best and the worst rank of each issue over the severity weights."""
    sums = felt.group_by("aspect").agg(count=pl.len(), severity=pl.col("severity").sum())
    by_aspect = {aspect: (count, severity) for aspect, count, severity in sums.iter_rows()}
    counts, severities = np.array([by_aspect[aspect] for aspect in aspects], dtype=float).reshape(-1, 2).T
    ranks = np.array(
        [np.argsort(np.argsort(-((1 - w) * counts + w * severities), kind="stable")) + 1 for w in WEIGHTS]
    )
    return {aspect: (int(ranks[:, i].min()), int(ranks[:, i].max())) for i, aspect in enumerate(aspects)}


def _steps(
    ordered: Sequence[Ranked],
    ranges: Mapping[str, tuple[int, int]],
    decided: Mapping[str, Decision],
    budget: float | None,
    who: Mapping[str, set[int]],
    people: int,
) -> tuple[Step, ...]:
    steps, seen, spent = [], set[int](), 0.0
    for place, ranked in enumerate(ordered, start=1):
        aspect = ranked.fact.aspect
        decision = decided.get(aspect)
        cost = decision.cost if decision else None
        affordable = cost is not None and budget is not None and spent + cost <= budget
        spent += (cost or 0.0) if affordable else 0.0
        seen |= who[aspect]
        best, worst = ranges[aspect]
        within = None if budget is None else affordable
        total = None if budget is None else spent
        covered = stats.wilson(len(seen), people)
        steps.append(Step(place, ranked, best, worst, decision, total, within, covered))
    return tuple(steps)
