"""Opportunities: what customers want and make do with, how big it is, and how far we have come with it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from sqlalchemy import Connection

from huiyin import understand
from huiyin.understand import VoiceNotFoundError, opportunities
from huiyin.understand.drivers import DriverKind
from huiyin.understand.opportunities import (
    Opportunity,
    OpportunityKind,
    OpportunityNotFoundError,
    OpportunityStage,
    Slot,
)
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import CountedOut, DatedOut, EstimateOut, NameOut, Out, VoiceOut

router = APIRouter(prefix="/opportunities", tags=["understand"])
Key = Annotated[str, Query(min_length=1, max_length=240, description="The opportunity's key.")]
MOST_VOICES = 20


class GrowthOut(Out):
    """First day ever said; change of its share of customers from the window's first half to its second."""

    first_day: date
    change: EstimateOut
    is_new: bool


class OpportunityValueOut(Out):
    """What the known customers behind it bought in a year: how many are known, in all, and per customer."""

    known: int
    total: float
    per_customer: EstimateOut


class ScoreOut(Out):
    """Importance and satisfaction of 10, and the opportunity score of 20 with its interval."""

    importance: float
    satisfaction: float | None
    score: EstimateOut


class TalliedOut(Out):
    """A name and its number of customers."""

    name: str
    customers: int


class OpportunityStepOut(Out):
    """One decision on the way."""

    stage: OpportunityStage
    note: str
    at: datetime
    by: str


class ProgressOut(Out):
    """Where it stands; `frozen` is its size and score when somebody first took it up."""

    key: str
    zh: str
    en: str
    stage: OpportunityStage
    owner: str | None
    action_id: int | None
    expected_value: float | None
    realised_value: float | None
    frozen: dict[str, Any]
    updated_at: datetime | None
    updated_by: str | None
    steps: list[OpportunityStepOut]


class OpportunityOut(Out):
    """One opportunity of the window; `customers` is a share of those heard in its taxonomy."""

    key: str
    kind: OpportunityKind
    taxonomy: str
    aspect: str | None
    phrase: str
    zh: str
    en: str
    customers: CountedOut
    messages: int
    kano: DriverKind
    score: ScoreOut
    growth: GrowthOut
    value: OpportunityValueOut
    products: list[TalliedOut]
    variants: list[TalliedOut]
    quotes: list[str]
    link: str
    stage: OpportunityStage
    owner: str | None


class OpportunitiesOut(DatedOut):
    """The opportunities, the highest score first; `taken` are those somebody has taken up, whatever the window."""

    items: list[OpportunityOut]
    taken: list[ProgressOut]
    formula: NameOut


class SlotOut(Out):
    """The words that fill a slot of the job; offsets count code points."""

    slot: Slot
    start: int
    end: int
    words: str


class HeardOut(BaseModel):
    """One voice with where it says so, and the job it tells of."""

    voice: VoiceOut
    start: int
    end: int
    job: list[SlotOut]


class OpportunityDetailOut(DatedOut):
    """One opportunity with its voices; `item` is null where the window no longer holds it."""

    item: OpportunityOut | None
    progress: ProgressOut | None
    heard: list[HeardOut]
    formula: NameOut


class OpportunityChangeIn(BaseModel):
    """What was decided; a note says why."""

    stage: OpportunityStage | None = None
    owner: str | None = Field(None, max_length=120)
    note: str = Field("", max_length=2000)
    action_id: int | None = Field(None, ge=1, le=2**31 - 1)
    expected_value: float | None = Field(None, ge=0, le=1e15)
    realised_value: float | None = Field(None, ge=-1e15, le=1e15)


class QuotedOut(Out):
    """Where one customer says it, in the voice's text."""

    feedback_id: int
    start: int
    end: int
    words: str
    day: date


class StandingOut(Out):
    """One aspect in which we are placed beside the rival; `behind` is the share who put the rival first."""

    aspect: str
    zh: str
    en: str
    behind: EstimateOut
    customers: int
    evidence: list[QuotedOut]


class ReasonOut(Out):
    """What those who go over complain about, as a share of them."""

    aspect: str
    zh: str
    en: str
    customers: CountedOut


class RivalOut(Out):
    """One rival in customers' own words."""

    name: str
    customers: CountedOut
    behind: EstimateOut
    standings: list[StandingOut]
    leaving: CountedOut
    reasons: list[ReasonOut]
    link: str


class RivalsOut(DatedOut):
    """The rivals that customers name, the most named first."""

    items: list[RivalOut]


class SwitchReasonOut(Out):
    """What those who move say of an aspect, beside everybody else in one voice each."""

    aspect: str
    zh: str
    en: str
    customers: CountedOut
    others: EstimateOut
    difference: EstimateOut
    stands_out: bool
    evidence: list[QuotedOut]
    link: str


class OriginOut(Out):
    """What customers say they used before."""

    name: str
    customers: int


