"""Watching: alert rules are read again and again, and what they fire reaches people and pages."""

from __future__ import annotations

from huiyin import act
from huiyin.bootstrap import Installation
from huiyin.understand import Event


def watch(app: Installation) -> bool:
    """Read every alert rule once; never asks to be called again at once."""
    letterhead = act.Letterhead(zone=app.settings.zone, public_url=app.settings.public_url)
    fired = act.evaluate_rules(
        app.ledger.write, app.facts, app.clock, letterhead=letterhead, minimum_n=app.settings.minimum_n
    )
    for alert in fired:
        app.hub.publish(
            Event("alert", {"id": alert.id, "name": alert.rule_name, "text": act.headline(alert)})
        )
    return False
