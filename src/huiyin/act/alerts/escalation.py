"""Alerts that nobody takes go one step up, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection, select, update

from huiyin.act.alerts.alerts import Alert, AlertState, get_alert
from huiyin.act.alerts.messages import Letterhead, alert_content
from huiyin.act.alerts.quiet_hours import quiet_until
from huiyin.act.alerts.rules import AlertRule, list_rules
from huiyin.act.sending.teams import tell_team
from huiyin.kit.clock import Clock
from huiyin.store.ledger.tables_act import alert


def escalate_alerts(connection: Connection, *, clock: Clock, letterhead: Letterhead) -> list[Alert]:
    """Tell the next team of every alert that is still open after its rule's hours; return them."""
    risen = []
    for rule in list_rules(connection):
        if rule.escalate_hours:
            risen += [
                _escalate(connection, rule, number, clock, letterhead)
                for number in _left(connection, rule, clock)
            ]
    return risen


def _left(connection: Connection, rule: AlertRule, clock: Clock) -> list[int]:
    query = select(alert.c.id).where(
        alert.c.rule_id == rule.id,
        alert.c.state == AlertState.OPEN.value,
        alert.c.escalated_at.is_(None),
        alert.c.fired_at <= clock() - timedelta(hours=rule.escalate_hours),
    )
    return list(connection.scalars(query.order_by(alert.c.id)))


def _escalate(
    connection: Connection, rule: AlertRule, alert_id: int, clock: Clock, letterhead: Letterhead
) -> Alert:
    connection.execute(update(alert).where(alert.c.id == alert_id).values(escalated_at=clock()))
    found = get_alert(connection, alert_id)
    content = alert_content(found, letterhead)
    title = f"[回音升级] {rule.escalate_hours} 小时无人认领：{found.rule_name}"
    content = replace(
        content,
        event="alert.escalated",
        subject=title,
        text=f"{title}\n\n{content.text}",
        markdown=content.markdown.replace("### [回音预警]", "### [回音升级]", 1),
        html=content.html.replace("[回音预警]", "[回音升级]", 1),
    )
    told_at = quiet_until(clock(), rule.quiet_hours, letterhead.zone)
    tell_team(connection, rule.escalate_team, content, clock=clock, alert_id=alert_id, not_before=told_at)
    return found
