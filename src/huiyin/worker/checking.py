"""Looking after the data once a day: copies, bursts, machines and careless answers are found without being asked for."""

from __future__ import annotations

from huiyin.bootstrap import Installation
from huiyin.collect import quality
from huiyin.understand import Event


def check_data(app: Installation) -> bool:
    """Run the checks when they are due; never asks to be called again at once."""
    now = app.clock()
    with app.ledger.read() as connection:
        if not quality.is_scan_due(connection, now):
            return False
        days = quality.days_within_reach(connection, now)
    found = quality.scan(app.ledger, days=days, clock=app.clock)
    app.hub.publish(Event("quality", {"open": sum(found.values())}))
    return False
