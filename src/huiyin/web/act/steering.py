"""Steering the programme: goals against reach, cost, maturity, departments, and staff who take part."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from fastapi import APIRouter
from pydantic import BaseModel, Field

from huiyin import access, understand
from huiyin.act import programme
from huiyin.bootstrap import Installation
from huiyin.understand import Window
from huiyin.web.act.programme import HealthFigureOut
from huiyin.web.act.schemas import RowId, today
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.query import Asked, Question
from huiyin.web.understand.schemas import DatedOut, EstimateOut, Out, VoiceOut

router = APIRouter(prefix="/programme", tags=["act"])


class GoalIn(BaseModel):
    """What a figure shall be, and by when; shares from 0 to 1."""

    figure: str = Field(min_length=1, max_length=40)
    target: float = Field(ge=0, le=1_000_000)
    due_date: date
    note: str = Field("", max_length=400)


class GoalReachOut(Out):
    """A goal beside the figure of the window."""

    id: int
    target: float
    due_date: date
    note: str
    created_by: str
    figure: HealthFigureOut
    reach: programme.GoalState


class CostIn(BaseModel):
    """What the programme cost in a month."""

    month: date
    amount: float = Field(ge=0, le=1e12)
    note: str = Field("", max_length=400)


class InsightCostOut(Out):
    """The cost of the window's months, per action opened and per action that worked."""

    months: int
    amount: float
    insights: int
    effective: int
    per_insight: float | None
    per_effective: float | None


class GameOut(Out):
    """A pattern by which a figure may look better than the work."""

    id: str
    zh: str
    en: str


class DepartmentOut(Out):
    """One department's own figures; an empty team is work that no team owns."""

    team: str
    in_time: EstimateOut
    content: EstimateOut
    done: EstimateOut
    effective: EstimateOut
    games: list[GameOut]


class LoggedByOut(Out):
    """How many voices somebody wrote down."""

    username: str
    voices: int


class ParticipationOut(Out):
    """Who read five voices a day or wrote one down."""

    taking_part: EstimateOut
    readers: int
    writers: list[LoggedByOut]
    logged: int


class SteeringOut(DatedOut):
    """Goals, cost, departments and participation of the window."""

    goals: list[GoalReachOut]
    figures: list[HealthFigureOut]
    cost: InsightCostOut
    departments: list[DepartmentOut]
    participation: ParticipationOut


class MaturityQuestionOut(Out):
    """One question with what its lowest and highest step mean."""

    id: str
    zh: str
    en: str
    low_zh: str
    low_en: str
    high_zh: str
    high_en: str


class MaturityIn(BaseModel):
    """A step from 1 to 5 for every question."""

    answers: dict[str, int]
    note: str = Field("", max_length=2000)


class MaturityCheckOut(Out):
    """One self-assessment."""

    id: int
    answers: dict[str, int]
    note: str
    checked_by: str
    checked_at: datetime


class MaturityOut(Out):
    """The questions, and every self-assessment, newest first."""

    questions: list[MaturityQuestionOut]
    items: list[MaturityCheckOut]


class FiveVoicesOut(Out):
    """Today's five voices for the reader; `done` once they were read."""

    day: date
    done: bool
    voices: list[VoiceOut]


@router.get("/steering", summary="Goals, cost, departments, participation", response_model=SteeringOut)
def get_steering(asked: Question, app: App, connection: ReadConnection, _user: User) -> dict[str, object]:
    """Return what the programme promised itself against what was reached in the window."""
    since, until = _span(asked, app)
    minimum_n = app.settings.minimum_n
    health = programme.read_health(
        asked.context, connection, asked.window, now=app.clock(), zone=app.settings.zone
    )
    reached = programme.goals_reached(connection, health.figures, today=today(app))
    effective = next(each.estimate for each in health.figures if each.id == "actions_effective")
    worked = round((effective.value or 0) * effective.n)
    return asked.dated | {
        "goals": [_reached(each) for each in reached],
        "figures": health.figures,
        "cost": programme.insight_cost(
            connection,
            start=asked.window.start,
            end=asked.window.end,
            since=since,
            until=until,
            effective=worked,
        ),
        "departments": programme.read_departments(connection, since=since, now=until, minimum_n=minimum_n),
        "participation": programme.read_participation(
            connection, since=since, now=until, minimum_n=minimum_n
        ),
    }


