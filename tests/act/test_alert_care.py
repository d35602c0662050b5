"""Learned baselines, teams, quiet hours and escalation."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from huiyin import act
from huiyin.kit.errors import InvalidInputError

HOOK = act.Target(act.TargetKind.WEBHOOK, "https://hooks.example.com/a")
NIGHT = datetime(2026, 3, 2, 15, 30, tzinfo=UTC)


@pytest.fixture
def evaluate(ledger, facts, clock, letterhead):
    def run() -> list[act.Alert]:
        return act.evaluate_rules(ledger.write, facts.store, clock, letterhead=letterhead, minimum_n=5)

    return run


@pytest.fixture
def history(facts):
    """Eight weeks in which, at this place of the week, four of twenty customers complain."""
    for week in range(1, 9):
        for number in range(20):
            facts.speak(f"{week}-{number}", -1 if number < 4 else 1, hours_ago=7 * 24 * week + 1)


def _today(facts, complaining: int, content: int) -> None:
    for number in range(complaining + content):
        facts.speak(f"today-{number}", -1 if number < complaining else 1)


def test_a_usual_figure_does_not_fire_though_it_reaches_the_threshold(facts, history, make_rule, evaluate):
    make_rule(threshold=3, basis=act.AlertBasis.UNUSUAL)
    _today(facts, 5, 15)
    assert evaluate() == []


def test_an_unusual_figure_fires_and_says_what_is_usual(facts, history, make_rule, evaluate):
    make_rule(threshold=3, basis=act.AlertBasis.UNUSUAL)
    _today(facts, 18, 2)
    (alert,) = evaluate()
    assert alert.baseline is not None
    assert 3 < alert.baseline["expected"] < 5
    assert "往常约 4 位" in act.headline(alert)


def test_more_customers_make_more_complaints_usual(facts, history, make_rule, evaluate):
    make_rule(threshold=3, basis=act.AlertBasis.UNUSUAL, filters={"product": ["星途 X1"]})
    _today(facts, 18, 72)
    assert evaluate() == []


def test_nothing_is_unusual_before_four_weeks_were_heard(facts, make_rule, clock):
    rule = make_rule(threshold=3, basis=act.AlertBasis.UNUSUAL)
    _today(facts, 18, 2)
    trial = act.try_rule(facts.store, rule, now=clock(), minimum_n=5)
    assert not trial.would_fire
    assert trial.reading.baseline is not None
    assert not trial.reading.baseline.learned


def test_a_share_is_held_against_a_share(facts, history, make_rule, evaluate):
    make_rule(metric=act.AlertMetric.SHARE_NEGATIVE, threshold=0.1, basis=act.AlertBasis.UNUSUAL)
    _today(facts, 18, 2)
    (alert,) = evaluate()
    assert alert.baseline is not None
    assert 0.1 < alert.baseline["expected"] < 0.3


def test_in_quiet_hours_messages_wait_until_they_end(facts, make_rule, evaluate, ledger_write, clock):
    clock.now = NIGHT
    make_rule(targets=[HOOK], quiet_hours="22-8")
    for name in "abc":
        facts.speak(name)
    assert len(evaluate()) == 1
    with ledger_write() as connection:
        (told,) = act.list_notifications(connection)
    assert told.next_attempt_at == datetime(2026, 3, 3, 0, 0, tzinfo=UTC)


def test_the_team_of_a_rule_is_told(facts, make_rule, evaluate, ledger_write, analyst, clock):
    with ledger_write() as connection:
        act.add_team_target(connection, "售后", HOOK, by=analyst, clock=clock)
    make_rule(team="售后")
    for name in "abc":
        facts.speak(name)
    (alert,) = evaluate()
    assert alert.team == "售后"
    with ledger_write() as connection:
        (told,) = act.list_notifications(connection, alert_id=alert.id)
    assert told.target.address == HOOK.address


@pytest.fixture
def left(facts, make_rule, evaluate, ledger_write, analyst, clock) -> act.Alert:
    """An alert that nobody has taken for three hours."""
    with ledger_write() as connection:
        act.add_team_target(connection, "值班经理", HOOK, by=analyst, clock=clock)
    make_rule(escalate_hours=2, escalate_team="值班经理")
    for name in "abc":
        facts.speak(name)
    (alert,) = evaluate()
    clock.move(hours=3)
    return alert


def test_what_nobody_takes_goes_one_step_up_once(left, ledger_write, clock, letterhead):
    with ledger_write() as connection:
        (risen,) = act.escalate_alerts(connection, clock=clock, letterhead=letterhead)
        assert act.escalate_alerts(connection, clock=clock, letterhead=letterhead) == []
        (told,) = act.list_notifications(connection, alert_id=left.id)
    assert risen.escalated_at == clock()
    assert (told.content.event, told.target.address) == ("alert.escalated", HOOK.address)
    assert "2 小时无人认领" in told.content.subject


def test_what_somebody_took_does_not_rise(left, ledger_write, analyst, clock, letterhead):
    with ledger_write() as connection:
        act.change_alert(connection, left.id, by=analyst, clock=clock, state=act.AlertState.ACKNOWLEDGED)
        assert act.escalate_alerts(connection, clock=clock, letterhead=letterhead) == []


@pytest.mark.parametrize(
    ("field", "draft"),
    [
        ("quiet_hours", {"quiet_hours": "spät"}),
        ("quiet_hours", {"quiet_hours": "22-24"}),
        ("escalate_team", {"escalate_hours": 2}),
    ],
)
def test_what_cannot_be_meant_is_refused(make_rule, field, draft):
    with pytest.raises(InvalidInputError) as refused:
        make_rule(**draft)
    assert refused.value.field == field


def test_quiet_hours_can_be_taken_back(make_rule, ledger_write, clock):
    rule = make_rule(quiet_hours="22-8")
    with ledger_write() as connection:
        changed = act.change_rule(connection, rule.id, act.RuleChange(quiet_hours=""), clock=clock)
    assert changed.quiet_hours == ""
