"""Goals of the programme against what was reached, and what an insight costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from huiyin.access import Principal
from huiyin.act.programme.figure import HealthFigure
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError, NotFoundError
from huiyin.store.ledger.tables_act import action
from huiyin.store.ledger.tables_programme import programme_cost, programme_goal

_MOST_NOTE = 400


class GoalNotFoundError(NotFoundError):
    """No goal has this id."""

    code = "goal_not_found"


class GoalState(StrEnum):
    """How a goal stands; a figure whose interval holds the target is not reached and not missed."""

    REACHED = "reached"
    OPEN = "open"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure of the programme shall be, and by when."""

    id: int
    figure: str
    target: float
    due_date: date
    note: str
    created_by: str


@dataclass(frozen=True, slots=True)
class GoalReach:
    """A goal beside the figure it is about."""

    goal: Goal
    figure: HealthFigure
    reach: GoalState


@dataclass(frozen=True, slots=True)
class InsightCost:
    """What the programme cost in the months of a window, per action that came out of it and per one that worked."""

    months: int
    amount: float
    insights: int
    effective: int
    per_insight: float | None
    per_effective: float | None


def set_goal(
    connection: Connection,
    figure: str,
    target: float,
    due_date: date,
    *,
    known: Sequence[str],
    note: str,
    by: Principal,
    clock: Clock,
) -> Goal:
    """Keep a goal; raises `InvalidInputError` for a figure that the programme does not have."""
    if figure not in known:
        raise InvalidInputError(f"unknown figure {figure}", field="figure", expected=", ".join(known))
    values = {
        "figure": figure,
        "target": target,
        "due_date": due_date,
        "note": note.strip()[:_MOST_NOTE],
        "created_by": by.username,
        "created_at": clock(),
    }
    return _goal(connection.execute(insert(programme_goal).values(values).returning(programme_goal)).one())


def remove_goal(connection: Connection, goal_id: int, *, clock: Clock) -> None:
    """Take a goal down; it stays in the ledger."""
    living = (programme_goal.c.id == goal_id) & programme_goal.c.removed_at.is_(None)
    if connection.execute(update(programme_goal).where(living).values(removed_at=clock())).rowcount != 1:
        raise GoalNotFoundError(f"no goal has the id {goal_id}")


def goals_reached(connection: Connection, figures: Sequence[HealthFigure], *, today: date) -> list[GoalReach]:
    """Return every goal with the figure of the window, the earliest due first."""
    by_id: Mapping[str, HealthFigure] = {each.id: each for each in figures}
    query = select(programme_goal).where(programme_goal.c.removed_at.is_(None))
    goals = [
        _goal(row)
        for row in connection.execute(query.order_by(programme_goal.c.due_date, programme_goal.c.id))
    ]
    known = [(goal, by_id[goal.figure]) for goal in goals if goal.figure in by_id]
    return [GoalReach(goal, figure, _reach(goal, figure, today)) for goal, figure in known]


def note_cost(
    connection: Connection, month: date, amount: float, *, note: str, by: Principal, clock: Clock
) -> None:
    """Keep what the programme cost in a month; said again, it replaces what was said before."""
    if not amount >= 0:
        raise InvalidInputError("a cost below nothing", field="amount", expected="0 or more")
    first = month.replace(day=1)
    values = {
        "amount": amount,
        "note": note.strip()[:_MOST_NOTE],
        "noted_by": by.username,
        "noted_at": clock(),
    }
    known = programme_cost.c.month == first
    if connection.execute(update(programme_cost).where(known).values(values)).rowcount == 0:
        connection.execute(insert(programme_cost).values(values | {"month": first}))


def insight_cost(
    connection: Connection, *, start: date, end: date, since: datetime, until: datetime, effective: int
) -> InsightCost:
    """Return the cost of the months that begin within the window, over the actions opened in it."""
    costs = select(func.count(), func.coalesce(func.sum(programme_cost.c.amount), 0.0)).where(
        programme_cost.c.month.between(start.replace(day=1), end)
    )
    months, amount = connection.execute(costs).one()
    opened = select(func.count()).select_from(action).where(action.c.created_at.between(since, until))
    insights = connection.scalar(opened) or 0
    each = amount / insights if months and insights else None
    worked = amount / effective if months and effective else None
    return InsightCost(months, float(amount), insights, effective, each, worked)


def _reach(goal: Goal, figure: HealthFigure, today: date) -> GoalState:
    estimate = figure.estimate
    if not estimate.sufficient or estimate.low is None or estimate.high is None:
        return GoalState.UNKNOWN
    upwards = figure.good == "up"
    if (estimate.low >= goal.target) if upwards else (estimate.high <= goal.target):
        return GoalState.REACHED
    apart = (estimate.high < goal.target) if upwards else (estimate.low > goal.target)
    return GoalState.MISSED if apart and today > goal.due_date else GoalState.OPEN


def _goal(row: Row[Any]) -> Goal:
    return Goal(row.id, row.figure, row.target, row.due_date, row.note, row.created_by)
