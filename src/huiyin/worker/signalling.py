"""Signalling: the facts are looked at again and again, and what is unusual reaches the pages."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from huiyin.bootstrap import Installation
from huiyin.understand import Event, signals
from huiyin.worker.resting import Rest, facts_stand

_CATCH_UP_STEP = timedelta(days=3)
_CATCH_UP_MOST = 30
# A look may take a twentieth of the time between looks: where very much is read, looks are seldom.
_REST = 20.0


class Signalling:
    """One look a round. The first rounds look back, so that a new installation knows what led up to today."""

    def __init__(self, app: Installation) -> None:
        self._app = app
        self._due: list[datetime] = []
        self._looked_at = -1
        self._rest = Rest(_REST)

    def step(self) -> bool:
        """Look once if the facts have moved; return whether a look into the past is still due."""
        watermark = self._app.facts.watermark()
        if watermark is None or not self._is_due(watermark.revision):
            return False
        if not self._due:
            self._due = self._moments()
            self._looked_at = watermark.revision
        started = time.monotonic()
        self._look(self._due.pop(0))
        self._rest.follow(time.monotonic() - started)
        return bool(self._due)

    def _is_due(self, revision: int) -> bool:
        if self._due:
            return True
        return revision != self._looked_at and self._rest.is_over and facts_stand(self._app, revision)

    def _moments(self) -> list[datetime]:
        with self._app.ledger.read() as connection:
            last = signals.last_look(connection)
        return signals.moments(last, self._app.clock(), step=_CATCH_UP_STEP, most=_CATCH_UP_MOST)

    def _look(self, at: datetime) -> None:
        app = self._app
        for signal in signals.refresh_signals(app.facts, app.names, app.ledger.read, app.ledger.write, at):
            if signal.first_seen_at == at:
                zh, en = signals.title(signal, app.names)
                app.hub.publish(
                    Event("signal", {"id": signal.id, "zh": zh, "en": en, "crisis": signal.crisis})
                )
