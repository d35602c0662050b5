"""Where respondents come in."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from pydantic import BaseModel, Field

from huiyin.collect import surveys
from huiyin.kit.errors import NotFoundError, TooManyRequestsError
from huiyin.web.collect.survey_page.rendering import closed_page, missing_page, stop_page, survey_page
from huiyin.web.collect.survey_page.shelf import desk_of, shelf_of
from huiyin.web.deps import App

router = APIRouter(include_in_schema=False)
public = APIRouter(tags=["public surveys"])

PER_ADDRESS = RateLimitItemPerMinute(6_000)
PER_RESPONDENT = RateLimitItemPerMinute(120)
_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'"
_limiter = FixedWindowRateLimiter(MemoryStorage())


class AnswersIn(BaseModel):
    """A respondent's answers so far, by the questions' names."""

    answers: dict[str, Any] = Field(max_length=400)
    key: str = Field("", max_length=128, description="Random characters that the browser made up and keeps.")
    token: str | None = Field(None, max_length=128, description="The personal link's token.")
    complete: bool = False
    language: str | None = Field(None, max_length=8, description="In which of its languages they were shown.")
    via: Literal["link", "mail", "qr", "embed"] | None = Field(None, description="How the respondent came.")


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
async def script() -> Response:
    """Return the page's only script."""
    return _script("survey.js")


@router.get("/s/embed.js")
async def embed() -> Response:
    """Return what a site includes to show a survey in a frame."""
    return _script("embed.js")


@router.get("/s/{slug}")
async def page(slug: str, request: Request) -> HTMLResponse:
    """Return the survey as a page; `?score=9` fills an answer in, as links in a mail do."""
    return await _page(slug, request)


@router.get("/s/{slug}/frame")
async def frame(slug: str, request: Request) -> HTMLResponse:
    """Return the same page for a frame on another site; this page alone may be framed."""
    found = await _page(slug, request)
    found.headers["Content-Security-Policy"] = f"{_POLICY}; frame-ancestors *"
    # Old browsers know no frame-ancestors; a value they do not know either leaves them without a rule.
    found.headers["X-Frame-Options"] = "ALLOWALL"
    return found


@router.get("/s/{slug}/stop")
async def ask_to_stop(slug: str, request: Request, t: str = "") -> HTMLResponse:
    """Ask whether a person wants no more invitations; opening the link alone changes nothing."""
    shelved = await shelf_of(request).get(slug)
    language = _language(request, shelved.survey.definition.languages)
    return HTMLResponse(stop_page(t, shelved.definition(language)))


@router.post("/s/{slug}/stop")
def stop(
    slug: str,
    request: Request,
    app: App,
    t: Annotated[str, Form(max_length=128)] = "",
    link: Annotated[str, Query(alias="t", max_length=128)] = "",
) -> HTMLResponse:
    """Note that the person behind the link wants no more invitations.

    The page's own form sends the token; a mail program's button (RFC 8058) posts to the link as it stands.
    """
    t = t or link
    _check_rate(request.client.host if request.client else "", t)
    with app.ledger.write() as connection:
        survey = surveys.open_survey(connection, slug)
        known = surveys.opt_out(connection, survey.id, t, clock=app.clock)
    if not known:
        return HTMLResponse(missing_page(_language(request, surveys.LANGUAGES)), status_code=404)
    definition = surveys.parse_definition(survey.raw, _language(request, survey.definition.languages))
    return HTMLResponse(stop_page(t, definition, done=True))


async def _page(slug: str, request: Request) -> HTMLResponse:
    try:
        shelved = await shelf_of(request).get(slug)
    except NotFoundError:
        return HTMLResponse(missing_page(_language(request, surveys.LANGUAGES)), status_code=404)
    survey = shelved.survey
    language = _language(request, survey.definition.languages)
    definition = shelved.definition(language)
    if survey.state is not surveys.SurveyState.OPEN:
        return HTMLResponse(closed_page(definition))
    names = {question.name for question in definition.questions}
    given = {name: value for name, value in request.query_params.items() if name in names}
    key = (language, *(f"{name}={value}" for name, value in given.items()))
    text = shelved.page(key, lambda: survey_page(survey, definition, given))
    return HTMLResponse(text, headers={"Cache-Control": "no-cache"})


def _language(request: Request, offered: Sequence[str]) -> str:
    """Return the language asked for in the address, else the browser's, else the survey's own."""
    asked = request.query_params.get("lang") or request.headers.get("accept-language", "")
    return surveys.best_language(asked, offered) or offered[0]


def _script(name: str) -> Response:
    headers = {"Cache-Control": "public, max-age=3600"}
    return Response(_file(name), media_type="text/javascript; charset=utf-8", headers=headers)


@cache
def _file(name: str) -> str:
    return (files("huiyin.web.collect.survey_page") / name).read_text(encoding="utf-8")


@public.get("/public/surveys/{slug}", summary="Read an open survey")
async def get_public_survey(slug: str, request: Request) -> PublicSurveyOut:
    """Return the definition; needs no sign-in, the address is the key."""
    survey = (await shelf_of(request).get(slug)).survey
    return PublicSurveyOut(
        title=survey.title, open=survey.state is surveys.SurveyState.OPEN, definition=survey.raw
    )


@public.post("/public/surveys/{slug}/answers", summary="Keep a respondent's answers")
async def post_answers(slug: str, body: AnswersIn, request: Request) -> ReceiptOut:
    """Keep partial answers, or complete the response; the reply is sent after they are on disk."""
    _check_rate(request.client.host if request.client else "", body.token or body.key)
    submission = surveys.Submission(
        body.answers, body.key, body.token, body.complete, body.language, body.via
    )
    receipt = await asyncio.wrap_future(desk_of(request).submit(slug, submission))
    return ReceiptOut(state=receipt.state, answers=receipt.answers)


def _check_rate(address: str, respondent: str) -> None:
    allowed = _limiter.hit(PER_ADDRESS, "address", address) and _limiter.hit(
        PER_RESPONDENT, "one", respondent
    )
    if not allowed:
        raise TooManyRequestsError("too many answers at once; wait a minute")
