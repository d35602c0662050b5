"""Actions: what the company promised to do about a fact, and whether it did.

The expected effect and the evidence are frozen when an action is created; every later change of the
rest leaves an event behind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from huiyin.access import Principal
from huiyin.act.errors import ActionNotFoundError
from huiyin.act.stored_filters import check_filters
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_act import action, action_event

EFFECT_DELAY = timedelta(days=28)


class ActionKind(StrEnum):
    """What an action changes."""

    PRODUCT = "product"
    SERVICE = "service"
    PROCESS = "process"
    MARKETING = "marketing"
    OTHER = "other"


class ActionState(StrEnum):
    """Where an action stands on the board."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def closed(self) -> bool:
        return self in {ActionState.DONE, ActionState.DROPPED}


class EffectMetric(StrEnum):
    """The figure an action is expected to move."""

    SHARE_NEGATIVE = "share_negative"
    NEGATIVE_CUSTOMERS = "negative_customers"
    CUSTOMERS = "customers"
    INTENSITY = "intensity"
    NPS = "nps"
    RATING = "rating"


class EffectDirection(StrEnum):
    """Which way the figure is expected to move."""

    DOWN = "down"
    UP = "up"


class EffectUnit(StrEnum):
    """How the size is meant: relative to the level before, or in the figure's own units."""

    PERCENT = "percent"
    POINTS = "points"
    CUSTOMERS = "customers"


@dataclass(frozen=True, slots=True)
class ExpectedEffect:
    """The promise, made before the outcome is known; `size` is positive, `direction` gives its sign."""

    metric: EffectMetric
    direction: EffectDirection
    size: float
    unit: EffectUnit
    due_date: date


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """What a person fills in to open an action."""

    title: str
    kind: ActionKind
    owner: str
    due_date: date
    expected_effect: ExpectedEffect
    team: str = ""
    aspect: str | None = None
    hypothesis: str = ""
    filters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ActionChange:
    """What may change later; None leaves a field as it is."""

    title: str | None = None
    state: ActionState | None = None
    owner: str | None = None
    team: str | None = None
    due_date: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One action as it stands; `evidence` is what was known when it was opened."""

    id: int
    title: str
    kind: ActionKind
    state: ActionState
    owner: str
    team: str
    due_date: date
    aspect: str | None
    hypothesis: str
    filters: dict[str, Any]
    expected_effect: ExpectedEffect
    evidence: dict[str, Any]
    created_by: str
    created_at: datetime
    updated_at: datetime
    started_at: datetime | None
    closed_at: datetime | None

    def overdue(self, today: date) -> bool:
        """Return whether the due date has passed on an action that is not closed."""
        return not self.state.closed and self.due_date < today


@dataclass(frozen=True, slots=True)
class ActionEvent:
    """One step in an action's history; `changes` maps a field to its old and new value."""

    at: datetime
    actor: str
    kind: str
    changes: dict[str, Any]
    note: str


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """The board in numbers; `overdue` is counted within `open` and `doing`."""

    open: int
    doing: int
    done: int
    dropped: int
    overdue: int


def default_effect_due_date(due_date: date) -> date:
    """Return the day to judge an effect when nobody named one: four weeks after the action is due."""
    return due_date + EFFECT_DELAY


def create_action(
    connection: Connection,
    draft: ActionDraft,
    *,
    evidence: Mapping[str, Any],
    by: Principal,
    clock: Clock,
) -> Action:
    """Open an action with evidence frozen by the caller.

    Raises `InvalidInputError` for an empty title or owner, a size that is not positive, or an effect
    due before the action is.
    """
    _check_draft(draft)
    effect = draft.expected_effect
    values = {
        "title": draft.title.strip(),
        "kind": draft.kind.value,
        "state": ActionState.OPEN.value,
        "owner": draft.owner.strip(),
        "team": draft.team.strip(),
        "due_date": draft.due_date,
        "aspect": draft.aspect,
        "hypothesis": draft.hypothesis.strip(),
        "filters": dict(draft.filters),
        "effect_metric": effect.metric.value,
        "effect_direction": effect.direction.value,
        "effect_size": effect.size,
        "effect_unit": effect.unit.value,
        "effect_due_date": effect.due_date,
        "evidence": dict(evidence),
        "created_by": by.username,
        "created_at": clock(),
        "updated_at": clock(),
    }
    action_id: int = connection.execute(insert(action).values(values).returning(action.c.id)).scalar_one()
    _note(connection, action_id, by=by, clock=clock, kind="created", changes={}, note="")
    return get_action(connection, action_id)


def get_action(connection: Connection, action_id: int) -> Action:
    """Return one action; raises `ActionNotFoundError`."""
    row = connection.execute(select(action).where(action.c.id == action_id)).one_or_none()
    if row is None:
        raise ActionNotFoundError(f"no action has the id {action_id}")
    return _action(row)


