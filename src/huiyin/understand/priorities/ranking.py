"""Which issues come first: a ranking with its uncertainty, and the two lists that loud voices hide."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.anecdotes import typical_share
from huiyin.understand.facts.fact import Base, Fact
from huiyin.understand.facts.table import Context, FactsTable, Level, Sort, aspect_at, list_facts
from huiyin.understand.filters import Filters
from huiyin.understand.names import Name
from huiyin.understand.priorities.loudness import LoudComplaint, loud_complaints
from huiyin.understand.queries import run

TOP = 3
FEWEST_ISSUES = 4
SEED = 20_260_101


@dataclass(frozen=True, slots=True)
class Ranked:
    """One issue in the ranking.

    `score` is the average over everyone heard of (1 − w) + w·intensity for those who complain and 0 for the rest;
    `p_top` is the share of bootstrap draws over customers in which it is among the first three.
    """

    rank: int
    fact: Fact
    score: float
    p_top: float
    has_action: bool


@dataclass(frozen=True, slots=True)
class Priorities:
    """The ranking and the lists, with what they are measured against.

    `quiet` issues are common but mild, `loud` ones rare but fierce; `repeated` are complaints that few customers
    write again and again. `typical_share` is the median issue's share of customers; `mild_intensity` and
    `fierce_intensity` are the quartiles of the issues' intensities.
    """

    base: Base
    severity_weight: float
    ranking: tuple[Ranked, ...]
    quiet: tuple[Fact, ...]
    loud: tuple[Fact, ...]
    typical_share: float | None
    repeated: tuple[LoudComplaint, ...]
    mild_intensity: float | None
    fierce_intensity: float | None
    formula: Name


def prioritise(
    context: Context,
    filters: Filters,
    *,
    level: Level = Level.FINE,
    severity_weight: float = 0.0,
    acted: Collection[str] = (),
) -> Priorities:
    """Return the issues of a closed window in order.

    `severity_weight` (0..1) tells how much intensity counts beside frequency; at 0 the order is by customers alone.
    `acted` are the aspects that an open action already covers; they leave the quiet list.
    """
    table = list_facts(context, filters, level=level, sort=Sort.NEGATIVE_CUSTOMERS)
    issues = [f for f in table.facts if f.negative_customers.count and not context.names.is_general(f.aspect)]
    share, (mild, fierce) = typical_share(context, table), _intensity_bounds(issues)
    return Priorities(
        base=table.base,
        severity_weight=severity_weight,
        ranking=_ranking(context, filters, table, issues, level, severity_weight, acted),
        quiet=tuple(f for f in issues if is_quiet(f, share, mild) and not covered(f.aspect, acted)),
        loud=tuple(
            sorted((f for f in issues if is_loud(f, share, fierce)), key=lambda f: -(f.intensity.value or 0))
        ),
        typical_share=share,
        repeated=loud_complaints(context, filters, table.bases, share),
        mild_intensity=mild,
        fierce_intensity=fierce,
        formula=_formula(severity_weight),
    )


def is_quiet(fact: Fact, share: float | None, mild: float | None) -> bool:
    """Whether an issue is common but mild: both intervals lie wholly on their side."""
    return _above(fact.negative_customers, share) and _below(fact.intensity, mild)


def is_loud(fact: Fact, share: float | None, fierce: float | None) -> bool:
    """Whether an issue is rare but fierce: both intervals lie wholly on their side."""
    return _below(fact.negative_customers, share) and _above(fact.intensity, fierce)


def covered(aspect: str, acted: Collection[str]) -> bool:
    """Whether an action names the aspect or one above it."""
    return any(aspect == each or aspect.startswith(f"{each}.") for each in acted)


def _ranking(
    context: Context,
    filters: Filters,
    table: FactsTable,
    issues: Sequence[Fact],
    level: Level,
    weight: float,
    acted: Collection[str],
) -> tuple[Ranked, ...]:
    order = {fact.aspect: index for index, fact in enumerate(issues)}
    customers, columns, scores = _scores(context, filters, level, order, weight)
    totals = np.bincount(columns, weights=scores, minlength=len(issues))
    rng = np.random.default_rng(SEED)
    chances = stats.top_probabilities(customers, columns, scores, count=len(issues), top=TOP, rng=rng)
    ranked = sorted(range(len(issues)), key=lambda i: (-totals[i], issues[i].aspect))
    return tuple(
        Ranked(
            rank=place,
            fact=issues[i],
            score=float(totals[i]) / max(table.base.customers, 1),
            p_top=float(chances[i]),
            has_action=covered(issues[i].aspect, acted),
        )
        for place, i in enumerate(ranked, start=1)
    )


def _scores(
    context: Context, filters: Filters, level: Level, order: Mapping[str, int], weight: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    node = aspect_at(level)
    rows = run(context.facts, "priorities.severities", node=node, opinion=filters.opinion_where())
    # Named once per aspect: there is a row for every customer.
    spoken = rows.get_column("aspect")
    place = {
        aspect: order.get(context.names.itself(aspect, int(level.value)), -1) for aspect in spoken.unique()
    }
    columns = np.array([place[aspect] for aspect in spoken], dtype=np.intp)
    kept = columns >= 0
    _, customers = np.unique(rows.get_column("who").to_numpy(), return_inverse=True)
    scores = (1 - weight) + weight * rows.get_column("severity").to_numpy()
    return customers[kept], columns[kept], scores[kept]


def _intensity_bounds(issues: Sequence[Fact]) -> tuple[float | None, float | None]:
    """Return the quartiles of the issues' intensities: below the first is mild, above the third fierce."""
    values = [f.intensity.value for f in issues if f.intensity.sufficient and f.intensity.value is not None]
    if len(values) < FEWEST_ISSUES:
        return None, None
    first, third = np.quantile(values, [0.25, 0.75])
    return float(first), float(third)


def _above(estimate: Estimate, typical: float | None) -> bool:
    return typical is not None and estimate.sufficient and estimate.low is not None and estimate.low > typical


def _below(estimate: Estimate, typical: float | None) -> bool:
    return (
        typical is not None and estimate.sufficient and estimate.high is not None and estimate.high < typical
    )


def _formula(weight: float) -> Name:
    return Name(
        zh=f"得分 = 全部发声客户的平均值：不满的客户计 {1 - weight:.2g} + {weight:.2g} × 强度，其余计 0。"
        "P(前三) 由对客户整体重抽样得到。",
        en=f"Score = average over everyone heard: {1 - weight:.2g} + {weight:.2g} × intensity for those who complain, "
        "0 for the rest. P(top 3) comes from redrawing whole customers.",
    )
