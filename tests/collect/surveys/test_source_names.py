"""A survey's voices stand under its title, and under nobody else's."""

from __future__ import annotations

from datetime import UTC

from tests.collect.surveys.conftest import NPS, Open

from huiyin.collect import accept, find_source, surveys, validate
from huiyin.collect.sources import ensure_source
from huiyin.kit.clock import Clock
from huiyin.store.ledger import Ledger


def test_a_source_is_called_what_its_survey_is_called(opened: Open) -> None:
    assert opened().source_name == "回访"


def test_a_taken_name_gets_a_number(ledger: Ledger, clock: Clock, opened: Open) -> None:
    with ledger.write() as connection:
        for name in ("回访", "回访 · 3"):
            ensure_source(connection, name=name, channel="nps", taxonomy="automotive", now=clock())
    assert [opened().source_name for _ in range(2)] == ["回访 · 2", "回访 · 4"]


def test_a_draft_takes_its_new_title_unless_others_speak_under_the_old(ledger: Ledger, clock: Clock) -> None:
    with ledger.write() as connection:
        first, second = (
            surveys.create_survey(connection, NPS, taxonomy="automotive", clock=clock, by="t")
            for _ in range(2)
        )
        used = find_source(connection, "回访 · 2")
        assert used is not None
        said = [(0, {"external_id": "1", "text": "导入的一句话"})]
        accept(connection, used, validate(said, zone=UTC, received_at=clock())[0], received_at=clock())
        for survey in (first, second):
            surveys.change_survey(connection, survey, clock=clock, definition=NPS | {"title": "回访二"})
        assert [surveys.get_survey(connection, survey).source_name for survey in (first, second)] == [
            "回访二",
            "回访 · 2",
        ]
