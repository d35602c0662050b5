"""Surveys for those who make them: drafts, invitations, results."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Annotated, Any

import segno
from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from huiyin.collect import surveys
from huiyin.stats import Estimate
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.schemas import EstimateOut

router = APIRouter(tags=["surveys"])


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
    """What to change: a draft's definition, the state, the quota."""

    definition: dict[str, Any] | None = None
    state: surveys.State | None = None
    quota: int | None = Field(None, ge=1)


class SurveyOut(BaseModel):
    """A survey with its public address and how many answered."""

    id: int
    slug: str
    title: str
    state: surveys.State
    anonymous: bool
    quota: int | None
    recontact_days: int
    questions: int
    complete: int
    partial: int
    url: str
    created_at: datetime
    definition: dict[str, Any]


class CreatedSurveyOut(BaseModel):
    """The id of a new survey."""

    id: int


class InviteeIn(BaseModel):
    """A customer to invite."""

    person: str = Field(min_length=1, max_length=120, description="Your own id of the customer.")
    name: str | None = Field(None, max_length=120)
    segment: str | None = Field(None, max_length=60)
    region: str | None = Field(None, max_length=60)


class InvitationsIn(BaseModel):
    """People to invite."""

    people: list[InviteeIn] = Field(min_length=1, max_length=10_000)


class InvitedOut(BaseModel):
    """A personal address, shown once; or why there is none."""

    person: str
    url: str | None
    reason: str | None


class SurveyOptionOut(BaseModel):
    """How often an option was chosen."""

    value: str
    text: str
    count: int
    share: EstimateOut


class SurveyQuestionOut(BaseModel):
    """A question's result."""

    name: str
    kind: str
    title: str
    metric: str | None
    answered: int
    score: EstimateOut | None
    options: list[SurveyOptionOut]


class FieldworkOut(BaseModel):
    """How the fieldwork went; rr1 and rr2 are AAPOR's response rates, null without personal invitations."""

    invited: int
    complete: int
    partial: int
    rr1: EstimateOut | None
    rr2: EstimateOut | None
    completion: EstimateOut
    median_seconds: float | None


class ResultsOut(BaseModel):
    """What a survey has found so far."""

    source: str
    fieldwork: FieldworkOut
    questions: list[SurveyQuestionOut]


class SamplePlanOut(BaseModel):
    """Complete answers needed and invitations to send."""

    answers: int
    invitations: int


@router.get("/surveys/templates", summary="Surveys to start from")
def get_templates(_user: User) -> list[TemplateOut]:
    """Return ready definitions: NPS, CSAT, CES, open questions."""
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
    )
    return _out(request, surveys.get_survey(connection, survey_id))


@router.post("/surveys/{survey_id}/invitations", summary="Invite people by personal links")
def post_invitations(
    survey_id: int,
    body: InvitationsIn,
    request: Request,
    app: App,
    connection: WriteConnection,
    _user: Analyst,
) -> list[InvitedOut]:
    """Return a personal address for each person who may be asked now."""
    survey = surveys.get_survey(connection, survey_id)
    people = [surveys.Invitee(p.person, p.name, p.segment, p.region) for p in body.people]
    invited = surveys.invite(connection, survey, people, clock=app.clock)
    url = _url(request, survey.slug)
    return [
        InvitedOut(person=one.person, url=f"{url}?t={one.token}" if one.token else None, reason=one.reason)
        for one in invited
    ]


@router.get("/surveys/{survey_id}/results", summary="What a survey has found")
def get_results(survey_id: int, app: App, connection: ReadConnection, _user: User) -> ResultsOut:
    """Return each question's result with its interval, and the response rates."""
    survey = surveys.get_survey(connection, survey_id)
    minimum_n = app.settings.minimum_n
    return ResultsOut(
        source=f"{survey.title} · {survey.slug}",
        fieldwork=_fieldwork(surveys.fieldwork(connection, survey), minimum_n),
        questions=[_question(result, minimum_n) for result in surveys.question_results(connection, survey)],
    )


@router.get("/surveys/{survey_id}/qr.svg", summary="The public address as a QR code", response_class=Response)
def get_qr(survey_id: int, request: Request, connection: ReadConnection, _user: User) -> Response:
    """Return an SVG to print or to show."""
    survey = surveys.get_survey(connection, survey_id)
    picture = io.BytesIO()
    segno.make(_url(request, survey.slug), error="m").save(
        picture, kind="svg", scale=5, border=3, light="white"
    )
    return Response(picture.getvalue(), media_type="image/svg+xml")


def _url(request: Request, slug: str) -> str:
    public = request.app.state.installation.settings.public_url or str(request.base_url)
    return f"{public.rstrip('/')}/s/{slug}"


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
        complete=survey.complete,
        partial=survey.partial,
        url=_url(request, survey.slug),
        created_at=survey.created_at,
        definition=survey.raw,
    )


def _estimate(estimate: Estimate, minimum_n: int) -> EstimateOut:
    return EstimateOut.model_validate(estimate.guarded(minimum_n).as_dict())


def _question(result: surveys.QuestionResult, minimum_n: int) -> SurveyQuestionOut:
    options = [
        SurveyOptionOut(value=o.value, text=o.text, count=o.count, share=_estimate(o.share, minimum_n))
        for o in result.options
    ]
    return SurveyQuestionOut(
        name=result.name,
        kind=result.kind.value,
        title=result.title,
        metric=result.metric,
        answered=result.answered,
        score=_estimate(result.score, minimum_n) if result.score else None,
        options=options,
    )


def _fieldwork(found: surveys.Fieldwork, minimum_n: int) -> FieldworkOut:
    return FieldworkOut(
        invited=found.invited,
        complete=found.complete,
        partial=found.partial,
        rr1=_estimate(found.rr1, minimum_n) if found.rr1 else None,
        rr2=_estimate(found.rr2, minimum_n) if found.rr2 else None,
        completion=_estimate(found.completion, minimum_n),
        median_seconds=found.median_seconds,
    )
