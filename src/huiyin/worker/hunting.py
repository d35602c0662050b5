"""Hunting: opportunities, rivals and moves are looked for before anybody opens their page, and anew as the facts move."""

from __future__ import annotations

import time

from huiyin.bootstrap import Installation
from huiyin.understand import Context, Filters, freshness, opportunities, windowed
from huiyin.worker.resting import Rest, facts_stand

# A look may take a hundredth of the time between looks; nobody may ever ask.
REST = 100.0


class Hunting:
    """One look at the window that the page opens with; its queries stay answered until the facts change."""

    def __init__(self, app: Installation, *, rest: float = REST) -> None:
        self._app = app
        self._rest = Rest(rest)
        self._looked_at = -1

    def step(self) -> bool:
        """Look once if the facts have moved and stand; never asks to be called again at once."""
        watermark = self._app.facts.watermark()
        if watermark is None or not self._is_due(watermark.revision):
            return False
        self._looked_at = watermark.revision
        started = time.monotonic()
        self._look()
        self._rest.follow(time.monotonic() - started)
        return False

    def _is_due(self, revision: int) -> bool:
        return revision != self._looked_at and self._rest.is_over and facts_stand(self._app, revision)

    def _look(self) -> None:
        app = self._app
        context = Context(app.facts, app.names, app.settings.minimum_n)
        today = app.clock().astimezone(app.settings.zone).date()
        filters = windowed(Filters(), freshness(app.facts), today)
        with app.ledger.read() as connection:
            opportunities.find_opportunities(context, connection, filters)
        opportunities.find_rivals(context, filters, ())
        opportunities.find_switching(context, filters)
