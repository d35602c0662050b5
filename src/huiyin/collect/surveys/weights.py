"""Weights that make respondents stand for the customers: raking to margins, and what it costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from huiyin.collect.surveys.question import GROUPING, Definition
from huiyin.collect.surveys.sheets import KNOWN, Sheet, group_of
from huiyin.kit.errors import InvalidInputError
from huiyin.stats import design_effect, effective_n, rake
from huiyin.store.ledger import tables

Margins = Mapping[str, Mapping[str, float]]
FROM_CUSTOMERS = ("segment", "region")


@dataclass(frozen=True, slots=True)
class Category:
    """A category of a margin: its share among respondents before weighting, and what it should be."""

    by: str
    value: str
    count: int
    sample: float
    target: float


@dataclass(frozen=True, slots=True)
class Weighting:
    """Weights of mean 1 over `sheets`; respondents without a category are left out.

    `unheard` are categories of the population from which nobody answered: no weight can speak for them.
    """

    sheets: tuple[Sheet, ...]
    weights: NDArray[np.float64]
    categories: tuple[Category, ...]
    unheard: tuple[Category, ...]
    left_out: int
    design_effect: float
    effective_n: float
    largest: float
    converged: bool


def customer_margins(connection: Connection, names: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return how the customer base divides by segment or region. Raises InvalidInputError."""
    return {name: _customer_margin(connection, name) for name in names}


def _customer_margin(connection: Connection, name: str) -> dict[str, float]:
    if name not in FROM_CUSTOMERS:
        raise InvalidInputError(
            f"the customer base has no {name!r}", field="weight_by", expected=" or ".join(FROM_CUSTOMERS)
        )
    column = tables.customer.c[name]
    rows = connection.execute(select(column, func.count()).where(column.is_not(None)).group_by(column))
    return {str(value): float(count) for value, count in rows}


def weigh(definition: Definition, sheets: Sequence[Sheet], margins: Margins) -> Weighting:
    """Return weights under which the respondents divide as `margins` say, each by its own name.

    A margin is {"segment": {category: share or count, …}} or by the name of a choice question. Raises
    InvalidInputError for an unknown margin or a category that respondents have and the margin lacks.
    """
    for by, targets in margins.items():
        _check(definition, by, targets)
    placed = [(sheet, [group_of(definition, sheet, by) for by in margins]) for sheet in sheets]
    kept = [(sheet, groups) for sheet, groups in placed if None not in groups]
    if not kept:
        raise InvalidInputError(
            "no respondent has a place in these margins", field="margins", expected=", ".join(KNOWN[:2])
        )
    columns = {by: [str(groups[place]) for _, groups in kept] for place, by in enumerate(margins)}
    heard = {by: _heard(by, columns[by], margins[by]) for by in margins}
    raked = rake([(columns[by], heard[by]) for by in margins])
    categories = [each for by in margins for each in _categories(by, columns[by], margins[by])]
    return Weighting(
        sheets=tuple(sheet for sheet, _ in kept),
        weights=raked.weights,
        categories=tuple(each for each in categories if each.count),
        unheard=tuple(each for each in categories if not each.count),
        left_out=len(sheets) - len(kept),
        design_effect=design_effect(raked.weights),
        effective_n=effective_n(raked.weights),
        largest=float(raked.weights.max()),
        converged=raked.converged,
    )


def _check(definition: Definition, by: str, targets: Mapping[str, float]) -> None:
    question = definition.question(by)
    if by not in KNOWN and (question is None or question.kind not in GROUPING):
        raise InvalidInputError(
            f"{by!r} divides nobody", field="margins", expected=f"{', '.join(KNOWN)} or a choice question"
        )
    if not targets or any(share < 0 for share in targets.values()) or sum(targets.values()) <= 0:
        raise InvalidInputError(
            f"the margin {by!r} has no usable shares", field="margins", expected="shares or counts above 0"
        )


def _heard(by: str, groups: Sequence[str], targets: Mapping[str, float]) -> dict[str, float]:
    strangers = sorted(set(groups) - {value for value, share in targets.items() if share > 0})
    if strangers:
        raise InvalidInputError(
            f"respondents are in {', '.join(strangers)}, for which the margin {by!r} has no share",
            field="margins",
            expected="a share for each category that answered",
        )
    return {value: targets[value] for value in set(groups)}


def _categories(by: str, groups: Sequence[str], targets: Mapping[str, float]) -> list[Category]:
    counted, total = Counter(groups), sum(targets.values())
    return [
        Category(by, value, counted[value], counted[value] / len(groups), share / total)
        for value, share in targets.items()
        if share > 0
    ]
