"""Shapes of what a survey has found."""

from __future__ import annotations

import math

from pydantic import BaseModel, Field

from huiyin.collect import surveys
from huiyin.stats import Association, Estimate, KanoClass
from huiyin.web.understand.schemas import EstimateOut


class SurveyOptionOut(BaseModel):
    """How often an option was chosen."""

    value: str
    text: str
    count: int
    share: EstimateOut


class SurveyKanoOut(BaseModel):
    """A feature's classes; `leading` is null where none leads clearly."""

    leading: KanoClass | None
    p_value: float
    counts: dict[KanoClass, int]
    shares: dict[KanoClass, EstimateOut]
    better: EstimateOut
    worse: EstimateOut


class SurveyItemOut(BaseModel):
    """One line of a matrix, a feature of Kano, or an item of MaxDiff."""

    value: str
    text: str
    answered: int
    options: list[SurveyOptionOut]
    mean: EstimateOut | None
    kano: SurveyKanoOut | None
    best: int
    worst: int
    score: EstimateOut | None = Field(description="MaxDiff: (most − least) ÷ shown, −1..1.")
    share: EstimateOut | None = Field(
        description="MaxDiff: share that takes the item were all offered, 0..1."
    )


class SurveyQuestionOut(BaseModel):
    """A question's result."""

    name: str
    kind: str
    title: str
    metric: str | None
    answered: int
    score: EstimateOut | None
    options: list[SurveyOptionOut]
    items: list[SurveyItemOut]


class FieldworkOut(BaseModel):
    """How the fieldwork went; rr1 and rr2 are AAPOR's response rates, null without personal invitations."""

    invited: int
    complete: int
    partial: int
    rr1: EstimateOut | None
    rr2: EstimateOut | None
    completion: EstimateOut
    median_seconds: float | None
    mailed: int
    reminded: int
    ways: dict[str, int]


class MarginCategoryOut(BaseModel):
    """A category of a margin."""

    by: str
    value: str
    count: int
    sample: float
    target: float


class WeightingOut(BaseModel):
    """What the weights do and cost; `unheard` answered not at all, so no weight speaks for them."""

    categories: list[MarginCategoryOut]
    unheard: list[MarginCategoryOut]
    left_out: int
    design_effect: float
    effective_n: float
    largest: float
    converged: bool


class ResultsOut(BaseModel):
    """What a survey has found so far."""

    source: str
    fieldwork: FieldworkOut
    responses: int
    divisions: list[str] = Field(description="What the respondents can be divided by in cross tables.")
    weighting: WeightingOut | None
    questions: list[SurveyQuestionOut]


class SurveyGroupOut(BaseModel):
    """One part of the respondents."""

    value: str
    text: str
    n: int


class SurveyCellOut(BaseModel):
    """How a group answered; direction 1 or −1 where it departs from the rest with q < .05."""

    count: int
    share: EstimateOut
    q: float | None
    direction: int


class SurveyCrossRowOut(BaseModel):
    """One answer across the groups."""

    value: str
    text: str
    cells: list[SurveyCellOut]


class TableTestOut(BaseModel):
    """The test of a whole table; strength is Cramér's V."""

    method: str
    p: float | None
    q: float | None
    strength: float | None
    n: int


class SurveyCrossTableOut(BaseModel):
    """One question by the groups."""

    name: str
    title: str
    kind: str
    test: TableTestOut | None
    rows: list[SurveyCrossRowOut]
    scores: list[EstimateOut]


class SurveyCrossingOut(BaseModel):
    """All questions by one division."""

    by: str
    title: str
    groups: list[SurveyGroupOut]
    tables: list[SurveyCrossTableOut]


def estimate_out(estimate: Estimate, minimum_n: int) -> EstimateOut:
    """Return a figure, 证据不足 below the minimum n."""
    return EstimateOut.model_validate(estimate.guarded(minimum_n).as_dict())


def question_out(result: surveys.QuestionResult, minimum_n: int) -> SurveyQuestionOut:
    """Return one question's result."""
    return SurveyQuestionOut(
        name=result.name,
        kind=result.kind.value,
        title=result.title,
        metric=result.metric,
        answered=result.answered,
        score=_maybe(result.score, minimum_n),
        options=[_option(option, minimum_n) for option in result.options],
        items=[_item(item, minimum_n) for item in result.items],
    )


