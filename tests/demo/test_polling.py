"""The demo's survey says what was written into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert

from huiyin.bootstrap import Installation, installation
from huiyin.collect import surveys
from huiyin.demo.polling import hold_survey
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.store.ledger import tables

SEGMENTS = ("首购家庭", "增换购", "网约车/运营")


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[Installation]:
    with installation(settings, clock=clock) as opened:
        began = datetime(2025, 11, 1, tzinfo=UTC)
        rows = [
            {"external_id": f"C{n}", "segment": SEGMENTS[n % 3], "attributes": {}, "created_at": began}
            for n in range(900)
        ]
        with opened.ledger.write() as connection:
            connection.execute(insert(tables.customer), rows)
        yield opened


def test_kano_maxdiff_weights_and_cross_tables_find_what_was_planted(app: Installation) -> None:
    complete = hold_survey(app, seed=7)
    with app.ledger.read() as connection:
        survey = surveys.list_surveys(connection)[0]
        sheets = surveys.read_sheets(connection, survey)
        margins = surveys.customer_margins(connection, ["segment"])
    assert len(sheets) == complete > 200
    found = {question.name: question for question in surveys.question_results(survey.definition, sheets)}
    classes = {item.value: item.kano.leading for item in found["features"].items if item.kano}
    assert classes == {"filter": "M", "park": "A", "massage": "I", "route": "O"}
    assert [item.value for item in found["wanted"].items][:2] == ["winter", "odour"]
    weighting = surveys.weigh(survey.definition, sheets, margins)
    assert 1.01 < weighting.design_effect < 1.5
    crossing = surveys.cross_tables(survey.definition, sheets, "use")
    assert next(table.q for table in crossing.tables if table.name == "parts.range") < 0.05
