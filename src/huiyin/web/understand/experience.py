"""Friction by step, and what goes together with complaining of one aspect."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from huiyin import understand
from huiyin.understand import ImpactOn
from huiyin.web.deps import App, ReadConnection, User
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import DatedOut, EstimateOut, NameOut, Out

router = APIRouter(tags=["understand"])


class SaidOut(Out):
    """One aspect of which those who stumble complain more."""

    aspect: str
    zh: str
    en: str
    stumbling: EstimateOut
    others: EstimateOut
    difference: EstimateOut
    link: str


class StumbleOut(Out):
    """One sign of trouble at a step."""

    event: str
    sessions: int
    share: EstimateOut


class FunnelStepOut(Out):
    """One step of the path with its friction and its voices."""

    event: str
    sessions: int
    people: int
    passed: EstimateOut | None
    before: EstimateOut | None
    change: EstimateOut | None
    stumbles: list[StumbleOut]
    stumbling: EstimateOut
    complaining: EstimateOut | None
    said: list[SaidOut]
    worst: bool


class SplitOut(Out):
    """How one value of a property passes the worst step, against the other values."""

    value: str
    step: str
    sessions: int
    passed: EstimateOut
    difference: EstimateOut
    unusual: bool


class JourneyOut(DatedOut):
    """The path through the pages."""

    steps: list[FunnelStepOut]
    splits: list[SplitOut]
    property: str | None
    events: list[str]
    properties: list[str]
    truncated: bool
    how: NameOut


class ImpactOut(Out):
    """One outcome among those who complain of the aspect and the others."""

    on: ImpactOn
    unit: str
    complaining: EstimateOut
    others: EstimateOut
    difference: EstimateOut
    lift: EstimateOut | None
    significant: bool


class ImpactsOut(DatedOut):
    """What goes together with complaining of an aspect."""

    impacts: list[ImpactOut]
    how: NameOut


@router.get("/experience", summary="Friction by step beside what is said", response_model=JourneyOut)
def get_experience(
    asked: Question,
    app: App,
    connection: ReadConnection,
    _user: User,
    step: Annotated[list[str], Query(description="Events in their order; left out: read off the data.")] = [],  # noqa: B006
    split_by: Annotated[str | None, Query(description="An event property, such as app_version.")] = None,
) -> dict[str, object]:
    """Return, for each step, who goes on, what goes wrong, and what those it went wrong for complain of."""
    found = understand.journey(
        asked.context, connection, asked.filters, zone=app.settings.zone, steps=step, split_by=split_by
    )
    return asked.dated | {
        "steps": found.steps,
        "splits": found.splits,
        "property": found.property,
        "events": found.events,
        "properties": found.properties,
        "truncated": found.truncated,
        "how": found.how,
    }


@router.get(
    "/facts/{aspect}/impact", summary="What goes together with complaining of it", response_model=ImpactsOut
)
def get_impact(
    asked: Question,
    connection: ReadConnection,
    _user: User,
    aspect: Annotated[str, Path(description="An aspect id.")],
) -> dict[str, object]:
    """Return rating, NPS and purchases of those who complain of the aspect and of the others."""
    found = understand.aspect_impacts(asked.context, connection, asked.filters, aspect)
    return asked.dated | {"impacts": found.impacts, "how": found.how}
