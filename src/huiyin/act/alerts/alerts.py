"""Alerts: a rule's threshold was crossed; people say whether it was worth their time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, func, insert, or_, select, update

from huiyin.access import Principal
from huiyin.act.alerts.baselines import Baseline
from huiyin.act.alerts.rules import AlertBasis, AlertMetric, AlertRule
from huiyin.act.errors import AlertNotFoundError
from huiyin.kit.clock import Clock
from huiyin.stats import Estimate, wilson
from huiyin.store.ledger.tables_act import alert, alert_rule

# What goes on is told again only when it has grown so much.
GROWN = 1.5


class AlertState(StrEnum):
    """Where an alert stands."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule's metric was in a window, with up to a few of the voices behind it."""

    estimate: Estimate
    window_from: datetime
    window_to: datetime
    verbatims: Sequence[Mapping[str, Any]]
    baseline: Baseline | None = None

    @property
    def value(self) -> float:
        """The figure, 0 where there is none."""
        return self.estimate.value or 0.0

    def crosses(self, rule: AlertRule) -> bool:
        """Return whether the figure calls for an alert: enough evidence, the threshold reached, and unusual if asked."""
        reached = self.estimate.sufficient and self.value >= rule.threshold
        usual = rule.basis is AlertBasis.UNUSUAL and not (self.baseline and self.baseline.is_exceeded)
        return reached and not usual


@dataclass(frozen=True, slots=True)
class Alert:
    """One firing of a rule, as it was at that moment."""

    id: int
    rule_id: int
    rule_name: str
    state: AlertState
    metric: AlertMetric
    threshold: float
    estimate: Estimate
    filters: dict[str, Any]
    window_from: datetime
    window_to: datetime
    verbatims: list[dict[str, Any]]
    fired_at: datetime
    useful: bool | None
    updated_at: datetime
    updated_by: str | None
    team: str = ""
    baseline: dict[str, Any] | None = None
    escalated_at: datetime | None = None


def fire(connection: Connection, rule: AlertRule, reading: Reading, *, clock: Clock) -> Alert | None:
    """Open an alert, or return None inside the cooldown and while the last one still stands.

    The rule's row is the gate: one conditional update decides, so that two processes that see the
    same crossing at once cannot both fire.
    """
    now = clock()
    passed = connection.execute(
        update(alert_rule)
        .where(
            alert_rule.c.id == rule.id,
            alert_rule.c.removed_at.is_(None),
            or_(
                alert_rule.c.last_fired_at.is_(None),
                alert_rule.c.last_fired_at <= now - timedelta(hours=rule.cooldown_hours),
            ),
            or_(
                alert_rule.c.standing_value.is_(None),
                alert_rule.c.standing_value * GROWN <= reading.value,
            ),
        )
        .values(last_fired_at=now, standing_value=reading.value)
    )
    if passed.rowcount != 1:
        return None
    insertion = insert(alert).values(_columns(rule, reading, now)).returning(alert.c.id)
    return get_alert(connection, connection.execute(insertion).scalar_one())


def settle(connection: Connection, rule: AlertRule) -> None:
    """Note that a rule's figure has fallen below its threshold: the next crossing is news again."""
    connection.execute(update(alert_rule).where(alert_rule.c.id == rule.id).values(standing_value=None))


def stands(rule: AlertRule, value: float) -> bool:
    """Return whether what the rule last fired for goes on, and has not grown by half since."""
    return rule.standing_value is not None and value < rule.standing_value * GROWN


def get_alert(connection: Connection, alert_id: int) -> Alert:
    """Return one alert; raises `AlertNotFoundError`."""
    row = connection.execute(select(alert).where(alert.c.id == alert_id)).one_or_none()
    if row is None:
        raise AlertNotFoundError(f"no alert has the id {alert_id}")
    return _alert(row)


def list_alerts(
    connection: Connection,
    *,
    states: Sequence[AlertState] = (),
    rule_id: int | None = None,
    limit: int = 100,
) -> list[Alert]:
    """Return alerts, newest first."""
    query = select(alert).order_by(alert.c.id.desc()).limit(limit)
    if states:
        query = query.where(alert.c.state.in_([state.value for state in states]))
    if rule_id is not None:
        query = query.where(alert.c.rule_id == rule_id)
    return [_alert(row) for row in connection.execute(query)]


def change_alert(
    connection: Connection,
    alert_id: int,
    *,
    by: Principal,
    clock: Clock,
    state: AlertState | None = None,
    useful: bool | None = None,
    forget_useful: bool = False,
) -> Alert:
    """Move an alert on, or say whether it was useful; `forget_useful` takes the answer back."""
    get_alert(connection, alert_id)
    changes: dict[str, Any] = {}
    if state is not None:
        changes["state"] = state.value
    if useful is not None or forget_useful:
        changes["useful"] = useful
    if changes:
        changes |= {"updated_at": clock(), "updated_by": by.username}
        connection.execute(update(alert).where(alert.c.id == alert_id).values(changes))
    return get_alert(connection, alert_id)


def rule_precision(connection: Connection) -> dict[int, Estimate]:
    """Return, by rule id, the share of its judged alerts that people called useful."""
    judged = (
        select(alert.c.rule_id, func.count(), func.count().filter(alert.c.useful))
        .where(alert.c.useful.is_not(None))
        .group_by(alert.c.rule_id)
    )
    return {rule_id: wilson(useful, count) for rule_id, count, useful in connection.execute(judged)}


def _columns(rule: AlertRule, reading: Reading, now: datetime) -> dict[str, Any]:
    return {
        "rule_id": rule.id,
        "rule_name": rule.name,
        "state": AlertState.OPEN.value,
        "metric": rule.metric.value,
        "threshold": rule.threshold,
        "estimate": reading.estimate.as_dict(),
        "filters": rule.filters,
        "window_from": reading.window_from,
        "window_to": reading.window_to,
        "verbatims": [dict(verbatim) for verbatim in reading.verbatims],
        "fired_at": now,
        "updated_at": now,
        "team": rule.team,
        "baseline": None if reading.baseline is None else reading.baseline.as_dict(),
    }


def _alert(row: Row[Any]) -> Alert:
    values = row._asdict() | {
        "state": AlertState(row.state),
        "metric": AlertMetric(row.metric),
        "estimate": Estimate.from_dict(row.estimate),
    }
    return Alert(**values)
