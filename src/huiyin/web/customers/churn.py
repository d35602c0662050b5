"""Churn over HTTP: how good the model is, who is at risk and why, and contacting them beside a hold-out."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from huiyin import access, act
from huiyin.act import telling
from huiyin.customers import churn
from huiyin.web.customers.people import shown
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.schemas import EstimateOut, Out

router = APIRouter(prefix="/customers/churn", tags=["customers"])
RULE = churn.Renewal()


class CalibrationBinOut(Out):
    """People with similar risk: predicted on average, and the share that left."""

    predicted: float
    left: EstimateOut


class AssessmentOut(Out):
    """Measured on contracts later than those the model learnt from."""

    trained: int
    tested: int
    trained_until: date
    tested_from: date
    auc: EstimateOut
    auc_rfm: EstimateOut
    gain: EstimateOut
    calibration_error: float
    brier: float
    bins: list[CalibrationBinOut]


class ChurnReasonOut(Out):
    """What speaks for leaving, and how much it adds to the log-odds."""

    group: str
    zh: str
    en: str
    weight: float


class ChurnPlayOut(Out):
    """What to do."""

    id: str
    zh: str
    en: str


class RiskOut(Out):
    """Somebody whose contract ends soon; `risk` with its interval."""

    person: int
    customer_id: int
    label: str
    segment: str | None
    region: str | None
    due: date
    risk: float
    low: float
    high: float
    value: float
    reasons: list[ChurnReasonOut]
    play: ChurnPlayOut


class ChurnOutcomeOut(Out):
    """Renewals among those contacted and those held out, where the end is known."""

    contacted: int
    held_out: int
    waiting: int
    renewed: EstimateOut
    renewed_held_out: EstimateOut
    difference: EstimateOut


class ChurnOut(Out):
    """The page; without an assessment too few contracts have ended to learn from."""

    fitted_at: datetime | None
    assessment: AssessmentOut | None
    items: list[RiskOut]
    total: int
    outcome: ChurnOutcomeOut
    grace_days: int
    early_days: int


class OutreachIn(BaseModel):
    """Whom to contact: the most that may be lost first, above a risk, at most so many, a part held out."""

    owner: str = Field(min_length=1, max_length=128)
    team: str = Field("", max_length=128)
    threshold: float = Field(churn.THRESHOLD, ge=0, le=1)
    limit: int = Field(20, ge=1, le=500)
    hold_out: float = Field(churn.HOLD_OUT, ge=0, le=0.5)


class OutreachOut(Out):
    """What was begun."""

    contacted: int
    held_out: int
    cases: list[int]


@router.get("", summary="Who may leave", response_model=ChurnOut)
def get_churn(
    app: App,
    connection: ReadConnection,
    user: User,
    limit: Annotated[int, Query(ge=1, le=200)] = 30,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> dict[str, object]:
    """Return people whose contract ends soon by what may be lost, how far the model can be trusted, and what helps."""
    latest = churn.latest_assessment(connection)
    risks, total = churn.list_risks(connection, limit=limit, offset=offset)
    today = app.clock().astimezone(app.settings.zone).date()
    return {
        "fitted_at": latest[1] if latest else None,
        "assessment": latest[0] if latest else None,
        "items": [risk_out(each, user) for each in risks],
        "total": total,
        "outcome": churn.outcome(connection, RULE, today=today, minimum_n=app.settings.minimum_n),
        "grace_days": RULE.grace_days,
        "early_days": RULE.early_days,
    }


@router.post(
    "/outreach", summary="Contact people at risk, holding some out by lot", response_model=OutreachOut
)
def post_outreach(body: OutreachIn, app: App, connection: WriteConnection, user: Analyst) -> OutreachOut:
    """Open a case for each person drawn to be contacted. Only who agreed to be contacted, and not within 14 days."""
    risks, _ = churn.list_risks(connection, limit=5_000)
    agreed = telling.willing(connection, [each.customer_id for each in risks])
    chosen = churn.candidates(
        connection, risks, agreed, now=app.clock(), threshold=body.threshold, limit=body.limit
    )
    drawn = churn.draw(connection, chosen, by=user.username, now=app.clock(), hold_out=body.hold_out)
    cases = []
    for each in drawn:
        if not each.held_out:
            case = act.open_case(
                connection,
                _case(each, body),
                policy=act.usual_policy(app.settings.zone),
                by=user,
                clock=app.clock,
            )
            churn.record_case(connection, each, case.id)
            cases.append(case.id)
    access.record(connection, "churn.outreach", clock=app.clock, by=user, object_kind="churn", detail={"cases": len(cases), "held_out": len(drawn) - len(cases)})  # fmt: skip
    return OutreachOut(contacted=len(cases), held_out=len(drawn) - len(cases), cases=cases)


def risk_out(risk: churn.Risk, user: access.Principal) -> dict[str, object]:
    """Return a risk as shown to this reader."""
    play = churn.play_of(risk.play)
    label = shown(risk.name, user) if risk.name else risk.external_id
    return asdict(risk) | {"label": label, "play": {"id": play.id, "zh": play.zh, "en": play.en}}


def _case(candidate: churn.Candidate, body: OutreachIn) -> act.CaseDraft:
    risk, play = candidate.risk, churn.play_of(candidate.risk.play)
    return act.CaseDraft(
        title=f"续约关怀：{risk.external_id}（{risk.due:%m-%d} 到期，流失风险 {risk.risk:.0%}）· {play.zh}"[
            :200
        ],
        owner=body.owner,
        team=body.team,
        priority=act.CasePriority.NORMAL,
        origin=act.CaseOrigin.CHURN,
        origin_id=f"{risk.customer_id}:{risk.due:%Y-%m-%d}",
        customer_id=risk.customer_id,
        feedback_id=None,
    )
