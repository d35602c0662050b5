"""The programme's own figures and its periodic reviews."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from fastapi import APIRouter

from huiyin.act import programme
from huiyin.web.act.schemas import RowId
from huiyin.web.deps import Analyst, App, ReadConnection, User
from huiyin.web.understand.query import Question, RoomContext
from huiyin.web.understand.schemas import DatedOut, EstimateOut, Out, SentenceOut, TableOut

router = APIRouter(prefix="/programme", tags=["act"])


class HealthFigureOut(Out):
    """A figure with its definition; `good` says which direction is better."""

    id: str
    stage: programme.LoopStage
    zh: str
    en: str
    unit: programme.Unit
    estimate: EstimateOut
    about_zh: str
    about_en: str
    good: str
    link: str | None


class LegOut(Out):
    """The median days of one part of the way from signal to verdict."""

    id: str
    zh: str
    en: str
    estimate: EstimateOut


class WayOut(Out):
    """The days of one action."""

    action_id: int
    title: str
    signal: date | None
    decided: date
    done: date | None
    judged: date | None


class SegmentCoverageOut(Out):
    """How many of a segment's known customers were heard; an empty name was never filled in."""

    segment: str
    heard: EstimateOut


class ProgrammeOut(DatedOut):
    """The programme page."""

    sentences: list[SentenceOut]
    figures: list[HealthFigureOut]
    segments: list[SegmentCoverageOut]
    coverage_chart: dict[str, Any]
    coverage_table: TableOut
    closing_chart: dict[str, Any]
    closing_table: TableOut
    legs: list[LegOut]
    ways: list[WayOut]


class ReviewOut(Out):
    """A review as it was written."""

    id: int
    period_start: date
    period_end: date
    written_by: str
    written_at: datetime
    figures: list[HealthFigureOut]
    sentences: list[SentenceOut]


class ReviewsOut(Out):
    """Every review, newest period first."""

    items: list[ReviewOut]


@router.get("", summary="How the programme is doing", response_model=ProgrammeOut)
def get_programme(asked: Question, app: App, connection: ReadConnection, _user: User) -> dict[str, object]:
    """Return coverage, coding, freshness, alerts, cases, actions and decision latency of the window."""
    health = programme.read_health(
        asked.context,
        connection,
        asked.window,
        now=app.clock(),
        zone=app.settings.zone,
        language=asked.language,
    )
    return asked.dated | {
        "sentences": health.sentences,
        "figures": health.figures,
        "segments": health.segments,
        "coverage_chart": health.coverage_chart.option,
        "coverage_table": health.coverage_chart.table.as_dict(),
        "closing_chart": health.closing_chart.option,
        "closing_table": health.closing_chart.table.as_dict(),
        "legs": health.legs,
        "ways": health.ways,
    }


@router.get("/reviews", summary="Periodic reviews")
def get_reviews(connection: ReadConnection, _user: User) -> ReviewsOut:
    """Return the reviews that were written."""
    return ReviewsOut.model_validate({"items": programme.list_reviews(connection)})


@router.get("/reviews/{review_id}", summary="One review")
def get_review(review_id: RowId, connection: ReadConnection, _user: User) -> ReviewOut:
    """Return one review as it was written."""
    return ReviewOut.model_validate(programme.get_review(connection, review_id))


@router.post("/reviews", summary="Write the review of the last month")
def post_review(app: App, context: RoomContext, _user: Analyst) -> ReviewsOut:
    """Write what is due; a month that has its review keeps it."""
    programme.write_due_review(app.ledger.write, context, app.clock, zone=app.settings.zone)
    with app.ledger.read() as connection:
        return ReviewsOut.model_validate({"items": programme.list_reviews(connection)})
