"""Shapes of the action board."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from huiyin import act
from huiyin.web.act.action_plans import ActionBasisOut, ActionScoreOut, EffectPlanOut
from huiyin.web.act.schemas import StoredFilters, VoiceSampleOut
from huiyin.web.understand.schemas import EstimateOut, TableOut


class ExpectedEffectIn(BaseModel):
    """What the action should change, promised before anybody knows; fixed from then on."""

    metric: act.EffectMetric
    direction: act.EffectDirection
    size: float = Field(gt=0, allow_inf_nan=False, description="How much, as a positive number.")
    unit: act.EffectUnit = Field(
        act.EffectUnit.PERCENT,
        description="percent: relative to the level before; points: in the figure's own units, percentage "
        "points for a share; customers: a count.",
    )
    due_date: date | None = Field(
        None,
        description="Day on which the effect is judged; left out, as soon as the promise can be seen, else four "
        "weeks after the action's own.",
    )


class ExpectedEffectOut(BaseModel):
    """The promise as it was registered."""

    model_config = ConfigDict(from_attributes=True)

    metric: act.EffectMetric
    direction: act.EffectDirection
    size: float
    unit: act.EffectUnit
    due_date: date


class ActionIn(BaseModel):
    """A new action; the server freezes the evidence for it."""

    title: str = Field(min_length=1, max_length=200)
    kind: act.ActionKind
    owner: str = Field(min_length=1, max_length=128)
    team: str = Field("", max_length=128)
    due_date: date
    aspect: str | None = Field(None, max_length=200)
    hypothesis: str = Field("", max_length=4000)
    expected_effect: ExpectedEffectIn
    filters: StoredFilters = Field(default_factory=dict)
    origin: act.ActionOrigin = act.ActionOrigin.MANUAL
    origin_id: str | None = Field(None, min_length=1, max_length=200)
    experiment: str = Field(
        "", max_length=500, description="Name or address of the experiment that tests it."
    )
    effort: float | None = Field(None, gt=0, le=10_000, description="Person-weeks.")


class ActionChangeIn(BaseModel):
    """What may change later; the promise and its evidence may not (409)."""

    model_config = ConfigDict(extra="allow")

    title: str | None = Field(None, max_length=200)
    state: act.ActionState | None = None
    owner: str | None = Field(None, max_length=128)
    team: str | None = Field(None, max_length=128)
    due_date: date | None = None
    experiment: str | None = Field(None, max_length=500)
    effort: float | None = Field(None, gt=0, le=10_000)
    note: str = Field("", max_length=4000)


class DaysOut(BaseModel):
    """The days that evidence covers, both inclusive."""

    model_config = ConfigDict(populate_by_name=True)

    from_: date = Field(alias="from")
    to: date


class EvidenceOut(BaseModel):
    """What was known when the action was opened."""

    window: DaysOut
    as_of: datetime | None
    frozen_at: datetime
    filters: str = Field(
        description="The filters as a query string, to see how the same figure stands today."
    )
    fact: dict[str, Any] | None
    plan: EffectPlanOut | None = Field(None, description="What the effect test was planned to see.")
    verbatims: list[VoiceSampleOut]


class ActionEventOut(BaseModel):
    """One step: who did what, when, and why."""

    at: datetime
    who: str
    kind: Literal["created", "changed", "note", "judged"]
    state: act.ActionState | None = Field(description="The state it moved to, if it moved.")
    changes: dict[str, Any]
    note: str


class EffectWeekOut(BaseModel):
    """One week of the picture: what was, what the control did, and what would have been without the action."""

    model_config = ConfigDict(from_attributes=True)

    week: date
    events: float
    exposure: float
    control: float | None
    expected: float | None


class PlaceboOut(BaseModel):
    """What the same test says about a week in which nothing was done."""

    model_config = ConfigDict(from_attributes=True)

    week: date
    change: EstimateOut
    found: bool


class EffectOut(BaseModel):
    """The verdict on the promise; changes are relative, -0.4 for 40 % less."""

    model_config = ConfigDict(from_attributes=True)

    judged_at: datetime
    verdict: act.EffectVerdict
    reason: act.EffectReason
    promised: float | None
    change: EstimateOut
    done_week: date
    weeks: list[EffectWeekOut]
    placebos: list[PlaceboOut]
    chart: dict[str, Any] = Field(
        description="The picture: what was, and what would have been without the action."
    )
    table: TableOut


class ActionOut(BaseModel):
    """An action as a card on the board; the verdict comes when the effect is due."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    title: str
    kind: act.ActionKind
    state: act.ActionState
    owner: str
    team: str
    due_date: date
    overdue: bool
    aspect: str | None
    hypothesis: str
    expected_effect: ExpectedEffectOut
    filters: dict[str, Any]
    created_by: str
    created_at: datetime
    updated_at: datetime
    started_at: datetime | None
    closed_at: datetime | None
    verdict: act.EffectVerdict | None
    basis: ActionBasisOut
    score: ActionScoreOut | None = Field(
        description="Null where no fact says how many customers are affected."
    )


class ActionDetailOut(ActionOut):
    """An action with its frozen evidence, its history, and its effect once that was judged."""

    evidence: EvidenceOut
    effect: EffectOut | None
    events: list[ActionEventOut]


class BoardCountsOut(BaseModel):
    """The whole board in numbers; the overdue ones are among `open` and `doing`."""

    model_config = ConfigDict(from_attributes=True)

    open: int
    doing: int
    done: int
    dropped: int
    overdue: int


class BoardOut(BaseModel):
    """The board, soonest due first."""

    items: list[ActionOut]
    counts: BoardCountsOut
