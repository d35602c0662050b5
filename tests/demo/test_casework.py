"""The demo's inbox shows a case in every state, each about a customer whose voice it came from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

import pytest

from huiyin import act
from huiyin.bootstrap import Installation, installation
from huiyin.demo import WorldPlan, seeding
from huiyin.demo.casework import TROUBLES, take_on_cases
from huiyin.kit.settings import Settings

PLAN = WorldPlan(seed=5, voices=12_000, customers=3_000)


@pytest.fixture
def app(settings: Settings) -> Iterator[Installation]:
    noon = datetime.combine(PLAN.end, time(6), UTC)
    with installation(settings, clock=lambda: noon) as opened:
        seeding.seed_demo(opened, PLAN)
        opened.projector.catch_up()
        yield opened


def test_inbox_holds_every_state_and_knows_its_customers(app: Installation) -> None:
    cases = take_on_cases(app, seeding.ensure_admin(app))
    assert len(cases) == len(TROUBLES)
    assert {case.state for case in cases} == set(act.CaseState)
    assert all(case.customer_id for case in cases)
    assert len({case.feedback_id for case in cases}) == len(cases)
    assert [case.priority for case in cases if case.late(app.clock())].count(act.CasePriority.URGENT) == 1


def test_troubles_are_about_aspects_that_exist(app: Installation) -> None:
    assert [trouble.aspect for trouble in TROUBLES if trouble.aspect not in app.names] == []
