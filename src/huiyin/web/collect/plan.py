"""The collection plan over HTTP."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy import Connection

from huiyin.collect import Channel, plan
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.schemas import Out

router = APIRouter(tags=["plan"])


class PlanGoalOut(BaseModel):
    """What a programme may want."""

    id: plan.Goal
    zh: str
    en: str


class PlanRuleOut(Out):
    """A rule: for this goal, this channel with this metric, sized this way, for this reason."""

    goal: plan.Goal
    channel: Channel
    metric: str
    sizing: plan.Sizing
    zh: str
    en: str


class PlanRulesOut(BaseModel):
    """Everything a proposal rests on."""

    goals: list[PlanGoalOut]
    rules: list[PlanRuleOut]
    customers: int


class ProposalIn(BaseModel):
    """What is wanted, and how exactly."""

    goals: list[plan.Goal] = Field(min_length=1, max_length=10)
    margin: float = Field(0.05, gt=0, lt=0.5)
    population: int | None = Field(None, ge=1)
    response_rate: float = Field(0.2, gt=0, le=1)
    groups: int = Field(1, ge=1, le=100)


class CollectionPlanIn(ProposalIn):
    """A plan to keep; it begins on the Monday of its first week."""

    title: str = Field(min_length=1, max_length=80)
    starts_on: date
    weeks: int = Field(12, ge=1, le=104)


class PlanTargetOut(Out):
    """How many people to hear through a channel; 0 means everybody who speaks."""

    goal: plan.Goal
    channel: Channel
    metric: str
    people: int
    invitations: int
    margin: float | None
    zh: str
    en: str


class PlanWeekOut(Out):
    """People heard in a week, and by its end, beside what the plan has by then."""

    week: date
    heard: int
    heard_by_then: int
    planned_by_then: int | None


class PlanProgressOut(Out):
    """A channel's fieldwork; `behind` counts the people missing at the end of the last full week."""

    channel: Channel
    planned: int | None
    heard: int
    behind: int
    weeks: list[PlanWeekOut]


class CollectionPlanOut(BaseModel):
    """A plan and how it goes."""

    id: int
    title: str
    goals: list[plan.Goal]
    starts_on: date
    weeks: int
    created_by: str
    targets: list[PlanTargetOut]
    progress: list[PlanProgressOut]


@router.get("/plans/rules", summary="The rules behind proposals")
def get_rules(connection: ReadConnection, _user: User) -> PlanRulesOut:
    """Return goals, rules, and the size of the customer base."""
    return PlanRulesOut(
        goals=[PlanGoalOut(id=goal, zh=zh, en=en) for goal, (zh, en) in plan.NAMES.items()],
        rules=[PlanRuleOut.model_validate(rule) for rule in plan.RULES],
        customers=plan.count_customers(connection),
    )


@router.post("/plans/proposal", summary="Goals to channels and sizes")
def post_proposal(body: ProposalIn, _user: User) -> list[PlanTargetOut]:
    """Return the targets that the rules propose; nothing is kept."""
    return [PlanTargetOut.model_validate(one) for one in _propose(body)]


@router.get("/plans", summary="List the plans")
def get_plans(app: App, connection: ReadConnection, _user: User) -> list[CollectionPlanOut]:
    """Return plans with their fieldwork, the newest first."""
    return [_out(app, connection, one) for one in plan.list_plans(connection)]


@router.post("/plans", summary="Keep a plan", status_code=201)
def post_plan(
    body: CollectionPlanIn, app: App, connection: WriteConnection, user: Analyst
) -> CollectionPlanOut:
    """Keep the proposal as a plan to be followed."""
    kept = plan.create_plan(
        connection,
        title=body.title,
        goals=body.goals,
        targets=_propose(body),
        starts_on=body.starts_on,
        weeks=body.weeks,
        by=user.display_name,
        clock=app.clock,
    )
    return _out(app, connection, kept)


def _propose(body: ProposalIn) -> list[plan.Target]:
    return plan.propose(
        body.goals,
        margin=body.margin,
        population=body.population,
        response_rate=body.response_rate,
        groups=body.groups,
    )


def _out(app: App, connection: Connection, kept: plan.Plan) -> CollectionPlanOut:
    progress = plan.follow(connection, kept, zone=app.settings.zone, clock=app.clock)
    return CollectionPlanOut(
        id=kept.id,
        title=kept.title,
        goals=list(kept.goals),
        starts_on=kept.starts_on,
        weeks=kept.weeks,
        created_by=kept.created_by,
        targets=[PlanTargetOut.model_validate(one) for one in kept.targets],
        progress=[PlanProgressOut.model_validate(one) for one in progress],
    )
