"""What the clock asks of a running server: late cases are marked, robots are reached."""

from __future__ import annotations

import pytest
from tests.clocks import MovingClock

from huiyin import act
from huiyin.bootstrap import Installation
from huiyin.kit.settings import Settings
from huiyin.worker.delivery import transports
from huiyin.worker.duties import escalate, judge


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


def test_late_case_is_marked_once_and_pages_are_told(app: Installation, clock: MovingClock) -> None:
    policy = act.ServicePolicy(act.WorkingHours(app.settings.zone), act.DEFAULT_LEVELS)
    with app.ledger.write() as connection:
        draft = act.CaseDraft("异味投诉", "小周", priority=act.CasePriority.URGENT)
        case = act.open_case(connection, draft, policy=policy, by="huiyin", clock=clock)
    assert escalate(app) is False
    clock.move(days=2)
    for _ in range(2):
        escalate(app)
    with app.ledger.read() as connection:
        kinds = [event.kind for event in act.case_history(connection, case.id)]
    assert kinds == ["opened", "escalated"]


def test_nothing_due_is_nothing_judged(app: Installation) -> None:
    assert judge(app) is False


def test_every_robot_has_a_transport_and_mail_only_with_a_server(settings: Settings) -> None:
    robots = {
        act.TargetKind.WEBHOOK,
        act.TargetKind.DINGTALK,
        act.TargetKind.FEISHU,
        act.TargetKind.WECOM,
        act.TargetKind.SLACK,
    }
    assert set(transports(settings)) == robots
    with_mail = settings.model_copy(update={"smtp_host": "mail.example.com"})
    assert set(transports(with_mail)) == set(act.TargetKind)
