"""Watching: every enabled rule is read, and what crosses its threshold is told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from huiyin.act.alerts.alerts import Alert, AlertState, Reading, fire, settle, stands
from huiyin.act.alerts.messages import Letterhead, alert_content
from huiyin.act.alerts.quiet_hours import quiet_until
from huiyin.act.alerts.readings import read_metric
from huiyin.act.alerts.rules import AlertRule, list_rules
from huiyin.act.sending.outbox import enqueue
from huiyin.act.sending.teams import tell_team
from huiyin.kit.clock import Clock
from huiyin.understand.queries import FactsReader

ConnectionFactory = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule would do now, without doing it."""

    reading: Reading
    would_fire: bool
    cooling_down: bool


def evaluate_rules(
    connection_factory: ConnectionFactory,
    facts: FactsReader,
    clock: Clock,
    *,
    letterhead: Letterhead,
    minimum_n: int,
) -> list[Alert]:
    """Read every enabled rule and fire those that cross, once each until they have fallen below; return the new alerts.

    `connection_factory` opens one committed-on-exit write transaction, such as `Ledger.write`. The facts
    are read while none is open; each alert and its notifications are committed together.
    """
    with connection_factory() as connection:
        rules = list_rules(connection, enabled_only=True)
    alerts = []
    for rule in rules:
        cooling = cooling_down(rule, clock())
        if cooling and rule.standing_value is None:
            continue
        reading = read_metric(facts, rule, now=clock(), minimum_n=minimum_n)
        if not reading.crosses(rule):
            if rule.standing_value is not None:
                with connection_factory() as connection:
                    settle(connection, rule)
        elif not cooling and not stands(rule, reading.value):
            with connection_factory() as connection:
                alerts.append(_fire_and_tell(connection, rule, reading, clock, letterhead))
    return [alert for alert in alerts if alert is not None]


def try_rule(facts: FactsReader, rule: AlertRule, *, now: datetime, minimum_n: int) -> Trial:
    """Return what the rule reads now and whether it would fire."""
    reading = read_metric(facts, rule, now=now, minimum_n=minimum_n)
    cooling = cooling_down(rule, now) or stands(rule, reading.value)
    return Trial(reading=reading, would_fire=reading.crosses(rule) and not cooling, cooling_down=cooling)


def tell_trial(
    connection: Connection, rule: AlertRule, trial: Trial, *, clock: Clock, letterhead: Letterhead
) -> int:
    """Send a test message to the rule's targets and team, in quiet hours too; return to how many."""
    content = alert_content(_imagined(rule, trial.reading, clock()), letterhead, test=True)
    for target in rule.targets:
        enqueue(connection, target, content, clock=clock)
    return len(rule.targets) + tell_team(connection, rule.team, content, clock=clock)


def cooling_down(rule: AlertRule, now: datetime) -> bool:
    """Return whether the rule fired less than its cooldown ago."""
    fired = rule.last_fired_at
    return fired is not None and now < fired + timedelta(hours=rule.cooldown_hours)


def _fire_and_tell(
    connection: Connection, rule: AlertRule, reading: Reading, clock: Clock, letterhead: Letterhead
) -> Alert | None:
    alert = fire(connection, rule, reading, clock=clock)
    if alert is not None:
        content = alert_content(alert, letterhead)
        told_at = quiet_until(clock(), rule.quiet_hours, letterhead.zone)
        for target in rule.targets:
            enqueue(connection, target, content, clock=clock, alert_id=alert.id, not_before=told_at)
        tell_team(connection, rule.team, content, clock=clock, alert_id=alert.id, not_before=told_at)
    return alert


def _imagined(rule: AlertRule, reading: Reading, now: datetime) -> Alert:
    return Alert(
        id=0,
        rule_id=rule.id,
        rule_name=rule.name,
        state=AlertState.OPEN,
        metric=rule.metric,
        threshold=rule.threshold,
        estimate=reading.estimate,
        filters=rule.filters,
        window_from=reading.window_from,
        window_to=reading.window_to,
        verbatims=[dict(verbatim) for verbatim in reading.verbatims],
        fired_at=now,
        useful=None,
        updated_at=now,
        updated_by=None,
        team=rule.team,
        baseline=None if reading.baseline is None else reading.baseline.as_dict(),
    )
