"""Keeping identities up to date: who is new is compared at once, everybody anew each night."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from huiyin import customers
from huiyin.bootstrap import Installation
from huiyin.worker.resting import Rest

# A round may take a tenth of the time between rounds.
REST = 10.0
NIGHTLY = timedelta(hours=20)


class Knowing:
    """One look at the ledger; a round follows when it is due and the last one is paid for.

    What a round over everybody learnt is kept in memory, so a server that has just started begins with one.
    """

    def __init__(self, app: Installation) -> None:
        self._app = app
        self._rest = Rest(REST)
        self._learnt: tuple[datetime, customers.Learnt] | None = None

    def step(self) -> bool:
        """Run a round when there is news; return whether there may be more to do at once."""
        if not self._rest.is_over:
            return False
        with self._app.ledger.read() as connection:
            if not customers.is_due(connection):
                return False
            known = customers.latest_figures(connection)
        started = time.monotonic()
        self._round(known[0] if known else None)
        self._rest.follow(time.monotonic() - started)
        return False

    def _round(self, known: customers.Figures | None) -> None:
        now = self._app.clock()
        if self._learnt is None or known is None or self._is_old(now, known):
            _, learnt = customers.resolve_all(self._app.ledger, clock=self._app.clock)
            self._learnt = now, learnt
            return
        customers.follow(self._app.ledger, self._learnt[1], clock=self._app.clock)

    def _is_old(self, now: datetime, known: customers.Figures) -> bool:
        """What was learnt from a few says little of many more."""
        if self._learnt is None:
            return True
        at, learnt = self._learnt
        return now - at >= NIGHTLY or known.accounts > 2 * learnt.habits.accounts
