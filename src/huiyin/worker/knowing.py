"""Keeping identities up to date: a round when somebody new has come, and seldom where rounds are long."""

from __future__ import annotations

import time

from huiyin import customers
from huiyin.bootstrap import Installation

# A round may take a tenth of the time between rounds.
REST = 10.0


class Knowing:
    """One look at the ledger; a round follows when it is due and the last one is paid for."""

    def __init__(self, app: Installation) -> None:
        self._app = app
        self._rest_until = 0.0

    def step(self) -> bool:
        """Run a round when there is news; return whether there may be more to do at once."""
        if time.monotonic() < self._rest_until:
            return False
        with self._app.ledger.read() as connection:
            if not customers.is_due(connection):
                return False
        started = time.monotonic()
        customers.resolve(self._app.ledger, clock=self._app.clock)
        self._rest_until = time.monotonic() + REST * (time.monotonic() - started)
        return False
