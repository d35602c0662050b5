"""Duties by the clock: effects that are due get judged, late cases reach somebody, reports go out,
the programme reviews itself.
"""

from __future__ import annotations

from huiyin import act
from huiyin.act import programme, reports
from huiyin.bootstrap import Installation
from huiyin.understand import Context, Event


def judge(app: Installation) -> bool:
    """Judge every finished action whose effect is due; never asks to be called again at once."""
    for effect in act.judge_due_actions(app.ledger.write, app.facts, app.clock, zone=app.settings.zone):
        app.hub.publish(Event("effect", {"action_id": effect.action_id, "verdict": effect.verdict.value}))
    return False


def escalate(app: Installation) -> bool:
    """Mark cases whose clock has run out and alerts that nobody took; tell their teams, their owners, and open pages."""
    with app.ledger.write() as connection:
        late = act.escalate_late_cases(connection, clock=app.clock)
        act.tell_late(connection, late, _letterhead(app), clock=app.clock)
        left = act.escalate_alerts(connection, clock=app.clock, letterhead=_letterhead(app))
    for alert in left:
        app.hub.publish(
            Event("alert", {"id": alert.id, "name": alert.rule_name, "text": act.headline(alert)})
        )
    for case in late:
        app.hub.publish(Event("case", {"id": case.id, "title": case.title, "owner": case.owner}))
    return False


def hear(app: Installation) -> bool:
    """Take up what customers answered about their solved cases; who is not content is heard again."""
    with app.ledger.read() as connection:
        if not act.answers_waiting(connection):
            return False
    policy = act.usual_policy(app.settings.zone)
    with app.ledger.write() as connection:
        act.hear_answers(connection, policy=policy, letterhead=_letterhead(app), clock=app.clock)
    return False


def send_reports(app: Installation) -> bool:
    """Put the reports whose time has come into the outbox."""
    context = Context(app.facts, app.names, app.settings.minimum_n)
    return bool(reports.send_due_reports(app.ledger.write, context, app.clock, letterhead=_letterhead(app)))


def review(app: Installation) -> bool:
    """Write the programme's review of the last month where it is missing."""
    context = Context(app.facts, app.names, app.settings.minimum_n)
    programme.write_due_review(app.ledger.write, context, app.clock, zone=app.settings.zone)
    return False


def _letterhead(app: Installation) -> act.Letterhead:
    return act.Letterhead(zone=app.settings.zone, public_url=app.settings.public_url)
