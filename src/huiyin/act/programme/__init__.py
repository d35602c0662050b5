"""The programme looked at as a whole: is everyone heard, is it acted on, does acting work."""

from huiyin.act.programme.figure import HealthFigure, Stage, Unit
from huiyin.act.programme.health import Health, read_health, written
from huiyin.act.programme.hearing import SegmentCoverage
from huiyin.act.programme.latency import Leg, Way
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
    "Closing",
    "Health",
    "HealthFigure",
    "Leg",
    "Review",
    "ReviewNotFoundError",
    "SegmentCoverage",
    "Stage",
    "Unit",
    "Way",
    "get_review",
    "last_month",
    "list_reviews",
    "quantile",
    "read_health",
    "write_due_review",
    "written",
]
