"""Drafts, opening and closing, the public address."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Annotated, Any

import segno
from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from huiyin.collect import surveys
from huiyin.web.collect.survey_page.rendering import survey_page
from huiyin.web.collect.surveys.address import embed_snippet, public_url
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection

router = APIRouter()


class TemplateOut(BaseModel):
    """A survey to start from."""

    id: str
    zh: str
    en: str
    definition: dict[str, Any]


class SurveyIn(BaseModel):
    """A new survey."""

    definition: dict[str, Any] = Field(
        description="SurveyJS JSON; a rating may carry metric nps, csat or ces."
    )
    taxonomy: str | None = None
    anonymous: bool = False
    quota: int | None = Field(None, ge=1, description="Close after so many complete answers.")
    recontact_days: int = Field(30, ge=0, le=730)


class SurveyChangeIn(BaseModel):
    """What to change: a draft's definition and how it is asked, the state, the quota."""

    definition: dict[str, Any] | None = None
    state: surveys.SurveyState | None = None
    quota: int | None = Field(None, ge=1)
    anonymous: bool | None = None
    recontact_days: int | None = Field(None, ge=0, le=730)


class SurveyOut(BaseModel):
    """A survey with its public address and how many answered."""

    id: int
    slug: str
    title: str
    state: surveys.SurveyState
    anonymous: bool
    quota: int | None
    recontact_days: int
    questions: int
    languages: list[str]
    standing: bool = Field(description="Whether the product itself asks it, such as after a case.")
    complete: int
    partial: int
    url: str
    embed: str = Field(description="What a site includes to show the survey in a frame.")
    created_at: datetime
    definition: dict[str, Any]


class CreatedSurveyOut(BaseModel):
    """The id of a new survey."""

    id: int


class SamplePlanOut(BaseModel):
    """Complete answers needed and invitations to send."""

    answers: int
    invitations: int


@router.get("/surveys/templates", summary="Surveys to start from")
def get_templates(_user: User) -> list[TemplateOut]:
    """Return ready definitions: NPS, CSAT, CES, open questions, a matrix, Kano, MaxDiff."""
    return [TemplateOut(id=t.id, zh=t.zh, en=t.en, definition=t.definition) for t in surveys.TEMPLATES]


@router.get("/surveys/plan", summary="How many people to ask")
def get_plan(
    _user: User,
    margin: float = 0.05,
    population: Annotated[int | None, Query(ge=1)] = None,
    response_rate: float = 0.2,
    groups: Annotated[int, Query(ge=1, le=100)] = 1,
) -> SamplePlanOut:
    """Return the answers for a share near one half with that half-width, and the invitations they need."""
    plan = surveys.plan_sample(margin, population=population, response_rate=response_rate, groups=groups)
    return SamplePlanOut(answers=plan.answers, invitations=plan.invitations)


@router.get("/surveys", summary="List the surveys")
def get_surveys(request: Request, connection: ReadConnection, _user: User) -> list[SurveyOut]:
    """Return the newest first."""
    return [_out(request, survey) for survey in surveys.list_surveys(connection)]


@router.post("/surveys", summary="Make a survey", status_code=201)
def post_survey(body: SurveyIn, app: App, connection: WriteConnection, user: Analyst) -> CreatedSurveyOut:
    """Keep a draft; it takes answers once its state is open."""
    survey_id = surveys.create_survey(
        connection,
        body.definition,
        taxonomy=body.taxonomy or app.settings.default_taxonomy,
        clock=app.clock,
        by=user.display_name,
        anonymous=body.anonymous,
        quota=body.quota,
        recontact_days=body.recontact_days,
    )
    return CreatedSurveyOut(id=survey_id)


@router.get("/surveys/{survey_id}", summary="Look at a survey")
def get_survey(survey_id: int, request: Request, connection: ReadConnection, _user: User) -> SurveyOut:
    """Return one survey."""
    return _out(request, surveys.get_survey(connection, survey_id))


@router.patch("/surveys/{survey_id}", summary="Edit a draft, open or close a survey")
def patch_survey(
    survey_id: int,
    body: SurveyChangeIn,
    request: Request,
    app: App,
    connection: WriteConnection,
    _user: Analyst,
) -> SurveyOut:
    """Change a survey; what people already answer cannot be edited."""
    surveys.change_survey(
        connection,
        survey_id,
        clock=app.clock,
        definition=body.definition,
        state=body.state,
        quota=body.quota,
        anonymous=body.anonymous,
        recontact_days=body.recontact_days,
    )
    return _out(request, surveys.get_survey(connection, survey_id))


@router.get("/surveys/{survey_id}/preview", summary="The public page of a draft", response_class=HTMLResponse)
def get_preview(
    survey_id: int, connection: ReadConnection, _user: User, lang: Annotated[str, Query(max_length=8)] = "zh"
) -> HTMLResponse:
    """Return the page as respondents will see it, for a frame on our own pages."""
    survey = surveys.get_survey(connection, survey_id)
    page = survey_page(survey, surveys.parse_definition(survey.raw, lang), {})
    policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'"
    headers = {"Content-Security-Policy": policy, "X-Frame-Options": "SAMEORIGIN"}
    return HTMLResponse(page, headers=headers)


@router.get("/surveys/{survey_id}/qr.svg", summary="The public address as a QR code", response_class=Response)
def get_qr(survey_id: int, request: Request, connection: ReadConnection, _user: User) -> Response:
    """Return an SVG to print or to show; answers that come by it say so."""
    survey = surveys.get_survey(connection, survey_id)
    picture = io.BytesIO()
    segno.make(f"{public_url(request, survey)}?via=qr", error="m").save(
        picture, kind="svg", scale=5, border=3, light="white"
    )
    return Response(picture.getvalue(), media_type="image/svg+xml")


def _out(request: Request, survey: surveys.Survey) -> SurveyOut:
    return SurveyOut(
        id=survey.id,
        slug=survey.slug,
        title=survey.title,
        state=survey.state,
        anonymous=survey.anonymous,
        quota=survey.quota,
        recontact_days=survey.recontact_days,
        questions=len(survey.definition.questions),
        languages=list(survey.definition.languages),
        standing=survey.purpose is not None,
        complete=survey.complete,
        partial=survey.partial,
        url=public_url(request, survey),
        embed=embed_snippet(request, survey),
        created_at=survey.created_at,
        definition=survey.raw,
    )
