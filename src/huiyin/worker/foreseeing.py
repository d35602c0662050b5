"""Who may leave, what customers are worth and how they divide: one round a night, once identities are known."""

from __future__ import annotations

from huiyin import customers
from huiyin.analyse import newest_revision
from huiyin.bootstrap import Installation
from huiyin.customers import churn, profile

# Facts that lack more changes than these would be learnt from as if the rest had never been said.
BEHIND = 500


def foresee(app: Installation) -> bool:
    """Run the rounds that are most of a day old; never asks to be called again at once."""
    now = app.clock()
    with app.ledger.read() as connection:
        if customers.latest_figures(connection) is None or not _is_read(app, newest_revision(connection)):
            return False
        leaving, standing = churn.is_due(connection, now), profile.is_due(connection, now)
    rule = churn.Renewal()
    if leaving:
        churn.refresh(app.ledger, app.facts, rule, zone=app.settings.zone, clock=app.clock)
    if standing:
        profile.refresh(app.ledger, app.facts, rule, zone=app.settings.zone, clock=app.clock)
    return False


def _is_read(app: Installation, newest: int) -> bool:
    watermark = app.facts.watermark()
    return watermark is not None and newest - watermark.revision <= BEHIND
