"""What a survey has found: results, weights, cross tables, files."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from huiyin.collect import surveys
from huiyin.kit.errors import InvalidInputError
from huiyin.web.collect.surveys.schemas import (
    ResultsOut,
    SurveyCrossingOut,
    crossing_out,
    fieldwork_out,
    question_out,
    weighting_out,
)
from huiyin.web.deps import Analyst, App, ReadConnection, User

router = APIRouter()
Partial = Annotated[bool, Query(description="Count partial responses too.")]
WeightBy = Annotated[
    list[str] | None, Query(description="segment, region: weigh to how the customer base divides by them.")
]
MarginsText = Annotated[
    str | None,
    Query(
        max_length=20_000,
        description='Margins to weigh to, as JSON: {"segment": {"首购家庭": 0.4, "增换购": 0.6}}; by segment, region, or a choice question.',
    ),
]
_MEDIA = {
    surveys.FileKind.CSV: ("text/csv; charset=utf-8", "csv"),
    surveys.FileKind.XLSX: ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    surveys.FileKind.SAV: ("application/x-spss-sav", "sav"),
    surveys.FileKind.SPS: ("application/zip", "zip"),
}


@router.get("/surveys/{survey_id}/results", summary="What a survey has found")
def get_results(
    survey_id: int,
    app: App,
    connection: ReadConnection,
    _user: User,
    weight_by: WeightBy = None,
    margins: MarginsText = None,
    *,
    partial: Partial = False,
) -> ResultsOut:
    """Return each question's result with its interval, weighted where asked, and the response rates."""
    survey = surveys.get_survey(connection, survey_id)
    sheets = surveys.read_sheets(connection, survey, partial=partial)
    wanted = _margins(margins) | surveys.customer_margins(connection, weight_by or [])
    weighting = surveys.weigh(survey.definition, sheets, wanted) if wanted else None
    weights = weighting.weights if weighting else None
    heard = weighting.sheets if weighting else sheets
    found = surveys.question_results(survey.definition, heard, weights)
    minimum_n = app.settings.minimum_n
    return ResultsOut(
        source=survey.source_name,
        fieldwork=fieldwork_out(surveys.fieldwork(connection, survey), minimum_n),
        responses=len(heard),
        divisions=surveys.divisions(survey.definition, sheets),
        weighting=weighting_out(weighting) if weighting else None,
        questions=[question_out(result, minimum_n) for result in found],
    )


@router.get("/surveys/{survey_id}/crossing", summary="Every question by a division of the respondents")
def get_crossing(
    survey_id: int,
    app: App,
    connection: ReadConnection,
    _user: User,
    by: Annotated[
        str, Query(description="A choice or rating question's name, segment, region, language or via.")
    ],
    *,
    partial: Partial = False,
) -> SurveyCrossingOut:
    """Return counts, shares and scores of each group; tests are corrected over all tables shown."""
    survey = surveys.get_survey(connection, survey_id)
    sheets = surveys.read_sheets(connection, survey, partial=partial)
    return crossing_out(surveys.cross_tables(survey.definition, sheets, by), app.settings.minimum_n)


@router.get("/surveys/{survey_id}/file", summary="The answers as a file", response_class=Response)
def get_file(
    survey_id: int,
    connection: ReadConnection,
    _user: Analyst,
    kind: surveys.FileKind = surveys.FileKind.XLSX,
    *,
    partial: Partial = False,
) -> Response:
    """Return one row a response: CSV, XLSX, SPSS (`sav`), or CSV with SPSS syntax in a ZIP (`sps`)."""
    survey = surveys.get_survey(connection, survey_id)
    sheets = surveys.read_sheets(connection, survey, partial=partial)
    media, ending = _MEDIA[kind]
    headers = {"Content-Disposition": f'attachment; filename="huiyin-survey-{survey.id}.{ending}"'}
    return Response(surveys.export(survey.definition, sheets, kind), media_type=media, headers=headers)


def _margins(text: str | None) -> dict[str, dict[str, float]]:
    expected = '{"segment": {"category": share, …}, …}'
    if not text:
        return {}
    try:
        given = json.loads(text)
        return {str(by): {str(k): float(v) for k, v in shares.items()} for by, shares in given.items()}
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise InvalidInputError("the margins cannot be read", field="margins", expected=expected) from error
