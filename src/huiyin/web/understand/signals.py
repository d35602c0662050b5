"""Signals: what is unusual, since when, why perhaps, and what was decided about it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field
from sqlalchemy import Connection

from huiyin import understand
from huiyin.bootstrap import Installation
from huiyin.charts import ExpectedDay, Language, expectation_chart
from huiyin.kit.errors import InvalidInputError
from huiyin.understand import Filters, Voice, VoiceNotFoundError, signals
from huiyin.understand.links import voices_link
from huiyin.understand.names import channel_name
from huiyin.understand.signals import Kind, Signal, SignalState
from huiyin.web.deps import Agent, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.schemas import EstimateOut, VoiceOut

router = APIRouter(prefix="/signals", tags=["understand"])
SignalId = Annotated[int, Path(ge=1, le=2**31 - 1)]


class DayOut(BaseModel):
    """One day of the watched series with the band of what was expected."""

    day: date
    observed: int
    expected: float | None
    low: float | None
    high: float | None


class CauseOut(BaseModel):
    """A value that sets the signal's people apart from the others; `explained` is the part it accounts for."""

    dimension: str
    value: str
    share: EstimateOut
    others: EstimateOut
    explained: EstimateOut
    adjusted_p: float


class ShareOfPeopleOut(BaseModel):
    """How many people of one channel, product, region or segment spoke."""

    value: str
    people: int


class SignalOut(BaseModel):
    """One signal. `observed` people in the window against `expected`, whose band is `low` to `high`.

    `active` tells whether it still lasts; one that does not keeps what was last seen.
    """

    id: int
    kind: Kind
    zh: str
    en: str
    aspect: str | None
    product: str | None
    channel: str | None
    term: str | None
    since: datetime
    first_seen_at: datetime
    last_seen_at: datetime
    window_from: datetime
    window_to: datetime
    observed: int
    expected: float
    low: float
    high: float
    ratio: float
    adjusted_p: float
    people: int
    voices: int
    crisis: float
    crisis_parts: dict[str, float]
    days: list[DayOut]
    cause: CauseOut | None
    also: list[str]
    active: bool
    state: SignalState
    snoozed_until: datetime | None
    owner: str | None
    useful: bool | None
    note: str
    merged_into: int | None
    updated_at: datetime
    updated_by: str | None
    link: str


class SignalsOut(BaseModel):
    """Signals, the gravest first, with the share of judged ones that people called useful."""

    items: list[SignalOut]
    precision: EstimateOut
    as_of: datetime | None
    projected_at: datetime | None


class SignalDetailOut(BaseModel):
    """One signal with its chart, who spoke, where it began, why perhaps, and sample voices."""

    signal: SignalOut
    chart: dict[str, Any]
    table: dict[str, Any]
    who: dict[str, list[ShareOfPeopleOut]]
    origin: list[VoiceOut]
    causes: list[CauseOut]
    verbatims: list[VoiceOut]
    as_of: datetime | None


class SignalChangeIn(BaseModel):
    """What was decided; fields left out stay as they are, `null` takes an answer back."""

    state: SignalState | None = None
    owner: str | None = Field(None, max_length=128)
    useful: bool | None = None
    note: str | None = Field(None, max_length=4000)
    snoozed_until: datetime | None = None
    merged_into: int | None = Field(None, ge=1, le=2**31 - 1)


