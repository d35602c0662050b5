"""The programme looked at as a whole: is everyone heard, is it acted on, does acting work."""

from huiyin.act.programme.departments import DepartmentKpis, Game, read_departments
from huiyin.act.programme.figure import HealthFigure, LoopStage, Unit
from huiyin.act.programme.goals import (
    Goal,
    GoalNotFoundError,
    GoalReach,
    GoalState,
    InsightCost,
    goals_reached,
    insight_cost,
    note_cost,
    remove_goal,
    set_goal,
)
from huiyin.act.programme.health import Health, read_health, written
from huiyin.act.programme.hearing import SegmentCoverage
from huiyin.act.programme.latency import Leg, Way
from huiyin.act.programme.maturity import (
    QUESTIONS,
    MaturityCheck,
    MaturityQuestion,
    keep_check,
    list_checks,
)
from huiyin.act.programme.participation import (
    LoggedBy,
    Participation,
    five_voices,
    note_read,
    read_participation,
    read_today,
)
from huiyin.act.programme.quantiles import quantile
from huiyin.act.programme.reviews import (
    Review,
    ReviewNotFoundError,
    get_review,
    last_month,
    list_reviews,
    write_due_review,
)
from huiyin.act.programme.survival import Closing

__all__ = [
    "QUESTIONS",
    "Closing",
    "DepartmentKpis",
    "Game",
    "Goal",
    "GoalNotFoundError",
    "GoalReach",
    "GoalState",
    "Health",
    "HealthFigure",
    "InsightCost",
    "Leg",
    "LoggedBy",
    "LoopStage",
    "MaturityCheck",
    "MaturityQuestion",
    "Participation",
    "Review",
    "ReviewNotFoundError",
    "SegmentCoverage",
    "Unit",
    "Way",
    "five_voices",
    "get_review",
    "goals_reached",
    "insight_cost",
    "keep_check",
    "last_month",
    "list_checks",
    "list_reviews",
    "note_cost",
    "note_read",
    "quantile",
    "read_departments",
    "read_health",
    "read_participation",
    "read_today",
    "remove_goal",
    "set_goal",
    "write_due_review",
    "written",
]
