"""An open survey in an empty ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from huiyin.collect import surveys
from huiyin.kit.clock import Clock
from huiyin.store.ledger import Ledger

NPS = {
    "title": "回访",
    "elements": [
        {"type": "rating", "name": "score", "title": "推荐？", "metric": "nps", "isRequired": True},
        {"type": "comment", "name": "why", "title": "原因？"},
    ],
}
Open = Callable[..., surveys.Survey]


@pytest.fixture
def opened(ledger: Ledger, clock: Clock) -> Open:
    """Open a survey with this definition and these options."""

    def make(definition: dict[str, Any] = NPS, **options: Any) -> surveys.Survey:
        with ledger.write() as connection:
            survey_id = surveys.create_survey(
                connection, definition, taxonomy="automotive", clock=clock, by="t", **options
            )
            surveys.change_survey(connection, survey_id, clock=clock, state=surveys.SurveyState.OPEN)
            return surveys.get_survey(connection, survey_id)

    return make
