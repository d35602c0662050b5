"""From single stories to what comes first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from sqlalchemy import Connection

from huiyin import act, understand
from huiyin.understand import Level, Outcome
from huiyin.web.deps import App, ReadConnection, User
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import AnecdoteOut, DriversOut, PrioritiesOut

router = APIRouter(tags=["understand"])


class AnecdoteIn(BaseModel):
    """A story somebody told; it is analysed and not kept."""

    text: str = Field(min_length=1, max_length=20_000)
    taxonomy: str | None = Field(None, description="Taxonomy to read it with; the default one when left out.")


@router.post("/anecdotes/check", summary="How many customers share this story?", response_model=AnecdoteOut)
def check_anecdote(body: AnecdoteIn, asked: Question, app: App, _user: User) -> dict[str, object]:
    """Return, for each issue in the story, the customers who share it, the trend, and a verdict in one sentence."""
    name = body.taxonomy or app.settings.default_taxonomy
    taxonomy = app.taxonomies.wanted(name)
    found = understand.check_anecdote(asked.context, app.analyser, taxonomy, asked.filters, body.text)
    return asked.dated | {
        "text": found.text,
        "opinions": found.opinions,
        "issues": found.issues,
        "base": found.base,
        "summary": found.summary,
    }


@router.get(
    "/priorities", summary="Issues ranked, quiet-but-common, loud-but-rare", response_model=PrioritiesOut
)
def get_priorities(
    asked: Question,
    connection: ReadConnection,
    _user: User,
    level: Level = Level.FINE,
    severity_weight: Annotated[float, Query(ge=0, le=1, description="0: customers alone.")] = 0.0,
) -> dict[str, object]:
    """Return what most customers need, with how sure the order is."""
    found = understand.prioritise(
        asked.context, asked.filters, level=level, severity_weight=severity_weight, acted=_acted(connection)
    )
    return asked.dated | {
        "base": found.base,
        "severity_weight": found.severity_weight,
        "ranking": found.ranking,
        "quiet": found.quiet,
        "loud": found.loud,
        "typical_share": found.typical_share,
        "repeated": found.repeated,
        "mild_intensity": found.mild_intensity,
        "fierce_intensity": found.fierce_intensity,
        "formula": found.formula,
    }


@router.get("/drivers", summary="What goes together with rating or NPS", response_model=DriversOut)
def get_drivers(
    asked: Question, _user: User, outcome: Outcome = Outcome.RATING, level: Level = Level.FINE
) -> dict[str, object]:
    """Return the aspects by their part of R², with penalty and reward."""
    found = understand.find_drivers(asked.context, asked.filters, outcome=outcome, level=level)
    return asked.dated | {
        "outcome": found.outcome,
        "voices": found.voices,
        "customers": found.customers,
        "r_squared": found.r_squared,
        "drivers": found.drivers,
        "caution": found.caution,
    }


def _acted(connection: Connection) -> set[str]:
    actions = act.list_actions(connection, states=[act.ActionState.OPEN, act.ActionState.DOING])
    return {action.aspect for action in actions if action.aspect}
