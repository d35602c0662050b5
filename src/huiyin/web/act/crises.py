"""The crisis room of a signal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from huiyin import access, act, understand
from huiyin.act.crisis.reading import crisis_filters, read_crisis
from huiyin.bootstrap import Installation
from huiyin.understand import signals
from huiyin.web.act.cases import CaseOut, case_card
from huiyin.web.act.schemas import RowId
from huiyin.web.deps import Agent, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.schemas import VoiceOut

router = APIRouter(prefix="/crises", tags=["act"])
_VOICES = 6


class CrisisIn(BaseModel):
    """Who leads, and under which name; left out, the signal's own."""

    owner: str = Field(min_length=1, max_length=128)
    title: str = Field("", max_length=200)


class CrisisChangeIn(BaseModel):
    """Who leads from now on, or what is said outside."""

    owner: str | None = Field(None, min_length=1, max_length=128)
    statement: str | None = Field(None, max_length=8000)


class CrisisEntryIn(BaseModel):
    """A line for the log: a decision, a task for somebody, or a note."""

    kind: act.EntryKind
    text: str = Field(min_length=1, max_length=4000)
    assignee: str | None = Field(None, max_length=128)


class CrisisCloseIn(BaseModel):
    """What happened, what helped, and what is done so that it stays away."""

    review: str = Field(min_length=1, max_length=8000)


class CrisisEntryOut(BaseModel):
    """One line of the log; a name is what people call the user, else what was written."""

    id: int
    kind: act.EntryKind
    text: str
    actor: str
    actor_name: str
    at: datetime
    assignee: str | None
    assignee_name: str | None
    done_at: datetime | None


class CrisisHourOut(BaseModel):
    """One hour of the crisis."""

    model_config = ConfigDict(from_attributes=True)

    hour: datetime
    people: int
    voices: int


class CrisisReadingOut(BaseModel):
    """How it stands right now; people are counted once in each span."""

    model_config = ConfigDict(from_attributes=True)

    people: int
    voices: int
    people_last_day: int
    people_day_before: int
    newest: datetime | None
    hours: list[CrisisHourOut]


class CrisisCardOut(BaseModel):
    """A room in the list."""

    model_config = ConfigDict(from_attributes=True)

    signal_id: int
    title: str
    owner: str
    state: act.CrisisState
    open_tasks: int
    opened_at: datetime
    closed_at: datetime | None


class CrisisOut(CrisisCardOut):
    """A room with its log, the counts of this moment, and the cases of the people concerned."""

    statement: str
    review: str
    opened_by: str
    opened_by_name: str
    entries: list[CrisisEntryOut]
    reading: CrisisReadingOut
    cases: list[CaseOut]
    voices: list[VoiceOut]
    as_of: datetime


class CrisesOut(BaseModel):
    """Every room, the open ones first."""

    items: list[CrisisCardOut]


@router.get("", summary="Crisis rooms")
def get_crises(connection: ReadConnection, _user: User) -> CrisesOut:
    """Return every room, the open ones first."""
    return CrisesOut(items=[CrisisCardOut.model_validate(room) for room in act.list_crises(connection)])


@router.get("/{signal_id}", summary="One crisis room")
def get_crisis(signal_id: RowId, app: App, connection: ReadConnection, _user: User) -> CrisisOut:
    """Return the room of a signal as it stands right now."""
    return _out(app, connection, act.get_crisis(connection, signal_id))


@router.post("/{signal_id}", status_code=201, summary="Open a crisis room")
def post_crisis(
    signal_id: RowId, body: CrisisIn, app: App, connection: WriteConnection, user: Agent
) -> CrisisOut:
    """Open the room of a signal; a signal has one."""
    signal = signals.get_signal(connection, signal_id)
    title = body.title.strip() or signals.title(signal, app.names)[0]
    room = act.open_crisis(
        connection, signal_id, title=title[:200], owner=body.owner, by=user, clock=app.clock
    )
    access.record(
        connection, "crisis.opened", clock=app.clock, by=user, object_kind="signal", object_id=signal_id
    )
    return _out(app, connection, room)


@router.patch("/{signal_id}", summary="Hand a room over, or write the statement")
def patch_crisis(
    signal_id: RowId, body: CrisisChangeIn, app: App, connection: WriteConnection, user: Agent
) -> CrisisOut:
    """Change who leads or what is said outside; both are lines of the log."""
    changes = body.model_dump(exclude_none=True)
    return _out(
        app, connection, act.change_crisis(connection, signal_id, by=user, clock=app.clock, **changes)
    )


@router.post("/{signal_id}/entries", status_code=201, summary="Write into the log")
def post_entry(
    signal_id: RowId, body: CrisisEntryIn, app: App, connection: WriteConnection, user: Agent
) -> CrisisOut:
    """Log a decision, a task or a note; whoever gets a task is told."""
    room = act.add_entry(
        connection, signal_id, body.kind, body.text, by=user, clock=app.clock, assignee=body.assignee
    )
    if body.kind is act.EntryKind.TASK and body.assignee:
        about = act.Subject(act.SubjectKind.SIGNAL, str(signal_id))
        act.notify(
            connection,
            body.assignee.casefold(),
            act.NoticeKind.TASK,
            about,
            actor=user.username,
            text=body.text,
            clock=app.clock,
        )
    return _out(app, connection, room)


@router.post("/{signal_id}/tasks/{entry_id}/done", summary="A task is done")
def post_done(
    signal_id: RowId, entry_id: RowId, app: App, connection: WriteConnection, _user: Agent
) -> CrisisOut:
    """Note that a task is done."""
    return _out(app, connection, act.finish_task(connection, signal_id, entry_id, clock=app.clock))


@router.post("/{signal_id}/close", summary="Close a room with its review")
def post_close(
    signal_id: RowId, body: CrisisCloseIn, app: App, connection: WriteConnection, user: Agent
) -> CrisisOut:
    """Close the room; every task must be done and the review written."""
    room = act.close_crisis(connection, signal_id, body.review, by=user, clock=app.clock)
    access.record(
        connection, "crisis.closed", clock=app.clock, by=user, object_kind="signal", object_id=signal_id
    )
    return _out(app, connection, room)


def _out(app: Installation, connection: Connection, room: act.CrisisRoom) -> CrisisOut:
    signal = signals.get_signal(connection, room.signal_id)
    now = app.clock()
    heard = {*signal.verbatims, *(each["feedback_id"] for each in signal.origin)}
    concerned = [case for case in act.list_cases(connection, limit=500) if case.feedback_id in heard]
    newest = understand.list_verbatims(
        app.facts, connection, app.names, crisis_filters(signal), limit=_VOICES
    )
    card = CrisisCardOut.model_validate(room).model_dump()
    people = access.display_names(connection)
    return CrisisOut(
        **card,
        statement=room.statement,
        review=room.review,
        opened_by=room.opened_by,
        opened_by_name=people.get(room.opened_by, room.opened_by),
        entries=[_entry(each, people) for each in room.entries],
        reading=CrisisReadingOut.model_validate(read_crisis(app.facts, signal, now=now)),
        cases=[CaseOut.model_validate(case_card(case, app)) for case in concerned],
        voices=[VoiceOut.model_validate(voice) for voice in newest.items],
        as_of=now,
    )


def _entry(entry: act.CrisisEntry, people: Mapping[str, str]) -> CrisisEntryOut:
    assignee = entry.assignee
    return CrisisEntryOut(
        **asdict(entry),
        actor_name=people.get(entry.actor, entry.actor),
        assignee_name=assignee and people.get(assignee.casefold(), assignee),
    )
