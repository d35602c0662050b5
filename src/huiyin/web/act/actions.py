"""The action board."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from huiyin import access, act
from huiyin.bootstrap import Installation
from huiyin.kit.errors import InvalidInputError
from huiyin.web.act.schemas import RowId, StoredFilters, VoiceSampleOut, today
from huiyin.web.deps import Agent, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.query import context_of
from huiyin.web.understand.schemas import EstimateOut

router = APIRouter(prefix="/actions", tags=["act"])

PRE_REGISTERED = frozenset({"expected_effect", "evidence", "hypothesis", "aspect", "filters", "kind"})


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
        description="Day on which the effect is judged; four weeks after the action's own when left out.",
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


class ActionChangeIn(BaseModel):
    """What may change later; the promise and its evidence may not (409)."""

    model_config = ConfigDict(extra="allow")

    title: str | None = Field(None, max_length=200)
    state: act.ActionState | None = None
    owner: str | None = Field(None, max_length=128)
    team: str | None = Field(None, max_length=128)
    due_date: date | None = None
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


@router.get("", summary="The action board")
def get_actions(
    app: App,
    connection: ReadConnection,
    _user: User,
    state: Annotated[list[act.ActionState] | None, Query()] = None,
    owner: Annotated[str | None, Query(max_length=128)] = None,
    aspect: Annotated[str | None, Query(max_length=200)] = None,
    overdue: bool = False,
) -> BoardOut:
    """Return the actions that match, and how many there are of each kind over all."""
    day = today(app)
    actions = act.list_actions(
        connection, states=state or (), owner=owner, aspect=aspect, overdue_on=day if overdue else None
    )
    effects = act.effects_of(connection, [action.id for action in actions])
    return BoardOut(
        items=[ActionOut.model_validate(_card(action, day, effects)) for action in actions],
        counts=BoardCountsOut.model_validate(act.count_actions(connection, today=day)),
    )


@router.post("", status_code=201, summary="Open an action")
def post_action(body: ActionIn, app: App, user: Agent) -> ActionDetailOut:
    """Open an action from a fact: its evidence is frozen now, its expected effect from now on."""
    # The evidence is read before the write transaction, so that reading holds up nobody.
    evidence = act.freeze_evidence(
        context_of(app),
        act.parse_filters(body.filters),
        aspect=body.aspect,
        today=today(app),
        clock=app.clock,
    )
    with app.ledger.write() as connection:
        action = act.create_action(connection, _draft(body), evidence=evidence, by=user, clock=app.clock)
        access.record(
            connection,
            "action.created",
            clock=app.clock,
            by=user,
            object_kind="action",
            object_id=action.id,
            detail={"title": action.title},
        )
        return _detail(connection, action, app)


@router.get("/{action_id}", summary="One action")
def get_action(action_id: RowId, app: App, connection: ReadConnection, _user: User) -> ActionDetailOut:
    """Return an action with its evidence and history."""
    action = act.get_action(connection, action_id)
    return _detail(connection, action, app)


@router.patch(
    "/{action_id}",
    summary="Move or reassign an action",
    responses={409: {"description": "The expected effect and its evidence never change."}},
)
def patch_action(
    action_id: RowId, body: ActionChangeIn, app: App, connection: WriteConnection, user: Agent
) -> ActionDetailOut:
    """Change the state, owner, team, title or due date, or leave a note; each change is kept as an event."""
    _check_changeable(body.model_extra or {})
    change = act.ActionChange(**body.model_dump(include=set(ActionChangeIn.model_fields)))
    action = act.change_action(connection, action_id, change, by=user, clock=app.clock)
    return _detail(connection, action, app)


def _draft(body: ActionIn) -> act.ActionDraft:
    effect = body.expected_effect
    return act.ActionDraft(
        title=body.title,
        kind=body.kind,
        owner=body.owner,
        team=body.team,
        due_date=body.due_date,
        aspect=body.aspect or None,
        hypothesis=body.hypothesis,
        filters=body.filters,
        expected_effect=act.ExpectedEffect(
            metric=effect.metric,
            direction=effect.direction,
            size=effect.size,
            unit=effect.unit,
            due_date=effect.due_date or act.default_effect_due_date(body.due_date),
        ),
    )


def _check_changeable(extra: dict[str, Any]) -> None:
    frozen = sorted(PRE_REGISTERED & set(extra))
    if frozen:
        raise act.PreRegisteredError(
            f"{frozen[0]} was registered when the action was opened and never changes; "
            "drop this action and open another one"
        )
    if extra:
        name = sorted(extra)[0]
        raise InvalidInputError(
            f"unknown field {name}", field=name, expected=", ".join(ActionChangeIn.model_fields)
        )


def _card(action: act.Action, day: date, effects: Mapping[int, act.ActionEffect]) -> dict[str, Any]:
    derived = {"overdue", "verdict"}
    shown = {name: getattr(action, name) for name in ActionOut.model_fields if name not in derived}
    effect = effects.get(action.id)
    return shown | {"overdue": action.overdue(day), "verdict": None if effect is None else effect.verdict}


def _detail(connection: Connection, action: act.Action, app: Installation) -> ActionDetailOut:
    effects = act.effects_of(connection, [action.id])
    events = act.action_history(connection, action.id)
    return ActionDetailOut.model_validate(
        _card(action, today(app), effects)
        | {
            "evidence": action.evidence,
            "effect": effects.get(action.id),
            "events": [_event(event) for event in events],
        }
    )


def _event(event: act.ActionEvent) -> dict[str, Any]:
    moved = event.changes.get("state", {}).get("to")
    return {
        "at": event.at,
        "who": event.actor,
        "kind": event.kind,
        "state": moved,
        "changes": event.changes,
        "note": event.note,
    }
