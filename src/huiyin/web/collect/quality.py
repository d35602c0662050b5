"""Data quality over HTTP: findings, decisions, exclusions, completeness."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from huiyin.collect import exclusions, quality
from huiyin.stats import wilson
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.schemas import EstimateOut, Out

router = APIRouter(tags=["quality"])


class RuleCountOut(BaseModel):
    """A check, how many findings wait for a decision, and how many voices it keeps out."""

    rule: quality.Rule
    open: int
    excluded: int


class CompletenessOut(BaseModel):
    """A source's voices, how many are left out, and the share that carries each field."""

    source: str
    channel: str
    voices: int
    excluded: int
    filled: dict[str, EstimateOut]


class QualityOut(BaseModel):
    """The state of the data."""

    scanned_at: datetime | None
    voices: int
    excluded: EstimateOut
    rules: list[RuleCountOut]
    reasons: dict[str, int] = Field(description="Voices left out now, by reason; a voice may have several.")
    sources: list[CompletenessOut]


class SuspectOut(Out):
    """A voice that a check found."""

    feedback_id: int
    zh: str
    en: str
    score: float
    decision: str | None
    decided_by: str | None
    text: str
    channel: str
    source: str
    author: str | None
    occurred_at: datetime


class SuspectClusterOut(Out):
    """Findings that belong together, with the first few voices."""

    rule: quality.Rule
    name: str
    zh: str
    en: str
    score: float
    open: int
    excluded: int
    kept: int
    suspects: list[SuspectOut]


class QualityDecisionIn(BaseModel):
    """Whether a cluster is left out of every figure."""

    rule: quality.Rule
    cluster: str = Field(max_length=120)
    leave_out: bool


class QualityDecidedOut(BaseModel):
    """How many voices a decision concerned."""

    voices: int


class ExclusionIn(BaseModel):
    """Voices to leave out, and why."""

    feedback_ids: list[int] = Field(min_length=1, max_length=10_000)
    reason: str = Field(min_length=1, max_length=60)
    note: str = Field("", max_length=2_000)


class RestoreIn(BaseModel):
    """Voices to let count again: for one reason, or for all."""

    feedback_ids: list[int] = Field(min_length=1, max_length=10_000)
    reason: str | None = Field(None, max_length=60)


class ExclusionOut(Out):
    """A decision to leave a voice out, and whether it was taken back."""

    id: int
    feedback_id: int
    reason: str
    note: str
    excluded_by: str
    excluded_at: datetime
    restored_by: str | None
    restored_at: datetime | None
    text: str
    channel: str


@router.get("/quality", summary="The state of the data")
def get_quality(connection: ReadConnection, _user: User) -> QualityOut:
    """Return what waits for a decision, what is left out and why, and how complete each source is."""
    waiting = quality.count_open(connection)
    reasons = exclusions.count_excluded(connection)
    sources = quality.measure_completeness(connection)
    voices = sum(one.voices for one in sources)
    return QualityOut(
        scanned_at=quality.last_scan(connection),
        voices=voices,
        excluded=EstimateOut.model_validate(wilson(sum(one.excluded for one in sources), voices)),
        rules=[
            RuleCountOut(rule=rule, open=waiting[rule], excluded=reasons.get(rule.value, 0))
            for rule in quality.Rule
        ],
        reasons=reasons,
        sources=[
            CompletenessOut(
                source=one.source,
                channel=one.channel,
                voices=one.voices,
                excluded=one.excluded,
                filled={
                    name: EstimateOut.model_validate(wilson(count, one.voices))
                    for name, count in one.filled.items()
                },
            )
            for one in sources
        ],
    )


@router.post("/quality/scan", summary="Run every check")
def post_scan(
    app: App, _user: Analyst, days: Annotated[int, Query(ge=1, le=1_000)] = 90
) -> list[RuleCountOut]:
    """Look at what was said in the last days; decisions that were taken stay."""
    found = quality.scan(app.ledger, days=days, clock=app.clock)
    with app.ledger.read() as connection:
        reasons = exclusions.count_excluded(connection)
    return [
        RuleCountOut(rule=rule, open=count, excluded=reasons.get(rule.value, 0))
        for rule, count in found.items()
    ]


@router.get("/quality/findings", summary="What a check found")
def get_findings(
    rule: quality.Rule,
    connection: ReadConnection,
    _user: User,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> list[SuspectClusterOut]:
    """Return the clusters of a check, undecided ones first."""
    return [
        SuspectClusterOut.model_validate(one) for one in quality.list_clusters(connection, rule, limit=limit)
    ]


@router.put("/quality/decisions", summary="Leave a cluster out, or let it count")
def put_decision(
    body: QualityDecisionIn, app: App, connection: WriteConnection, user: Analyst
) -> QualityDecidedOut:
    """Decide about all voices of a cluster; it is logged and can be taken back."""
    voices = quality.decide(
        connection, body.rule, body.cluster, leave_out=body.leave_out, by=user.display_name, clock=app.clock
    )
    return QualityDecidedOut(voices=voices)


@router.get("/exclusions", summary="The log of exclusions")
def get_exclusions(
    connection: ReadConnection,
    _user: User,
    reason: str | None = None,
    active: bool | None = None,
    feedback_id: int | None = None,
    limit: Annotated[int, Query(ge=1, le=1_000)] = 100,
) -> list[ExclusionOut]:
    """Return decisions to leave voices out, the newest first, those taken back too."""
    found = exclusions.list_exclusions(
        connection, reason=reason, active=active, feedback_id=feedback_id, limit=limit
    )
    return [ExclusionOut.model_validate(one) for one in found]


@router.post("/exclusions", summary="Leave voices out")
def post_exclusions(
    body: ExclusionIn, app: App, connection: WriteConnection, user: Analyst
) -> QualityDecidedOut:
    """Leave voices out of every figure for a reason of one's own."""
    voices = exclusions.exclude(
        connection,
        body.feedback_ids,
        reason=body.reason,
        note=body.note,
        by=user.display_name,
        clock=app.clock,
    )
    return QualityDecidedOut(voices=voices)


@router.post("/exclusions/restore", summary="Let voices count again")
def post_restore(body: RestoreIn, app: App, connection: WriteConnection, user: Analyst) -> QualityDecidedOut:
    """Take exclusions back; consent that was withdrawn is given again on the participant, not here."""
    voices = exclusions.restore(
        connection, body.feedback_ids, reason=body.reason, by=user.display_name, clock=app.clock
    )
    return QualityDecidedOut(voices=voices)
