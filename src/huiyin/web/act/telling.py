"""Telling the customers of an action what became of their words."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from sqlalchemy import Connection

from huiyin import access, act
from huiyin.act import telling
from huiyin.bootstrap import Installation
from huiyin.kit.errors import InvalidInputError
from huiyin.web.act.schemas import RowId
from huiyin.web.deps import Agent, Analyst, App, ReadConnection, WriteConnection
from huiyin.web.understand.schemas import EstimateOut, Out

router = APIRouter(tags=["act"])

_LARGEST = 2**31 - 1
MOST_LISTED = 5_000
SUBJECT = "我们听到了，改好了"


class TellingIn(BaseModel):
    """The words, by language, and the share kept untold so that the effect can be known."""

    zh: str = Field(min_length=1, max_length=2000)
    en: str = Field("", max_length=2000)
    holdout: float = Field(telling.DEFAULT_HOLDOUT, ge=0, le=0.5)
    contact_cap: int = Field(telling.DEFAULT_CAP, ge=1, le=20)


class RaisersOut(BaseModel):
    """Who raised the issue, and words to begin with."""

    customers: int
    with_consent: int
    by_channel: dict[str, int]
    draft_zh: str
    draft_en: str


class OutcomeOut(Out):
    """What customers did within 90 days, told against held out; the difference is told − held out."""

    id: str
    zh: str
    en: str
    told: EstimateOut
    held_out: EstimateOut
    difference: EstimateOut


class TellingOut(Out):
    """The message, how many customers stand in each state, and what it did."""

    id: int
    action_id: int
    messages: dict[str, str]
    holdout: float
    contact_cap: int
    created_by: str
    created_at: datetime
    counts: dict[telling.RecipientState, int]
    outcomes: list[OutcomeOut]


class RecipientOut(Out):
    """One customer who raised the issue."""

    customer_id: int
    feedback_id: int
    channel: str
    language: str
    state: telling.RecipientState
    has_address: bool
    sent_at: datetime | None
    sent_by: str | None


class RecipientsOut(BaseModel):
    """The sent log and what is left to do."""

    items: list[RecipientOut]


class SentIn(BaseModel):
    """Customers who were told by hand, in the channel where they spoke."""

    customer_ids: list[Annotated[int, Field(ge=1, le=_LARGEST)]] = Field(min_length=1, max_length=5000)


class ToldOut(BaseModel):
    """How many customers were newly told."""

    told: int


class ConsentIn(BaseModel):
    """A customer's decision, and where it is documented."""

    allowed: bool
    note: str = Field("", max_length=500)


class ConsentOut(Out):
    """A customer's newest decision."""

    customer_id: int
    allowed: bool
    note: str
    decided_by: str
    decided_at: datetime


@router.get("/actions/{action_id}/raisers", summary="Who raised the issue")
def get_raisers(action_id: RowId, app: App, connection: ReadConnection, _user: Agent) -> RaisersOut:
    """Return how many known customers complained about what the action fixed, and words to begin with."""
    action = act.get_action(connection, action_id)
    raisers = telling.find_raisers(app.facts, action, zone=app.settings.zone)
    agreed = telling.willing(connection, [each.customer_id for each in raisers])
    name = app.names.name(action.aspect or "")
    words = telling.draft_messages(action, name.zh, name.en)
    channels = [each.channel for each in raisers]
    return RaisersOut(
        customers=len(raisers),
        with_consent=len(agreed),
        by_channel={channel: channels.count(channel) for channel in sorted(set(channels))},
        draft_zh=words["zh"],
        draft_en=words["en"],
    )


