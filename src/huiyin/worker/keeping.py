"""Keeping personal data no longer than agreed: old voices are cut from their people, erasures reach the files."""

from __future__ import annotations

from datetime import timedelta

from huiyin.bootstrap import Installation
from huiyin.customers import privacy


def keep_privacy(app: Installation) -> bool:
    """Do one batch of each; return whether more old voices may be waiting."""
    days = app.settings.retention_days
    forgotten = {}
    if days:
        with app.ledger.write() as connection:
            forgotten = privacy.forget_old(connection, app.clock() - timedelta(days=days))
    with app.ledger.read() as connection:
        due = privacy.is_compaction_due(connection)
    if due:
        privacy.compact(app.ledger, app.facts, app.projector, now=app.clock())
    return any(forgotten.values())


def keep_facts_clean(app: Installation) -> bool:
    """Write this server's own facts anew after an erasure; never asks to be called again at once."""
    privacy.compact_facts(app.ledger, app.facts, app.projector)
    return False
