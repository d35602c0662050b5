"""Launches and events that are watched: declare, read the report at any hour, take it along."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from pydantic import AwareDatetime, BaseModel, Field

from huiyin import access
from huiyin.act import reports
from huiyin.understand import launches
from huiyin.understand.signals import SignalState, list_signals
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.report_file import report_file
from huiyin.web.understand.files import TableFileKind, file_of
from huiyin.web.understand.query import Question, RoomContext
from huiyin.web.understand.schemas import EstimateOut, Out, SentenceOut, TableOut

router = APIRouter(prefix="/launches", tags=["launches"])
EventId = Annotated[int, Path(ge=1, le=2**31)]
Hours = Annotated[
    float | None, Query(gt=0, le=24 * 366, description="So many hours after the start; now without it.")
]


class LaunchIn(BaseModel):
    """What to watch: a product, words, or both; and the products to compare with."""

    name: str = Field(min_length=1, max_length=120)
    starts_at: AwareDatetime
    product: str | None = Field(None, max_length=120)
    terms: list[Annotated[str, Field(max_length=40)]] = Field(default=[], max_length=10)
    rivals: list[Annotated[str, Field(max_length=120)]] = Field(default=[], max_length=3)


class LaunchOut(Out):
    """A watched event."""

    id: int
    name: str
    product: str | None
    terms: list[str]
    rivals: list[str]
    starts_at: datetime
    created_by: str
    created_at: datetime
    closed_at: datetime | None


class SuggestionOut(Out):
    """What could be watched: a product only just spoken of, or what a signal tells of (`signal_id`): a product or words."""

    product: str | None
    starts_at: datetime
    people: int
    voices: int
    terms: list[str]
    signal_id: int | None


class LaunchesOut(Out):
    """What is watched, and what could be."""

    items: list[LaunchOut]
    suggestions: list[SuggestionOut]


class LaunchAspectOut(Out):
    """One aspect on both sides: net sentiment −1..1 of the people who speak of it; `early` where few speak of it yet."""

    aspect: str
    zh: str
    en: str
    net: EstimateOut
    rival: EstimateOut
    difference: EstimateOut
    side: launches.LaunchStanding
    early: bool
    needed: int | None
    link: str


class RivalryOut(Out):
    """The new product beside one other, whose users are counted by the same rule."""

    rival: str
    people: int
    aspects: list[LaunchAspectOut]


class LaunchVoiceOut(Out):
    """A voice to read."""

    feedback_id: int
    role: launches.LaunchSpeaker
    text: str
    occurred_at: datetime


class LaunchReportOut(Out):
    """The state at `until`."""

    event: LaunchOut
    until: datetime
    hours: float
    voices: int
    people: dict[str, int]
    user_share: EstimateOut
    net: EstimateOut
    chart: dict[str, Any]
    chart_table: TableOut
    rivalries: list[RivalryOut]
    samples: list[LaunchVoiceOut]
    summary: list[SentenceOut]


@router.get("", summary="What is watched", response_model=LaunchesOut)
def get_launches(
    app: App, context: RoomContext, connection: ReadConnection, _user: User
) -> dict[str, object]:
    """Return watched events, and what nobody watches yet: products first heard of lately, bursts, new words."""
    items, now = launches.list_events(connection), app.clock()
    fresh = launches.suggest_events(context.facts, items, now=now, minimum_n=context.minimum_n)
    bursts = launches.suggest_bursts(list_signals(connection, states=[SignalState.OPEN]), items, now=now)
    named = {each.product for each in fresh}
    return {"items": items, "suggestions": fresh + [b for b in bursts if b.terms or b.product not in named]}


@router.post("", status_code=201, summary="Watch an event", response_model=LaunchOut)
def post_launch(
    body: LaunchIn, app: App, connection: WriteConnection, user: Analyst
) -> launches.WatchedEvent:
    """Declare a launch or event, the company's own or a competitor's."""
    draft = launches.EventDraft(
        body.name, body.starts_at, body.product, tuple(body.terms), tuple(body.rivals)
    )
    found = launches.declare_event(connection, draft, by=user.username, clock=app.clock)
    access.record(
        connection, "launch.watched", clock=app.clock, by=user, object_kind="launch", object_id=found.id
    )
    return found


@router.get("/{event_id}", summary="The report", response_model=LaunchReportOut)
def get_launch(
    event_id: EventId,
    app: App,
    context: RoomContext,
    connection: ReadConnection,
    _user: User,
    hours: Hours = None,
) -> dict[str, object]:
    """Return who speaks, what the first users say and how it compares, at an hour after the start or now."""
    event = launches.get_event(connection, event_id)
    found = launches.launch_report(connection, context, event, now=app.clock(), hours=hours)
    shown = {name: getattr(found, name) for name in LaunchReportOut.model_fields if hasattr(found, name)}
    return shown | {"chart": found.chart.option, "chart_table": found.chart.table}


@router.get("/{event_id}/file", summary="The comparison as CSV, XLSX or PNG", response_class=Response)
def get_launch_file(
    event_id: EventId, app: App, asked: Question, connection: ReadConnection, _user: User,
    kind: TableFileKind = TableFileKind.XLSX, hours: Hours = None,
) -> Response:  # fmt: skip
    """Return the aspects beside the other products as a file, or voices over time as a picture."""
    event = launches.get_event(connection, event_id)
    found = launches.launch_report(connection, asked.context, event, now=app.clock(), hours=hours)
    return file_of(
        asked,
        kind,
        f"launch-{event.id}",
        rows=lambda: launches.launch_rows(found),
        picture=lambda: (event.name, found.chart),
    )


@router.get("/{event_id}/report", summary="The report as PDF, HTML or XLSX", response_class=Response)
def get_launch_report(
    event_id: EventId, app: App, asked: Question, connection: ReadConnection, _user: User,
    medium: Annotated[reports.Format, Query(alias="format")] = reports.Format.PDF, hours: Hours = None,
) -> Response:  # fmt: skip
    """Return the whole report at an hour after the start or now: who speaks, beside whom, in whose words."""
    event = launches.get_event(connection, event_id)
    found = launches.launch_report(connection, asked.context, event, now=app.clock(), hours=hours)
    report = reports.compose_launch(found, language=asked.language, now=app.clock(), zone=app.settings.zone)
    return report_file(report, medium)


@router.post("/{event_id}/close", summary="Stop watching", response_model=LaunchOut)
def post_close(
    event_id: EventId, app: App, connection: WriteConnection, user: Analyst
) -> launches.WatchedEvent:
    """End the watch; the report stays as it was at this moment."""
    found = launches.close_event(connection, event_id, clock=app.clock)
    access.record(
        connection, "launch.closed", clock=app.clock, by=user, object_kind="launch", object_id=event_id
    )
    return found