def list_actions(
    connection: Connection,
    *,
    states: Sequence[ActionState] = (),
    owner: str | None = None,
    aspect: str | None = None,
    overdue_on: date | None = None,
) -> list[Action]:
    """Return the board, soonest due first; `overdue_on` keeps only what is overdue on that day."""
    query = select(action).order_by(action.c.due_date, action.c.id)
    if states:
        query = query.where(action.c.state.in_([state.value for state in states]))
    if owner is not None:
        query = query.where(action.c.owner == owner)
    if aspect is not None:
        query = query.where(action.c.aspect == aspect)
    if overdue_on is not None:
        query = _overdue(query, overdue_on)
    return [_action(row) for row in connection.execute(query)]


def count_actions(connection: Connection, *, today: date) -> ActionCounts:
    """Return how many actions stand in each state, and how many are overdue."""
    grouped = select(action.c.state, func.count()).group_by(action.c.state)
    by_state = {row[0]: row[1] for row in connection.execute(grouped)}
    overdue = connection.scalar(_overdue(select(func.count()).select_from(action), today))
    return ActionCounts(
        **{state.value: by_state.get(state.value, 0) for state in ActionState}, overdue=overdue or 0
    )


def change_action(
    connection: Connection, action_id: int, change: ActionChange, *, by: Principal, clock: Clock
) -> Action:
    """Apply what differs and record it as one event; a change of nothing without a note records nothing.

    Raises `ActionNotFoundError` and, for an emptied title or owner, `InvalidInputError`.
    """
    before = get_action(connection, action_id)
    changes = _differences(before, change)
    if changes:
        values = {name: new for name, (_, new) in changes.items()} | _milestones(before, change, clock)
        connection.execute(
            update(action).where(action.c.id == action_id).values(**values, updated_at=clock())
        )
    if changes or change.note.strip():
        _note(
            connection,
            action_id,
            by=by,
            clock=clock,
            kind="changed" if changes else "note",
            changes={name: {"from": str(old), "to": str(new)} for name, (old, new) in changes.items()},
            note=change.note.strip(),
        )
    return get_action(connection, action_id)


def action_history(connection: Connection, action_id: int) -> list[ActionEvent]:
    """Return an action's events, oldest first."""
    query = select(action_event).where(action_event.c.action_id == action_id).order_by(action_event.c.id)
    return [
        ActionEvent(at=row.at, actor=row.actor, kind=row.kind, changes=row.changes, note=row.note)
        for row in connection.execute(query)
    ]


def _check_draft(draft: ActionDraft) -> None:
    _check_filled("title", draft.title)
    _check_filled("owner", draft.owner)
    check_filters(draft.filters)
    if not draft.expected_effect.size > 0:
        raise InvalidInputError(
            "the expected size must be positive; the direction gives its sign",
            field="expected_effect.size",
            expected="a number above 0",
        )
    if draft.expected_effect.due_date < draft.due_date:
        raise InvalidInputError(
            "an effect cannot be due before its action",
            field="expected_effect.due_date",
            expected=f"{draft.due_date} or later",
        )


def _check_filled(name: str, text: str) -> None:
    if not text.strip():
        raise InvalidInputError(f"the {name} is empty", field=name, expected="some text")


def _differences(before: Action, change: ActionChange) -> dict[str, tuple[Any, Any]]:
    for name in ("title", "owner"):
        if (text := getattr(change, name)) is not None:
            _check_filled(name, text)
    asked = {name: getattr(change, name) for name in ("title", "state", "owner", "team", "due_date")}
    return {
        name: (getattr(before, name), new)
        for name, new in asked.items()
        if new is not None and new != getattr(before, name)
    }


def _milestones(before: Action, change: ActionChange, clock: Clock) -> dict[str, datetime | None]:
    """Return when work first began and when it last ended, for the effect test and for durations."""
    if change.state is None or change.state is before.state:
        return {}
    began = before.started_at or (None if change.state is ActionState.OPEN else clock())
    return {"started_at": began, "closed_at": clock() if change.state.closed else None}


def _note(
    connection: Connection,
    action_id: int,
    *,
    by: Principal,
    clock: Clock,
    kind: str,
    changes: Mapping[str, Any],
    note: str,
) -> None:
    connection.execute(
        insert(action_event).values(
            action_id=action_id,
            at=clock(),
            actor=by.username,
            kind=kind,
            changes=dict(changes),
            note=note,
        )
    )


def _overdue(query: Select[Any], today: date) -> Select[Any]:
    closed = [state.value for state in ActionState if state.closed]
    return query.where(action.c.due_date < today, action.c.state.not_in(closed))


def _action(row: Row[Any]) -> Action:
    return Action(
        id=row.id,
        title=row.title,
        kind=ActionKind(row.kind),
        state=ActionState(row.state),
        owner=row.owner,
        team=row.team,
        due_date=row.due_date,
        aspect=row.aspect,
        hypothesis=row.hypothesis,
        filters=row.filters,
        expected_effect=ExpectedEffect(
            metric=EffectMetric(row.effect_metric),
            direction=EffectDirection(row.effect_direction),
            size=row.effect_size,
            unit=EffectUnit(row.effect_unit),
            due_date=row.effect_due_date,
        ),
        evidence=row.evidence,
        created_by=row.created_by,
        created_at=row.created_at,
        updated_at=row.updated_at,
        started_at=row.started_at,
        closed_at=row.closed_at,
    )
