"""Random audits: draw, read one voice after the other, see how well the machine reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from huiyin import understand
from huiyin.text import signature
from huiyin.understand import Audit, Card, Judgement, Level
from huiyin.understand.audits.marks import audited_marks
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.query import Question, RoomContext
from huiyin.web.understand.schemas import EstimateOut, FactOut, NameOut, Out, VoiceOut

router = APIRouter(tags=["audit"])


class AuditIn(BaseModel):
    """How many customers to draw; the filters are the query's."""

    customers: int = Field(200, description="Customers to draw, 10 to 2000.")


class JudgementIn(BaseModel):
    """One aspect of the voice and how it is spoken of."""

    aspect: str
    sentiment: int = Field(description="-1, 0 or 1.")


class LabelIn(BaseModel):
    """Everything that was found in one voice; an empty list says that there is nothing."""

    opinions: list[JudgementIn]
    marks: list[str] | None = Field(
        None, description="Types of the voice and kinds of needs in it; left out where nobody was asked."
    )


class JudgementOut(Out):
    """One aspect of the voice and how it is spoken of."""

    aspect: str
    sentiment: int


class AuditOut(Out):
    """A random sample and how far it has been read; `drift` is its kappa less that of the audit before."""

    id: int
    taxonomy: str
    query: str
    population: int
    customers: int
    voices: int
    labelled: int
    analyser: str
    drawn_at: datetime
    drawn_by: str
    kappa: EstimateOut
    drift: EstimateOut | None


class AuditedAspectOut(Out):
    """One aspect of an audit: the machine against the people, and the corrected shares."""

    aspect: str
    zh: str
    en: str
    both: int
    human_only: int
    machine_only: int
    precision: EstimateOut
    recall: EstimateOut
    kappa: EstimateOut
    fact: FactOut | None


class AuditedMarkOut(Out):
    """One type or kind of need: the machine against the people, voice by voice."""

    mark: str
    both: int
    human_only: int
    machine_only: int
    precision: EstimateOut
    recall: EstimateOut


class AuditReportOut(AuditOut):
    """An audit with its aspects, the most found first."""

    aspects: list[AuditedAspectOut]
    marks: list[AuditedMarkOut]
    how: NameOut


class CardOut(Out):
    """The next voice to read; the machine's opinions are held back until it has been read."""

    voice: VoiceOut | None
    position: int
    voices: int
    labelled: int


class AnswerOut(Out):
    """What people and the machine found in a voice."""

    feedback_id: int
    human: list[JudgementOut]
    machine: list[JudgementOut]
    human_marks: list[str] | None
    machine_marks: list[str] | None


@router.get("/audits", summary="Every audit with its agreement and drift", response_model=list[AuditOut])
def get_audits(connection: ReadConnection, context: RoomContext, _user: User) -> list[dict[str, object]]:
    """Return the audits, the newest first."""
    return [_state(state) for state in understand.audit_states(connection, context.minimum_n)]


@router.post("/audits", status_code=201, summary="Draw a random sample of customers", response_model=AuditOut)
def post_audit(
    body: AuditIn, asked: Question, app: App, connection: WriteConnection, user: Analyst
) -> dict[str, object]:
    """Draw customers at random within the filters and keep the sample with all their voices."""
    audit = understand.draw_audit(
        asked.context.facts,
        connection,
        asked.filters,
        customers=body.customers,
        analyser=signature(app.analyser),
        by=user.username,
        clock=app.clock,
    )
    states = understand.audit_states(connection, asked.context.minimum_n)
    return next(_state(state) for state in states if state.audit.id == audit.id)


@router.get("/audits/{audit_id}", summary="How well the machine reads", response_model=AuditReportOut)
def get_audit(
    audit_id: int,
    context: RoomContext,
    connection: ReadConnection,
    _user: User,
    level: Annotated[Level, Query(description="1 broad, 2 fine, 3 finest.")] = Level.FINE,
) -> dict[str, object]:
    """Return an audit's aspects with precision, recall, kappa and corrected shares."""
    report = understand.audit_report(context, connection, audit_id, level=level)
    marks = audited_marks(connection, audit_id, context.minimum_n)
    return _state(report.state) | {"aspects": report.aspects, "marks": marks, "how": report.how}


@router.get("/audits/{audit_id}/next", summary="The next voice to read", response_model=CardOut)
def get_next(
    audit_id: int, context: RoomContext, connection: ReadConnection, _user: Analyst
) -> dict[str, object]:
    """Return the first voice nobody has read, without what the machine found in it."""
    audit = understand.read_audit(connection, audit_id)
    card = understand.next_card(connection, audit_id)
    voice = None
    if card is not None:
        known = understand.one_voice(context.facts, connection, context.names, card.feedback_id)
        voice = replace(known, opinions=(), types=(), sentiment=None, intents=(), needs=(), emotion=None)
    position = card.position if card else audit.voices
    return {"voice": voice, "position": position, "voices": audit.voices, "labelled": audit.labelled}


@router.put(
    "/audits/{audit_id}/labels/{feedback_id}", summary="Keep what a person found", response_model=AnswerOut
)
def put_label(
    audit_id: int,
    feedback_id: int,
    body: LabelIn,
    context: RoomContext,
    app: App,
    connection: WriteConnection,
    user: Analyst,
) -> Card:
    """Keep the judgement and return the machine's beside it."""
    judged = [Judgement(each.aspect, each.sentiment) for each in body.opinions]
    return understand.label_card(
        connection,
        context.names,
        audit_id,
        feedback_id,
        judged,
        by=user.username,
        clock=app.clock,
        marks=body.marks,
    )


def _state(state: understand.AuditState) -> dict[str, object]:
    audit: Audit = state.audit
    return {
        "id": audit.id,
        "taxonomy": audit.taxonomy,
        "query": audit.filters.query_string(),
        "population": audit.population,
        "customers": audit.customers,
        "voices": audit.voices,
        "labelled": audit.labelled,
        "analyser": audit.analyser,
        "drawn_at": audit.drawn_at,
        "drawn_by": audit.drawn_by,
        "kappa": state.kappa,
        "drift": state.drift,
    }
