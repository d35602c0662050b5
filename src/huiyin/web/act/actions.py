"""The action board."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query
from sqlalchemy import Connection

from huiyin import access, act, charts
from huiyin.bootstrap import Installation
from huiyin.kit.errors import InvalidInputError
from huiyin.web.act.action_plans import plan_json, planned
from huiyin.web.act.action_schemas import (
    ActionChangeIn,
    ActionDetailOut,
    ActionIn,
    ActionOut,
    BoardCountsOut,
    BoardOut,
    EffectOut,
)
from huiyin.web.act.schemas import RowId, today
from huiyin.web.deps import Agent, App, ReadConnection, User, WriteConnection
from huiyin.web.understand.query import context_of

router = APIRouter(prefix="/actions", tags=["act"])

PRE_REGISTERED = frozenset({"expected_effect", "evidence", "hypothesis", "aspect", "filters", "kind"})


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
    shown = _shown(connection, actions)
    return BoardOut(
        items=[ActionOut.model_validate(_card(action, day, shown)) for action in actions],
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
    plan = planned(_draft(body, body.due_date), app, done=body.due_date)
    evidence |= {"plan": plan_json(plan)}
    draft = _draft(body, plan.due_date or act.default_effect_due_date(body.due_date))
    basis = act.ActionBasis(body.origin, body.origin_id, body.experiment, body.effort)
    with app.ledger.write() as connection:
        action = act.create_action(connection, draft, evidence=evidence, by=user, clock=app.clock)
        act.keep_basis(connection, action.id, basis)
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
def get_action(
    action_id: RowId,
    app: App,
    connection: ReadConnection,
    _user: User,
    lang: charts.Language = charts.Language.ZH,
) -> ActionDetailOut:
    """Return an action with its evidence and history."""
    action = act.get_action(connection, action_id)
    return _detail(connection, action, app, lang)


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
    change = act.ActionChange(**body.model_dump(exclude={"experiment", "effort", *(body.model_extra or {})}))
    action = act.change_action(connection, action_id, change, by=user, clock=app.clock)
    _change_basis(connection, action_id, body)
    return _detail(connection, action, app)


def _draft(body: ActionIn, judged_on: date) -> act.ActionDraft:
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
            due_date=effect.due_date or judged_on,
        ),
    )


def _change_basis(connection: Connection, action_id: int, body: ActionChangeIn) -> None:
    asked = body.model_dump(include={"experiment", "effort"} & body.model_fields_set)
    if asked:
        basis = act.bases_of(connection, [action_id]).get(action_id, act.NO_BASIS)
        asked["experiment"] = asked.get("experiment", basis.experiment) or ""
        act.keep_basis(connection, action_id, replace(basis, **asked))


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


@dataclass(frozen=True, slots=True)
class _Shown:
    """What stands beside the actions: verdicts, what they rest on, scores."""

    effects: Mapping[int, act.ActionEffect]
    bases: Mapping[int, act.ActionBasis]
    scores: Mapping[int, act.ActionScore]


def _shown(connection: Connection, actions: Sequence[act.Action]) -> _Shown:
    effects = act.effects_of(connection, [each.id for each in act.list_actions(connection)])
    bases = act.bases_of(connection, [each.id for each in actions])
    return _Shown(effects, bases, act.score_actions(actions, bases, effects))


def _card(action: act.Action, day: date, shown: _Shown) -> dict[str, Any]:
    derived = {"overdue", "verdict", "basis", "score"}
    own = {name: getattr(action, name) for name in ActionOut.model_fields if name not in derived}
    effect = shown.effects.get(action.id)
    return own | {
        "overdue": action.overdue(day),
        "verdict": None if effect is None else effect.verdict,
        "basis": shown.bases.get(action.id, act.NO_BASIS),
        "score": shown.scores.get(action.id),
    }


def _detail(
    connection: Connection,
    action: act.Action,
    app: Installation,
    language: charts.Language = charts.Language.ZH,
) -> ActionDetailOut:
    shown = _shown(connection, [action])
    effect = shown.effects.get(action.id)
    return ActionDetailOut.model_validate(
        _card(action, today(app), shown)
        | {
            "evidence": action.evidence,
            "effect": None if effect is None else _effect(effect, language),
            "events": [_event(event) for event in act.action_history(connection, action.id)],
        }
    )


def _effect(effect: act.ActionEffect, language: charts.Language) -> dict[str, Any]:
    weeks = [charts.EffectWeek(each.week.isoformat(), each.events, each.expected) for each in effect.weeks]
    figure = charts.effect_chart(weeks, done=effect.done_week.isoformat(), language=language)
    kept = {name: getattr(effect, name) for name in EffectOut.model_fields if name not in {"chart", "table"}}
    return kept | {"chart": figure.option, "table": figure.table.as_dict()}


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
