"""Who may leave: one round a night, once identities are known."""

from __future__ import annotations

from huiyin import customers
from huiyin.bootstrap import Installation
from huiyin.customers import churn


def foresee(app: Installation) -> bool:
    """Run a round when the last one was most of a day ago; never asks to be called again at once."""
    with app.ledger.read() as connection:
        known = customers.latest_figures(connection) is not None
        if not known or not churn.is_due(connection, app.clock()):
            return False
    churn.refresh(app.ledger, app.facts, churn.Renewal(), zone=app.settings.zone, clock=app.clock)
    return False
