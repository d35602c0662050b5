"""Judging actions on the day their effect is due, once and for good."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, insert, select

from huiyin.act.actions.actions import Action, ActionState, get_action
from huiyin.act.effects.readings import TESTABLE, promised_change, read_series
from huiyin.act.effects.series import EffectSeries
from huiyin.act.effects.verdict import (
    MINIMUM_AFTER,
    EffectJudgement,
    EffectReason,
    EffectVerdict,
    Placebo,
    judge_effect,
)
from huiyin.kit.clock import Clock
from huiyin.stats import Estimate, insufficient
from huiyin.store.ledger.tables_act import action, action_effect, action_event
from huiyin.understand.queries import FactsReader

JUDGE = "huiyin"

ConnectionFactory = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class EffectWeek:
    """One week of the picture: what was, what the control did, and what would have been without the action."""

    week: date
    events: float
    exposure: float
    control: float | None
    expected: float | None


@dataclass(frozen=True, slots=True)
class ActionEffect:
    """The verdict on an action; `promised` is the registered relative change, None where it cannot be stated."""

    action_id: int
    judged_at: datetime
    verdict: EffectVerdict
    reason: EffectReason
    promised: float | None
    change: Estimate
    done_week: date
    weeks: tuple[EffectWeek, ...]
    placebos: tuple[Placebo, ...]


def judge_due_actions(
    connection_factory: ConnectionFactory, facts: FactsReader, clock: Clock, *, zone: ZoneInfo
) -> list[ActionEffect]:
    """Judge every finished action whose effect is due and not yet judged; return the new verdicts.

    An action that was finished late gets four full weeks first. `connection_factory` opens one
    committed-on-exit write transaction; none is open while the series is fitted.
    """
    with connection_factory() as connection:
        due = _due(connection, clock().astimezone(zone).date(), clock())
    judged: list[ActionEffect] = []
    for each in due:
        series = read_series(facts, each, zone=zone)
        judgement, promised = _judge(each, series)
        with connection_factory() as connection:
            _keep(connection, each, series, judgement, promised, clock)
            judged += effects_of(connection, [each.id]).values()
    return judged


def effects_of(connection: Connection, action_ids: Iterable[int]) -> dict[int, ActionEffect]:
    """Return the verdicts on these actions, by action id; an action without one is left out."""
    query = select(action_effect).where(action_effect.c.action_id.in_(list(action_ids)))
    return {row.action_id: _effect(row) for row in connection.execute(query)}


def _due(connection: Connection, today: date, now: datetime) -> list[Action]:
    # The week in which an action ends counts on neither side, hence one more than the minimum.
    finished_by = now - timedelta(weeks=MINIMUM_AFTER + 1, days=1)
    query = (
        select(action.c.id)
        .outerjoin(action_effect, action_effect.c.action_id == action.c.id)
        .where(
            action.c.state == ActionState.DONE.value,
            action.c.effect_due_date < today,
            action.c.closed_at <= finished_by,
            action_effect.c.id.is_(None),
        )
        .order_by(action.c.id)
    )
    return [get_action(connection, action_id) for action_id in connection.scalars(query).all()]


def _judge(due: Action, series: EffectSeries | None) -> tuple[EffectJudgement, float | None]:
    effect = due.expected_effect
    if effect.metric not in TESTABLE:
        return _undecided(EffectReason.METRIC_NOT_TESTABLE), None
    if series is None or series.done == 0 or series.events[: series.done].sum() == 0:
        return _undecided(EffectReason.TOO_FEW_WEEKS_BEFORE), None
    promised = promised_change(due, series)
    return judge_effect(series, promised), promised


def _undecided(reason: EffectReason) -> EffectJudgement:
    return EffectJudgement(EffectVerdict.CANNOT_TELL, reason, insufficient(0, "none"), 0.0)


def _keep(
    connection: Connection,
    judged: Action,
    series: EffectSeries | None,
    judgement: EffectJudgement,
    promised: float | None,
    clock: Clock,
) -> None:
    connection.execute(
        insert(action_effect).values(
            action_id=judged.id,
            judged_at=clock(),
            verdict=judgement.verdict.value,
            reason=judgement.reason.value,
            promised=promised,
            change=judgement.change.as_dict(),
            placebos=[_placebo_json(placebo) for placebo in judgement.placebos],
            weeks=[] if series is None else _weeks_json(series, judgement),
            done_week=judged.expected_effect.due_date if series is None else _done_week(series),
        )
    )
    connection.execute(
        insert(action_event).values(
            action_id=judged.id,
            at=clock(),
            actor=JUDGE,
            kind="judged",
            changes={"effect": {"from": None, "to": judgement.verdict.value}},
            note=judgement.reason.value,
        )
    )


def _done_week(series: EffectSeries) -> date:
    inside = series.done < len(series.weeks)
    return series.weeks[series.done] if inside else series.weeks[-1] + timedelta(weeks=1)


def _weeks_json(series: EffectSeries, judgement: EffectJudgement) -> list[dict[str, Any]]:
    expected = judgement.counterfactual or (None,) * len(series.weeks)
    control = series.control if series.control is not None else (None,) * len(series.weeks)
    return [
        {
            "week": week.isoformat(),
            "events": float(events),
            "exposure": float(exposure),
            "control": None if compared is None else float(compared),
            "expected": would_be,
        }
        for week, events, exposure, compared, would_be in zip(
            series.weeks, series.events, series.exposure, control, expected, strict=True
        )
    ]


def _placebo_json(placebo: Placebo) -> dict[str, Any]:
    return {
        "week": placebo.week.isoformat(),
        "change": placebo.change.as_dict(),
        "found": placebo.found,
    }


def _effect(row: Row[Any]) -> ActionEffect:
    return ActionEffect(
        action_id=row.action_id,
        judged_at=row.judged_at,
        verdict=EffectVerdict(row.verdict),
        reason=EffectReason(row.reason),
        promised=row.promised,
        change=Estimate.from_dict(row.change),
        done_week=row.done_week,
        weeks=tuple(EffectWeek(**each | {"week": date.fromisoformat(each["week"])}) for each in row.weeks),
        placebos=tuple(
            Placebo(
                week=date.fromisoformat(each["week"]),
                change=Estimate.from_dict(each["change"]),
                found=each["found"],
            )
            for each in row.placebos
        ),
    )
