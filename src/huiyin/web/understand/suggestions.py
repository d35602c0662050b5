"""Second opinions over HTTP: what the language model suggests where the machine is unsure, and what people think of it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from huiyin.analyse import second_opinions
from huiyin.analyse.second_opinions import SecondOpinionState
from huiyin.bootstrap import judge_hard_cases
from huiyin.understand import hard_cases
from huiyin.understand.hard_cases import Suggestion
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.query import RoomContext
from huiyin.web.understand.schemas import EstimateOut, Out

router = APIRouter(tags=["audit"])


class SuggestionPlaceOut(Out):
    """An aspect and how it is spoken of."""

    aspect: str
    zh: str
    en: str
    sentiment: int


class LabelSuggestionOut(Out):
    """One unsure opinion; offsets count Unicode code points of the voice's text."""

    id: int
    feedback_id: int
    text: str
    start: int
    end: int
    quote_start: int
    quote_end: int
    machine: SuggestionPlaceOut
    confidence: float
    suggested: SuggestionPlaceOut
    model: str
    judged_at: datetime
    state: SecondOpinionState
    decided_by: str | None


class LabelSuggestionsOut(Out):
    """Suggestions, the newest first; `total` counts those in the asked state."""

    total: int
    items: list[LabelSuggestionOut]


class LanguageModelOut(Out):
    """What the language model may do here, what it has done, and how it has fared."""

    on: bool
    model: str | None
    spent_today: int = Field(description="Tokens since midnight, of this server.")
    daily_tokens: int
    hard_cases: int = Field(description="Opinions it may judge in a day.")
    judged_today: int
    names_topics: bool
    open: int
    accepted: int
    rejected: int
    dropped: int = Field(description="Answers that could not be believed.")
    same: EstimateOut = Field(description="How often it says what the machine said.")
    agreed: EstimateOut = Field(description="How often people agreed with it.")


class SuggestionDecisionIn(BaseModel):
    """Agree, refuse, or take that back."""

    state: Literal["accepted", "rejected", "open"]


class AskIn(BaseModel):
    """How many unsure opinions to ask about now."""

    most: int = Field(8, ge=1, le=40)


class SuggestionsAskedOut(Out):
    """How many were asked about, and how many answers could be believed."""

    asked: int
    believed: int


@router.get("/language-model", summary="What the language model does here", response_model=LanguageModelOut)
def get_language_model(app: App, connection: ReadConnection, _user: User) -> dict[str, object]:
    """Return its limits and how it has fared; it is off unless the settings name one."""
    report = hard_cases.model_report(connection, app.settings.minimum_n)
    model = app.language_model
    return {
        "on": model is not None,
        "model": model.name if model else None,
        "spent_today": model.spent_today if model else 0,
        "daily_tokens": app.settings.language_model_daily_tokens,
        "hard_cases": app.settings.language_model_hard_cases,
        "judged_today": hard_cases.judged_today(connection, app.clock(), app.settings.zone),
        "names_topics": app.settings.language_model_topics,
        "same": report.same,
        "agreed": report.accepted,
        **{state.value: count for state, count in report.counts.items()},
    }


@router.get("/suggestions", summary="Suggested labels of unsure opinions", response_model=LabelSuggestionsOut)
def get_suggestions(
    context: RoomContext,
    connection: ReadConnection,
    _user: User,
    state: Annotated[Literal["open", "accepted", "rejected"], Query()] = "open",
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
) -> dict[str, object]:
    """Return what the language model suggests, beside what the machine says."""
    wanted = SecondOpinionState(state)
    found = hard_cases.list_suggestions(connection, [wanted], limit=limit)
    total = second_opinions.counted(connection)[wanted]
    return {"total": total, "items": [_told(each, context) for each in found]}


@router.post("/suggestions", summary="Ask about unsure opinions now", response_model=SuggestionsAskedOut)
def post_suggestions(body: AskIn, app: App, _user: Analyst) -> dict[str, int]:
    """Put the opinions the machine is least sure of to the language model; 404 without one."""
    judged = judge_hard_cases(app, body.most)
    return {"asked": judged.asked, "believed": judged.believed}


@router.patch("/suggestions/{suggestion_id}", summary="Agree or refuse", response_model=LabelSuggestionOut)
def patch_suggestion(
    suggestion_id: int,
    body: SuggestionDecisionIn,
    app: App,
    context: RoomContext,
    connection: WriteConnection,
    user: Analyst,
) -> dict[str, object]:
    """Keep what a person thinks of a suggestion; it never counts as a label of a person."""
    second_opinions.decide(
        connection, suggestion_id, SecondOpinionState(body.state), by=user.username, clock=app.clock
    )
    return _told(hard_cases.one_suggestion(connection, suggestion_id), context)


def _told(suggestion: Suggestion, context: RoomContext) -> dict[str, object]:
    opinion, verdict = suggestion.opinion, suggestion.opinion.verdict
    if verdict is None:
        raise second_opinions.SecondOpinionDroppedError("the language model's answer could not be believed")
    unsure = opinion.unsure

    def said(aspect: str, sentiment: int) -> dict[str, object]:
        name = context.names.name(aspect)
        return {"aspect": aspect, "zh": name.zh, "en": name.en, "sentiment": sentiment}

    return {
        "id": opinion.id,
        "feedback_id": unsure.feedback_id,
        "text": suggestion.text,
        "start": unsure.start,
        "end": unsure.end,
        "quote_start": verdict.quote_start,
        "quote_end": verdict.quote_end,
        "machine": said(unsure.aspect, unsure.sentiment),
        "confidence": unsure.confidence,
        "suggested": said(verdict.aspect, verdict.sentiment),
        "model": opinion.model,
        "judged_at": opinion.judged_at,
        "state": opinion.state,
        "decided_by": opinion.decided_by,
    }
