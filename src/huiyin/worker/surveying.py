"""Reminders of surveys: written and queued in one transaction, so that nobody is reminded twice."""

from __future__ import annotations

from huiyin.act.sending.asking import post_letters
from huiyin.bootstrap import Installation
from huiyin.collect import surveys


def remind(app: Installation) -> bool:
    """Queue the reminders that are due; return whether there may be more."""
    with app.ledger.read() as connection:
        if not surveys.reminders_due(connection, clock=app.clock):
            return False
    with app.ledger.write() as connection:
        letters = surveys.write_reminders(connection, clock=app.clock)
        post_letters(connection, letters, public_url=app.settings.base_url, clock=app.clock)
    return True