@router.post("/actions/{action_id}/telling", status_code=201, summary="Draft what customers are told")
def post_telling(
    action_id: RowId, body: TellingIn, app: App, connection: WriteConnection, user: Analyst
) -> TellingOut:
    """Keep the message and decide for each customer: consent, cap, and who is held out by chance."""
    action = act.get_action(connection, action_id)
    raisers = telling.find_raisers(app.facts, action, zone=app.settings.zone)
    words = {"zh": body.zh} | ({"en": body.en} if body.en.strip() else {})
    draft = telling.TellingDraft(words, body.holdout, body.contact_cap)
    telling.draft_telling(connection, action, raisers, draft, by=user, clock=app.clock)
    _audit(connection, app, user, "customers.drafted", action_id)
    return _shown(connection, app, action)


@router.get("/actions/{action_id}/telling", summary="What customers were told, and what it did")
def get_telling(action_id: RowId, app: App, connection: ReadConnection, _user: Agent) -> TellingOut:
    """Return the message with its counts and outcomes."""
    return _shown(connection, app, act.get_action(connection, action_id))


@router.get("/actions/{action_id}/telling/recipients", summary="Who is told")
def get_recipients(
    action_id: RowId,
    connection: ReadConnection,
    _user: Agent,
    state: Annotated[list[telling.RecipientState] | None, Query()] = None,
) -> RecipientsOut:
    """Return the customers of a message with what became of each."""
    found = telling.get_telling(connection, action_id)
    listed = telling.list_recipients(connection, found.id, states=state or (), limit=MOST_LISTED)
    return RecipientsOut(items=[_recipient(each) for each in listed])


@router.post("/actions/{action_id}/telling/send", summary="Mail everyone who may be mailed")
def post_send(action_id: RowId, app: App, connection: WriteConnection, user: Analyst) -> ToldOut:
    """Queue a mail to every ready customer with an address."""
    found = telling.get_telling(connection, action_id)
    told = telling.send_mails(connection, found, subject=SUBJECT, by=user, clock=app.clock)
    _audit(connection, app, user, "customers.told", action_id)
    return ToldOut(told=told)


@router.post("/actions/{action_id}/telling/sent", summary="Note who was told by hand")
def post_sent(action_id: RowId, body: SentIn, app: App, connection: WriteConnection, user: Agent) -> ToldOut:
    """Keep who was told in the channel where they spoke; only ready customers count."""
    found = telling.get_telling(connection, action_id)
    told = telling.mark_sent(connection, found.id, body.customer_ids, by=user, clock=app.clock)
    if not told:
        raise InvalidInputError(
            "none of these customers is ready", field="customer_ids", expected="customers in state ready"
        )
    _audit(connection, app, user, "customers.told", action_id)
    return ToldOut(told=told)


@router.put("/customers/{customer_id}/consent", summary="A customer's decision to be contacted")
def put_consent(
    customer_id: RowId, body: ConsentIn, app: App, connection: WriteConnection, user: Agent
) -> ConsentOut:
    """Keep whether a customer agreed to hear from us; who never said so is not contacted."""
    decided = telling.record_consent(
        connection, customer_id, allowed=body.allowed, note=body.note, by=user, clock=app.clock
    )
    access.record(
        connection,
        "customer.consent",
        clock=app.clock,
        by=user,
        object_kind="customer",
        object_id=customer_id,
    )
    return ConsentOut.model_validate(decided)


def _shown(connection: Connection, app: Installation, action: act.Action) -> TellingOut:
    found = telling.get_telling(connection, action.id)
    outcomes = telling.read_outcomes(
        connection, app.facts, action, found, zone=app.settings.zone, now=app.clock()
    )
    plain = {name: getattr(found, name) for name in TellingOut.model_fields if name != "outcomes"}
    return TellingOut(**plain, outcomes=[OutcomeOut.model_validate(each) for each in outcomes])


def _recipient(each: telling.Recipient) -> RecipientOut:
    same = {name: getattr(each, name) for name in RecipientOut.model_fields if name != "has_address"}
    return RecipientOut(**same, has_address=each.address is not None)


def _audit(
    connection: Connection, app: Installation, user: access.Principal, event: str, action_id: int
) -> None:
    access.record(connection, event, clock=app.clock, by=user, object_kind="action", object_id=action_id)