class SwitchingOut(Out):
    """Those who move one way in one taxonomy, and why."""

    move: opportunities.Move
    taxonomy: str
    customers: CountedOut
    reasons: list[SwitchReasonOut]
    origins: list[OriginOut]
    link: str | None


class SwitchingsOut(DatedOut):
    """Who leaves, came, or thinks of coming."""

    items: list[SwitchingOut]


@router.get("", summary="Wishes, makeshifts, labour, surprising uses and praise, by opportunity score")
def get_opportunities(
    asked: Question,
    connection: ReadConnection,
    _user: User,
    kind: Annotated[list[OpportunityKind] | None, Query(description="Only these kinds.")] = None,
    stage: Annotated[list[OpportunityStage] | None, Query(description="Only at these stages.")] = None,
) -> OpportunitiesOut:
    """Return the opportunities of the window, each with where it stands."""
    found = opportunities.find_opportunities(asked.context, connection, asked.filters)
    taken = opportunities.read_progress(connection)
    items = [_out(each, taken) for each in found.items if not kind or each.kind in kind]
    return OpportunitiesOut.model_validate(
        asked.dated
        | {
            "items": [each for each in items if not stage or each.stage in stage],
            "taken": [asdict(each) for each in taken.values()],
            "formula": found.formula,
        }
    )


@router.get("/one", summary="One opportunity with its voices, jobs and steps")
def get_opportunity(
    asked: Question, connection: ReadConnection, _user: User, key: Key
) -> OpportunityDetailOut:
    """Return one opportunity; one that somebody took up is there even when the window no longer holds it."""
    found = opportunities.find_opportunities(asked.context, connection, asked.filters)
    item = next((each for each in found.items if each.key == key), None)
    taken = opportunities.read_progress(connection)
    if item is None and key not in taken:
        raise OpportunityNotFoundError("no such opportunity in this window")
    progress = opportunities.progress_of(connection, key) if key in taken else None
    return OpportunityDetailOut.model_validate(
        asked.dated
        | {
            "item": _out(item, taken) if item else None,
            "progress": asdict(progress) if progress else None,
            "heard": _heard(asked, connection, item) if item else [],
            "formula": found.formula,
        }
    )


@router.patch("", summary="Judge, plan, ship, or write down the value of an opportunity")
def patch_opportunity(
    asked: Question, connection: WriteConnection, user: Analyst, app: App, key: Key, body: OpportunityChangeIn
) -> ProgressOut:
    """Record a step; the first one freezes size and score as they are in the window that is asked for."""
    known = opportunities.read_progress(connection)
    found = None
    if key not in known:
        everything = opportunities.find_opportunities(asked.context, connection, asked.filters)
        found = next((each for each in everything.items if each.key == key), None)
    changes = body.model_dump(exclude_unset=True)
    moved = opportunities.move(connection, key, found, by=user.username, clock=app.clock, changes=changes)
    return ProgressOut.model_validate(asdict(moved))


@router.get("/rivals", summary="Who customers say is better at what, and why they go over")
def get_rivals(
    asked: Question,
    _user: User,
    name: Annotated[
        list[str] | None, Query(description="Names of rivals; found in the voices when left out.")
    ] = None,
) -> RivalsOut:
    """Return the rivals that customers name when they compare or leave."""
    found = opportunities.find_rivals(asked.context, asked.filters, name or ())
    return RivalsOut.model_validate(asked.dated | {"items": found})


@router.get("/switching", summary="Why customers left, came, or think of coming")
def get_switching(asked: Question, _user: User) -> SwitchingsOut:
    """Return what those who move say in the voice that moves, beside what everybody else says."""
    found = opportunities.find_switching(asked.context, asked.filters)
    return SwitchingsOut.model_validate(asked.dated | {"items": found})


def _out(each: Opportunity, taken: dict[str, opportunities.Progress]) -> OpportunityOut:
    progress = taken.get(each.key)
    values = {name: getattr(each, name) for name in OpportunityOut.model_fields if hasattr(each, name)}
    return OpportunityOut.model_validate(
        values
        | {
            "products": _tallied(each.products),
            "variants": _tallied(each.variants),
            "quotes": list(dict.fromkeys(said.words for said in each.evidence))[:3],
            "stage": progress.stage if progress else OpportunityStage.FOUND,
            "owner": progress.owner if progress else None,
        }
    )


def _tallied(pairs: tuple[tuple[str, int], ...]) -> list[TalliedOut]:
    return [TalliedOut(name=name, customers=customers) for name, customers in pairs]


def _heard(asked: Question, connection: Connection, item: Opportunity) -> list[HeardOut]:
    context, found = asked.context, []
    for said in item.evidence[:MOST_VOICES]:
        # A voice that was excluded since is simply no longer shown.
        with suppress(VoiceNotFoundError):
            voice = understand.one_voice(context.facts, connection, context.names, said.feedback_id)
            job = [SlotOut.model_validate(slot) for slot in opportunities.job_of(voice, said)]
            shown = VoiceOut.model_validate(voice)
            found.append(HeardOut(voice=shown, start=said.start, end=said.end, job=job))
    return found
