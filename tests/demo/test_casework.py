"""The demo's inbox shows a case in every state, each about a customer whose voice it came from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

import pytest

from huiyin import act
from huiyin.act import programme
from huiyin.bootstrap import Installation, installation
from huiyin.demo import WorldPlan, seeding
from huiyin.demo.casework import TROUBLES, take_on_cases
from huiyin.demo.routine import everyday_troubles
from huiyin.kit.settings import Settings
from huiyin.stats import Verdict

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


def test_departments_have_figures_of_their_own(app: Installation) -> None:
    take_on_cases(app, seeding.ensure_admin(app), (*TROUBLES, *everyday_troubles()))
    since = app.clock() - timedelta(days=90)
    with app.ledger.read() as connection:
        found = programme.read_departments(connection, since=since, now=app.clock(), minimum_n=30)
    told = {each.team: each for each in found}
    for team in {trouble.team for trouble in everyday_troubles()}:
        assert told[team].in_time.verdict is Verdict.OK
        assert told[team].content.verdict is Verdict.OK
    assert told["服务运营部"].in_time.value < told["商城客服"].in_time.value


def test_troubles_are_about_aspects_that_exist(app: Installation) -> None:
    assert [
        trouble.aspect for trouble in (*TROUBLES, *everyday_troubles()) if trouble.aspect not in app.names
    ] == []