@router.get("", summary="What is unusual, the gravest first")
def get_signals(
    app: App,
    connection: ReadConnection,
    _user: User,
    state: Annotated[list[SignalState] | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> SignalsOut:
    """Return signals by crisis score, those that still last first; merged ones only when asked for."""
    now = app.clock()
    found = signals.list_signals(connection, states=state or (), limit=limit)
    found.sort(key=lambda signal: not signal.is_active(now))
    fresh = understand.freshness(app.facts)
    return SignalsOut(
        items=[_out(signal, app) for signal in found],
        precision=EstimateOut.model_validate(signals.signal_precision(connection)),
        as_of=fresh.as_of,
        projected_at=fresh.projected_at,
    )


@router.get("/{signal_id}", summary="One signal with its evidence")
def get_signal(
    signal_id: SignalId, app: App, connection: ReadConnection, _user: User, lang: Language = Language.ZH
) -> SignalDetailOut:
    """Return one signal."""
    signal = signals.get_signal(connection, signal_id)
    days = [ExpectedDay(**day) for day in signal.days]
    since = signal.since.astimezone(app.settings.zone).date().isoformat()
    figure = expectation_chart(days, since=since, language=lang)
    return SignalDetailOut(
        signal=_out(signal, app),
        chart=figure.option,
        table=figure.table.as_dict(),
        who={name: [ShareOfPeopleOut(**each) for each in values] for name, values in signal.who.items()},
        origin=_voices(app, connection, [each["feedback_id"] for each in signal.origin]),
        causes=[CauseOut.model_validate(cause) for cause in signal.causes],
        verbatims=_voices(app, connection, list(signal.verbatims)),
        as_of=understand.freshness(app.facts).as_of,
    )


@router.patch("/{signal_id}", summary="Acknowledge, snooze, close, merge or judge a signal")
def patch_signal(
    signal_id: SignalId, body: SignalChangeIn, app: App, connection: WriteConnection, user: Agent
) -> SignalOut:
    """Record what was decided; the answers to `useful` make the detector's precision."""
    changes = body.model_dump(exclude_unset=True)
    _check(signal_id, changes)
    signal = signals.change_signal(connection, signal_id, by=user, clock=app.clock, changes=changes)
    return _out(signal, app)


def _check(signal_id: int, changes: dict[str, Any]) -> None:
    state = changes.get("state", SignalState.OPEN)
    if state is None or ("note" in changes and changes["note"] is None):
        raise InvalidInputError("a state or note cannot be taken back", field="state", expected="a state")
    if state is SignalState.SNOOZED and not changes.get("snoozed_until"):
        raise InvalidInputError("until when?", field="snoozed_until", expected="a time")
    if state is SignalState.MERGED and not changes.get("merged_into"):
        raise InvalidInputError("into which signal?", field="merged_into", expected="the id of a signal")
    if changes.get("merged_into") == signal_id:
        raise InvalidInputError("a signal is itself already", field="merged_into", expected="another signal")


def _out(signal: Signal, app: Installation) -> SignalOut:
    zh, en = signals.title(signal, app.names)
    values = {name: getattr(signal, name) for name in SignalOut.model_fields if hasattr(signal, name)}
    cause = CauseOut.model_validate(signal.causes[0]) if signal.causes else None
    also = [member for member in signal.members if member != _own(signal)]
    named = [_member(app, each) for each in also]
    return SignalOut.model_validate(
        values
        | {"zh": zh, "en": en, "cause": cause, "also": named, "link": _link(signal, app)}
        | {"active": signal.is_active(app.clock())}
    )


def _own(signal: Signal) -> str:
    return f"{signal.kind}:{signal.taxonomy}:{signal.term or signal.aspect or signal.product or ''}"


def _member(app: Installation, member: str) -> str:
    _, _, what = member.split(":", 2)
    return app.names.name(what).zh if what in app.names else channel_name(what).zh


def _link(signal: Signal, app: Installation) -> str:
    zone = app.settings.zone
    start, end = signal.since.astimezone(zone).date(), signal.window_to.astimezone(zone).date()
    return voices_link(
        Filters(
            start=min(start, end),
            end=end,
            channels=(signal.channel,) if signal.channel else (),
            products=(signal.product,) if signal.product else (),
            aspects=(signal.aspect,) if signal.aspect else (),
            sentiments=(-1,) if signal.kind in (Kind.COMPLAINTS, Kind.MOOD) else (),
            text=signal.term or "",
        )
    )


def _voices(app: Installation, connection: Connection, ids: list[int]) -> list[VoiceOut]:
    return [VoiceOut.model_validate(voice) for each in ids for voice in _voice(app, connection, each)]


def _voice(app: Installation, connection: Connection, feedback_id: int) -> list[Voice]:
    """A voice that was excluded since is simply no longer shown."""
    with suppress(VoiceNotFoundError):
        return [understand.one_voice(app.facts, connection, app.names, feedback_id)]
    return []
