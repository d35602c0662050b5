"""Where respondents come in."""

from __future__ import annotations

import asyncio
from importlib.resources import files
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from pydantic import BaseModel, Field

from huiyin.collect import surveys
from huiyin.kit.errors import NotFoundError, TooManyRequestsError
from huiyin.web.collect.survey_page.rendering import closed_page, missing_page, survey_page
from huiyin.web.collect.survey_page.shelf import desk_of, shelf_of

router = APIRouter(include_in_schema=False)
public = APIRouter(tags=["public surveys"])

PER_ADDRESS = RateLimitItemPerMinute(6_000)
PER_RESPONDENT = RateLimitItemPerMinute(120)
_limiter = FixedWindowRateLimiter(MemoryStorage())


class AnswersIn(BaseModel):
    """A respondent's answers so far, by the questions' names."""

    answers: dict[str, Any] = Field(max_length=400)
    key: str = Field("", max_length=128, description="Random characters that the browser made up and keeps.")
    token: str | None = Field(None, max_length=128, description="The personal link's token.")
    complete: bool = False


class ReceiptOut(BaseModel):
    """What is kept now; complete answers stay as they are."""

    state: Literal["partial", "complete"]
    answers: dict[str, Any]


class PublicSurveyOut(BaseModel):
    """What a respondent may know of a survey."""

    title: str
    open: bool
    definition: dict[str, Any]


@router.get("/s/survey.js")
def script() -> Response:
    """Return the page's only script."""
    text = (files("huiyin.web.collect.survey_page") / "survey.js").read_text(encoding="utf-8")
    headers = {"Cache-Control": "public, max-age=3600"}
    return Response(text, media_type="text/javascript; charset=utf-8", headers=headers)


@router.get("/s/{slug}")
async def page(slug: str, request: Request) -> HTMLResponse:
    """Return the survey as a page; `?score=9` fills an answer in, as links in a mail do."""
    try:
        shelved = await shelf_of(request).get(slug)
    except NotFoundError:
        return HTMLResponse(missing_page(), status_code=404)
    survey = shelved.survey
    if survey.state is not surveys.State.OPEN:
        return HTMLResponse(closed_page(survey.title))
    names = {question.name for question in survey.definition.questions}
    given = {name: value for name, value in request.query_params.items() if name in names}
    text = shelved.page(
        tuple(f"{name}={value}" for name, value in given.items()), lambda: survey_page(survey, given)
    )
    return HTMLResponse(text, headers={"Cache-Control": "no-cache"})


@public.get("/public/surveys/{slug}", summary="Read an open survey")
async def get_public_survey(slug: str, request: Request) -> PublicSurveyOut:
    """Return the definition; needs no sign-in, the address is the key."""
    survey = (await shelf_of(request).get(slug)).survey
    return PublicSurveyOut(title=survey.title, open=survey.state is surveys.State.OPEN, definition=survey.raw)


@public.post("/public/surveys/{slug}/answers", summary="Keep a respondent's answers")
async def post_answers(slug: str, body: AnswersIn, request: Request) -> ReceiptOut:
    """Keep partial answers, or complete the response; the reply is sent after they are on disk."""
    _check_rate(request.client.host if request.client else "", body.token or body.key)
    submission = surveys.Submission(body.answers, body.key, body.token, body.complete)
    receipt = await asyncio.wrap_future(desk_of(request).submit(slug, submission))
    return ReceiptOut(state=receipt.state, answers=receipt.answers)


def _check_rate(address: str, respondent: str) -> None:
    allowed = _limiter.hit(PER_ADDRESS, "address", address) and _limiter.hit(
        PER_RESPONDENT, "one", respondent
    )
    if not allowed:
        raise TooManyRequestsError("too many answers at once; wait a minute")
