"""Second opinions in the background: a few unsure opinions after the other, until the day's number is reached."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from huiyin.analyse.language_model import LanguageModelBudgetError, LanguageModelError
from huiyin.bootstrap import Installation
from huiyin.text import signature
from huiyin.understand import hard_cases

log = logging.getLogger(__name__)
# A model that does not answer, or has spent its day, is left alone for a while.
REST = timedelta(minutes=10)


class Judging:
    """One round: the next few opinions of the day."""

    def __init__(self, app: Installation) -> None:
        self._app = app
        self._from: datetime | None = None

    def step(self) -> bool:
        """Ask about a few opinions; return whether there may be more."""
        app, now = self._app, self._app.clock()
        model = app.language_model
        if model is None or not app.settings.language_model_hard_cases or app.projector.renewal is not None:
            return False
        if self._from is not None and now < self._from:
            return False
        left = self._left(now)
        if left <= 0:
            return False
        try:
            judged = hard_cases.judge_next(
                model,
                app.facts,
                app.ledger,
                app.taxonomies.current(),
                analyser=signature(app.analyser),
                now=now,
                most=left,
            )
        except (LanguageModelError, LanguageModelBudgetError) as error:
            log.warning("no second opinions for now: %s", error)
            self._from = now + REST
            return False
        return judged.asked > 0 and judged.asked < left

    def _left(self, now: datetime) -> int:
        app = self._app
        with app.ledger.read() as connection:
            today = hard_cases.judged_today(connection, now, app.settings.zone)
        return app.settings.language_model_hard_cases - today
