"""Groups beside each other, strengths and weaknesses, importance and performance, reputation."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from huiyin import understand
from huiyin.charts import Figure, Language
from huiyin.understand import (
    ComparedMeasure,
    Level,
    Outcome,
    Quadrant,
    Side,
    Stance,
    Standing,
)
from huiyin.web.deps import User
from huiyin.web.understand.files import TableFileKind, file_of
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import (
    BaseOut,
    CountedOut,
    DatedOut,
    EstimateOut,
    NameOut,
    Out,
    TableOut,
)

router = APIRouter(tags=["understand"])
By = Annotated[Side, Query(description="What tells the compared groups apart.")]
Chosen = Annotated[list[str], Query(description="The groups; left out: the most heard ones.", max_length=6)]


class ComparedOut(Out):
    """One group and the customers heard of it."""

    id: str
    zh: str
    en: str
    customers: int
    link: str


class ComparedCellOut(Out):
    """One aspect in one group; the difference is that from the other groups together."""

    side: str
    negative: CountedOut
    net: EstimateOut
    difference: EstimateOut
    standing: Standing
    link: str


class ComparedAspectOut(Out):
    """One aspect over all groups."""

    aspect: str
    zh: str
    en: str
    path_zh: list[str]
    path_en: list[str]
    cells: list[ComparedCellOut]
    link: str


class ComparisonOut(DatedOut):
    """The same aspects, the same method, every group."""

    sides: list[ComparedOut]
    choices: list[ComparedOut]
    aspects: list[ComparedAspectOut]
    measure: ComparedMeasure
    standardised: bool
    how: NameOut


class StrengthOut(Out):
    """One aspect: who mentions it and how good less how bad they speak of it."""

    aspect: str
    zh: str
    en: str
    path_zh: list[str]
    path_en: list[str]
    mentions: CountedOut
    net: EstimateOut
    stance: Stance
    link: str


class StrengthsOut(DatedOut):
    """Strengths and weaknesses with their matrix."""

    base: BaseOut
    aspects: list[StrengthOut]
    chart: dict[str, Any]
    table: TableOut
    how: NameOut


class PlacedOut(Out):
    """One aspect on the map of importance and performance."""

    aspect: str
    zh: str
    en: str
    importance: EstimateOut
    performance: EstimateOut
    quadrant: Quadrant
    sure: bool
    link: str


class PerformanceOut(DatedOut):
    """Importance against performance."""

    outcome: Outcome
    customers: int
    r_squared: EstimateOut
    aspects: list[PlacedOut]
    chart: dict[str, Any]
    table: TableOut
    how: NameOut


class ReputationOut(Out):
    """One group: its index of 100, the parts, and the change on the period before."""

    side: ComparedOut
    index: EstimateOut
    rating: EstimateOut
    net: EstimateOut
    voice: EstimateOut
    change: EstimateOut


class ReputationsOut(DatedOut):
    """The groups, the best first, with the formula and its weights."""

    groups: list[ReputationOut]
    choices: list[ComparedOut]
    weights: list[float]
    formula: NameOut


@router.get("/compare", summary="Groups side by side on the same aspects", response_model=ComparisonOut)
def get_comparison(
    asked: Question,
    _user: User,
    by: By = Side.PRODUCT,
    side: Chosen = [],  # noqa: B006 FastAPI copies it
    measure: ComparedMeasure = ComparedMeasure.NEGATIVE,
    level: Level = Level.FINE,
    standardise: Annotated[bool, Query(description="Weigh channels alike in every group.")] = False,
) -> dict[str, object]:
    """Return each aspect in each group with its interval, and who surely stands better or worse."""
    found = understand.compare(
        asked.context, asked.filters, by, side, measure=measure, level=level, standardise=standardise
    )
    return asked.dated | {
        "sides": found.sides,
        "choices": found.choices,
        "aspects": found.aspects,
        "measure": found.measure,
        "standardised": found.standardised,
        "how": found.how,
    }


@router.get("/compare/file", summary="The comparison as CSV, XLSX or PNG", response_class=Response)
def get_comparison_file(
    asked: Question,
    _user: User,
    by: By = Side.PRODUCT,
    side: Chosen = [],  # noqa: B006 FastAPI copies it
    measure: ComparedMeasure = ComparedMeasure.NEGATIVE,
    level: Level = Level.FINE,
    standardise: bool = False,
    kind: TableFileKind = TableFileKind.CSV,
) -> Response:
    """Return the comparison as a file; the picture shows the unhappy customers."""
    found = understand.compare(
        asked.context, asked.filters, by, side, measure=measure, level=level, standardise=standardise
    )

    def picture() -> tuple[str, Figure]:
        title = (
            "不满客户占比：并排对比" if asked.language is Language.ZH else "Unhappy customers, side by side"
        )
        return title, understand.comparison_picture(found, title=title, language=asked.language)

    return file_of(
        asked,
        kind,
        f"compare-{by}",
        rows=lambda: understand.comparison_rows(found, asked.language),
        picture=picture,
    )


@router.get("/strengths", summary="Strengths and weaknesses, as a matrix", response_model=StrengthsOut)
def get_strengths(asked: Question, _user: User, level: Level = Level.FINE) -> dict[str, object]:
    """Return every aspect by net sentiment and how many mention it."""
    found = understand.strengths(asked.context, asked.filters, level=level)
    figure = understand.strengths_map(found, language=asked.language)
    return asked.dated | {
        "base": found.base,
        "aspects": found.aspects,
        "chart": figure.option,
        "table": figure.table.as_dict(),
        "how": found.how,
    }


@router.get("/performance", summary="Importance against performance", response_model=PerformanceOut)
def get_performance(
    asked: Question, _user: User, outcome: Outcome = Outcome.RATING, level: Level = Level.FINE
) -> dict[str, object]:
    """Return the drivers of an outcome by how important they are and how well they are done."""
    found = understand.importance_performance(asked.context, asked.filters, outcome=outcome, level=level)
    figure = understand.importance_map(found, language=asked.language)
    return asked.dated | {
        "outcome": found.outcome,
        "customers": found.customers,
        "r_squared": found.r_squared,
        "aspects": found.aspects,
        "chart": figure.option,
        "table": figure.table.as_dict(),
        "how": found.how,
    }


@router.get(
    "/reputation", summary="The reputation index, its formula in sight", response_model=ReputationsOut
)
def get_reputation(
    asked: Question,
    _user: User,
    by: By = Side.PRODUCT,
    side: Chosen = [],  # noqa: B006 FastAPI copies it
    rating_weight: Annotated[float, Query(ge=0, le=1)] = understand.WEIGHTS[0],
    net_weight: Annotated[float, Query(ge=0, le=1)] = understand.WEIGHTS[1],
    voice_weight: Annotated[float, Query(ge=0, le=1)] = understand.WEIGHTS[2],
) -> dict[str, object]:
    """Return each group's index with its parts and its change on the period before."""
    weights = (rating_weight, net_weight, voice_weight)
    found = understand.reputations(asked.context, asked.filters, by, side, weights=weights)
    return asked.dated | {
        "groups": found.groups,
        "choices": found.choices,
        "weights": found.weights,
        "formula": found.formula,
    }
