"""The demo's studies are coded, agree, run dry and show who dominates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert

from huiyin.bootstrap import Installation, installation
from huiyin.collect import interviews, wording
from huiyin.demo.studying import hold_studies
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.store.ledger import tables

LONG_AGO = datetime(2025, 11, 1, tzinfo=UTC)


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[Installation]:
    with installation(settings, clock=clock) as opened:
        rows = [
            {"external_id": f"C{place}", "attributes": {}, "created_at": LONG_AGO} for place in range(200)
        ]
        with opened.ledger.write() as connection:
            connection.execute(insert(tables.customer), rows)
        yield opened


def test_groups_and_interviews_say_what_was_written_into_them(app: Installation) -> None:
    groups, family = hold_studies(app)
    assert (groups.kind, family.kind) == (
        interviews.StudyKind.FOCUS_GROUP,
        interviews.StudyKind.INTERVIEW,
    )
    with app.ledger.read() as connection:
        assert interviews.themes_of(connection, family.id)[0].code.name == "空调异味"
        assert interviews.new_themes(connection, family.id).found.reached == 6
        agreement = interviews.agree(connection, family.id)
        first, second = interviews.conversations_of(connection, groups.id)
        loud = [
            [one.speaker.label for one in interviews.measure_dominance(connection, talk.id).people if one.is_dominant]
            for talk in (first, second)
        ]  # fmt: skip
    assert agreement.alpha.value is not None
    assert 0.8 < agreement.alpha.value < 1
    assert loud == [["P1"], []]


def test_the_guides_of_the_demo_ask_well(app: Installation) -> None:
    for study in hold_studies(app):
        linted = wording.lint_document(study.guide)
        assert [one.findings for one in linted if one.findings] == []
        coverage = wording.cover_goals(study.goals, [one.located.question for one in linted])
        assert all(coverage.served)


def test_coded_passages_are_opinions_of_customers(app: Installation) -> None:
    hold_studies(app)
    app.projector.catch_up()
    found = app.facts.query(
        "SELECT count(*) AS n FROM opinion WHERE channel = 'focus_group' AND confidence = 1.0 "
        "AND aspect = 'automotive.interior.storage' AND customer_id IS NOT NULL"
    )
    assert found.item() >= 4