def fieldwork_out(found: surveys.Fieldwork, minimum_n: int) -> FieldworkOut:
    """Return how the fieldwork went."""
    return FieldworkOut(
        invited=found.invited,
        complete=found.complete,
        partial=found.partial,
        rr1=_maybe(found.rr1, minimum_n),
        rr2=_maybe(found.rr2, minimum_n),
        completion=estimate_out(found.completion, minimum_n),
        median_seconds=found.median_seconds,
        mailed=found.mailed,
        reminded=found.reminded,
        ways=found.ways,
    )


def weighting_out(found: surveys.Weighting) -> WeightingOut:
    """Return what the weights do."""
    return WeightingOut(
        categories=[
            MarginCategoryOut.model_validate(each, from_attributes=True) for each in found.categories
        ],
        unheard=[MarginCategoryOut.model_validate(each, from_attributes=True) for each in found.unheard],
        left_out=found.left_out,
        design_effect=found.design_effect,
        effective_n=found.effective_n,
        largest=found.largest,
        converged=found.converged,
    )


def crossing_out(found: surveys.Crossing, minimum_n: int) -> SurveyCrossingOut:
    """Return the cross tables; a cell of a small group says 证据不足."""
    return SurveyCrossingOut(
        by=found.by,
        title=found.title,
        groups=[SurveyGroupOut(value=g.value, text=g.text, n=g.n) for g in found.groups],
        tables=[_table(table, minimum_n) for table in found.tables],
    )


def _table(table: surveys.CrossTable, minimum_n: int) -> SurveyCrossTableOut:
    return SurveyCrossTableOut(
        name=table.name,
        title=table.title,
        kind=table.kind.value,
        test=_test(table.test, table.q) if table.test else None,
        rows=[
            SurveyCrossRowOut(
                value=row.value, text=row.text, cells=[_cell(cell, minimum_n) for cell in row.cells]
            )
            for row in table.rows
        ],
        scores=[estimate_out(score, minimum_n) for score in table.scores],
    )


def _cell(cell: surveys.Cell, minimum_n: int) -> SurveyCellOut:
    share = estimate_out(cell.share, minimum_n)
    readable = share.verdict == "ok"
    return SurveyCellOut(
        count=cell.count, share=share, q=_number(cell.q), direction=cell.direction if readable else 0
    )


def _test(test: Association, q: float) -> TableTestOut:
    return TableTestOut(
        method=test.method, p=_number(test.p_value), q=_number(q), strength=_number(test.strength), n=test.n
    )


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def _maybe(estimate: Estimate | None, minimum_n: int) -> EstimateOut | None:
    return estimate_out(estimate, minimum_n) if estimate else None


def _option(option: surveys.Option, minimum_n: int) -> SurveyOptionOut:
    return SurveyOptionOut(
        value=option.value,
        text=option.text,
        count=option.count,
        share=estimate_out(option.share, minimum_n),
    )


def _item(item: surveys.ItemResult, minimum_n: int) -> SurveyItemOut:
    return SurveyItemOut(
        value=item.value,
        text=item.text,
        answered=item.answered,
        options=[_option(option, minimum_n) for option in item.options],
        mean=_maybe(item.mean, minimum_n),
        kano=_kano(item, minimum_n),
        best=item.best,
        worst=item.worst,
        score=_maybe(item.score, minimum_n),
        share=_maybe(item.share, minimum_n),
    )


def _kano(item: surveys.ItemResult, minimum_n: int) -> SurveyKanoOut | None:
    if item.kano is None:
        return None
    found = item.kano
    return SurveyKanoOut(
        leading=found.leading if found.n >= minimum_n else None,
        p_value=found.p_value,
        counts=found.counts,
        shares={each: estimate_out(share, minimum_n) for each, share in found.shares.items()},
        better=estimate_out(found.better, minimum_n),
        worse=estimate_out(found.worse, minimum_n),
    )
