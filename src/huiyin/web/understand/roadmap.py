"""The roadmap over HTTP: the order, its sensitivity, decisions against it, and what a budget reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field
from sqlalchemy import Connection

from huiyin import act, understand
from huiyin.kit.errors import NotFoundError
from huiyin.understand import Decision, Level
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import DatedOut, EstimateOut, NameOut, Out, RankedOut

router = APIRouter(tags=["understand"])


class UnknownAspectError(NotFoundError):
    """No taxonomy has this aspect."""

    code = "aspect_not_found"


class DecisionIn(BaseModel):
    """A place against the ranking, with its reason, or what the issue costs; nothing at all takes both back."""

    position: int | None = Field(None, description="The place it shall take; left out: the ranking stands.")
    cost: float | None = Field(None, description="What solving it costs, in the budget's unit.")
    reason: str = Field("", max_length=2000)


class DecisionOut(Out):
    """The newest decision about an aspect."""

    aspect: str
    position: int | None
    cost: float | None
    reason: str
    decided_at: datetime
    decided_by: str


class RoadmapStepOut(Out):
    """One issue of the roadmap."""

    place: int
    ranked: RankedOut
    best: int
    worst: int
    decision: DecisionOut | None
    spent: float | None
    within_budget: bool | None
    covered: EstimateOut


class RoadmapOut(DatedOut):
    """The issues in order, with how many unhappy customers they cover."""

    steps: list[RoadmapStepOut]
    severity_weight: float
    unhappy: int
    budget: float | None
    reached: EstimateOut | None
    formula: NameOut


@router.get("/roadmap", summary="What to solve in which order", response_model=RoadmapOut)
def get_roadmap(
    asked: Question,
    connection: ReadConnection,
    user: User,
    level: Level = Level.FINE,
    severity_weight: Annotated[float, Query(ge=0, le=1, description="0: customers alone.")] = 0.0,
    budget: Annotated[float | None, Query(ge=0, description="What may be spent.")] = None,
) -> dict[str, object]:
    """Return the ranking with people's decisions in it, rank by rank how firm it is and whom it reaches."""
    actions = act.list_actions(connection, states=[act.ActionState.OPEN, act.ActionState.DOING])
    plan = understand.plan_roadmap(
        asked.context,
        asked.filters,
        level=level,
        severity_weight=severity_weight,
        budget=budget,
        decisions=_decisions(connection, whole=user.limits.whole),
        acted={action.aspect for action in actions if action.aspect},
    )
    return asked.dated | {
        "steps": plan.steps,
        "severity_weight": plan.severity_weight,
        "unhappy": plan.unhappy,
        "budget": plan.budget,
        "reached": plan.reached,
        "formula": plan.formula,
    }


def _decisions(connection: Connection, *, whole: bool) -> Mapping[str, Decision]:
    """Return what was decided; the reasons may quote anybody, so they stay with those who hear everybody."""
    found = understand.read_decisions(connection)
    return found if whole else {aspect: replace(each, reason="") for aspect, each in found.items()}


@router.put("/roadmap/{aspect}", summary="Decide against the ranking", response_model=DecisionOut)
def put_decision(
    aspect: Annotated[str, Path(description="An aspect id.")],
    body: DecisionIn,
    app: App,
    connection: WriteConnection,
    user: Analyst,
) -> Decision:
    """Keep a place and its reason, or a cost; what was decided before stays on record."""
    if aspect not in app.names:
        raise UnknownAspectError(f"no aspect {aspect!r}")
    return understand.decide(
        connection,
        aspect,
        position=body.position,
        cost=body.cost,
        reason=body.reason,
        by=user.username,
        clock=app.clock,
    )