@router.post("/goals", status_code=201, summary="Set a goal")
def post_goal(body: GoalIn, asked: Question, app: App, user: Analyst) -> dict[str, int]:
    """Keep a goal about one of the programme's figures."""
    with app.ledger.read() as connection:
        health = programme.read_health(
            asked.context, connection, asked.window, now=app.clock(), zone=app.settings.zone
        )
    known = [figure.id for figure in health.figures]
    with app.ledger.write() as connection:
        goal = programme.set_goal(
            connection,
            body.figure,
            body.target,
            body.due_date,
            known=known,
            note=body.note,
            by=user,
            clock=app.clock,
        )
        access.record(
            connection,
            "goal.set",
            clock=app.clock,
            by=user,
            object_kind="goal",
            object_id=goal.id,
            detail={"figure": goal.figure, "target": goal.target},
        )
    return {"id": goal.id}


@router.delete("/goals/{goal_id}", status_code=204, summary="Take a goal down")
def delete_goal(goal_id: RowId, app: App, connection: WriteConnection, user: Analyst) -> None:
    """Remove a goal from the page; it stays in the ledger."""
    programme.remove_goal(connection, goal_id, clock=app.clock)
    access.record(connection, "goal.removed", clock=app.clock, by=user, object_kind="goal", object_id=goal_id)


@router.put("/costs", status_code=204, summary="Note what a month cost")
def put_cost(body: CostIn, app: App, connection: WriteConnection, user: Analyst) -> None:
    """Keep the cost of a month; said again, it replaces what was said before."""
    programme.note_cost(connection, body.month, body.amount, note=body.note, by=user, clock=app.clock)


@router.get("/maturity", summary="The team's own view of its programme")
def get_maturity(connection: ReadConnection, _user: User) -> MaturityOut:
    """Return the questions and every self-assessment."""
    return MaturityOut.model_validate(
        {"questions": programme.QUESTIONS, "items": programme.list_checks(connection)}
    )


@router.post("/maturity", status_code=201, summary="Assess the programme")
def post_maturity(body: MaturityIn, app: App, connection: WriteConnection, user: Analyst) -> MaturityCheckOut:
    """Keep a self-assessment."""
    check = programme.keep_check(connection, body.answers, note=body.note, by=user, clock=app.clock)
    return MaturityCheckOut.model_validate(check)


@router.get("/five-voices", summary="Five voices a day")
def get_five_voices(app: App, connection: ReadConnection, user: User) -> FiveVoicesOut:
    """Return five voices of the last week, drawn by chance for the reader and the day."""
    fresh = understand.freshness(app.facts)
    day = today(app)
    drawn = programme.five_voices(app.facts, user.username, min(day, fresh.last_day or day))
    voices = [understand.one_voice(app.facts, connection, app.names, each) for each in drawn]
    return FiveVoicesOut.model_validate(
        {"day": day, "done": programme.read_today(connection, user.username, day), "voices": voices}
    )


@router.post("/five-voices", status_code=204, summary="I have read today's five voices")
def post_five_voices(app: App, connection: WriteConnection, user: User) -> None:
    """Note that the reader has read the voices of today."""
    programme.note_read(connection, user.username, today(app), clock=app.clock)


def _span(asked: Asked, app: Installation) -> tuple[datetime, datetime]:
    window: Window = asked.window
    since = datetime.combine(window.start, time.min, app.settings.zone).astimezone(UTC)
    end = datetime.combine(window.end, time.max, app.settings.zone).astimezone(UTC)
    return since, min(app.clock(), end)


def _reached(found: programme.GoalReach) -> dict[str, object]:
    goal = found.goal
    shown = {name: getattr(goal, name) for name in ("id", "target", "due_date", "note", "created_by")}
    return shown | {"figure": found.figure, "reach": found.reach}
