from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huiyin import act, stats

HOOK = act.Target(act.TargetKind.WEBHOOK, "https://hooks.example.com/a")
MAIL = act.Target(act.TargetKind.EMAIL, "voc@example.com")


@pytest.fixture
def evaluate(ledger, facts, clock, letterhead):
    def run() -> list[act.Alert]:
        return act.evaluate_rules(ledger.write, facts.store, clock, letterhead=letterhead, minimum_n=5)

    return run


def test_rule_fires_when_enough_customers_complain(facts, make_rule, evaluate):
    rule = make_rule()
    for name in "abc":
        facts.speak(name)
    (alert,) = evaluate()
    assert (alert.rule_id, alert.state) == (rule.id, act.AlertState.OPEN)
    assert alert.estimate == stats.poisson_count(3)


def test_one_loud_customer_counts_once(facts, make_rule, evaluate):
    make_rule()
    for _ in range(10):
        facts.speak("a")
    assert evaluate() == []


def test_praise_does_not_count_as_complaint(facts, make_rule, evaluate):
    make_rule()
    for name in "abcd":
        facts.speak(name, sentiment=1)
    assert evaluate() == []


def test_voices_outside_window_or_filters_do_not_count(facts, make_rule, evaluate):
    make_rule(filters={"aspect": ["automotive.comfort"], "channel": ["social"]})
    facts.speak("a", hours_ago=25)
    facts.speak("b", aspect="automotive.price")
    facts.speak("c", channel="review")
    facts.speak("d")
    facts.speak("e")
    assert evaluate() == []


def test_days_in_the_filters_give_way_to_the_moving_window(facts, make_rule, evaluate):
    make_rule(filters={"from": "2020-01-01", "to": "2020-01-02"})
    for name in "abc":
        facts.speak(name)
    assert len(evaluate()) == 1


def test_voices_metric_counts_messages(facts, make_rule, evaluate):
    make_rule(metric=act.AlertMetric.VOICES, threshold=4, filters={})
    for _ in range(4):
        facts.speak("a", sentiment=1)
    (alert,) = evaluate()
    assert alert.estimate.value == 4


def test_share_needs_the_minimum_n(facts, make_rule, evaluate):
    make_rule(metric=act.AlertMetric.SHARE_NEGATIVE, threshold=0.5)
    for name in "abcd":
        facts.speak(name)
    assert evaluate() == []
    facts.speak("e", sentiment=1)
    (alert,) = evaluate()
    assert alert.estimate == stats.wilson(4, 5)


def test_alert_quotes_different_customers_newest_first(facts, make_rule, evaluate):
    make_rule(threshold=6)
    for hours, name in enumerate("abcdefg", start=1):
        facts.speak(name, hours_ago=hours)
    newest = facts.speak("a", hours_ago=0.5)
    (alert,) = evaluate()
    assert len(alert.verbatims) == 5
    assert alert.verbatims[0]["id"] == newest
    assert len({verbatim["text"] for verbatim in alert.verbatims}) == 5


def test_every_target_is_told_in_the_same_transaction(facts, make_rule, evaluate, ledger_write):
    make_rule(targets=[HOOK, MAIL])
    for name in "abc":
        facts.speak(name)
    (alert,) = evaluate()
    with ledger_write() as connection:
        told = act.list_notifications(connection, alert_id=alert.id)
    assert {each.target for each in told} == {HOOK, MAIL}
    assert {each.content.event for each in told} == {"alert.fired"}
    assert told[0].content.data["estimate"]["value"] == 3


def test_disabled_and_removed_rules_are_silent(facts, make_rule, evaluate, ledger_write, clock):
    make_rule(enabled=False)
    removed = make_rule()
    with ledger_write() as connection:
        act.remove_rule(connection, removed.id, clock=clock)
    for name in "abc":
        facts.speak(name)
    assert evaluate() == []


def test_no_repeat_within_the_cooldown_though_it_grows(facts, make_rule, evaluate, clock):
    make_rule(cooldown_hours=12)
    for name in "abc":
        facts.speak(name)
    assert len(evaluate()) == 1
    for name in "defg":
        facts.speak(name)
    clock.move(hours=11, minutes=59)
    assert evaluate() == []
    clock.move(minutes=1)
    assert len(evaluate()) == 1


def test_what_goes_on_is_told_once(facts, make_rule, evaluate, clock):
    make_rule(cooldown_hours=1)
    for name in "abc":
        facts.speak(name)
    assert len(evaluate()) == 1
    clock.move(hours=2)
    facts.speak("d")
    assert evaluate() == []


def test_what_comes_back_is_told_again(facts, make_rule, evaluate, clock):
    make_rule(cooldown_hours=1)
    for name in "abc":
        facts.speak(name)
    assert len(evaluate()) == 1
    clock.move(hours=48)
    assert evaluate() == []
    for name in "abc":
        facts.speak(name)
    assert len(evaluate()) == 1


def test_processes_that_see_the_same_crossing_fire_once(facts, make_rule, evaluate):
    make_rule()
    for name in "abc":
        facts.speak(name)
    with ThreadPoolExecutor(4) as pool:
        fired = [alert for alerts in pool.map(lambda _: evaluate(), range(8)) for alert in alerts]
    assert len(fired) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(cooldown=st.integers(0, 48), minutes=st.lists(st.integers(0, 60 * 30), min_size=1, max_size=8))
def test_cooldown_is_never_violated(ledger, facts, make_rule, evaluate, clock, cooldown, minutes):
    rule = make_rule(cooldown_hours=cooldown, window_hours=24 * 90, filters={})
    for name in "abc":
        facts.speak(name, hours_ago=0)
    moments = []
    for step in minutes:
        clock.move(minutes=step)
        moments += [alert.fired_at for alert in evaluate() if alert.rule_id == rule.id]
    with ledger.write() as connection:
        act.remove_rule(connection, rule.id, clock=clock)
    assert moments
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert all(gap >= timedelta(hours=cooldown) for gap in gaps)


def test_trying_a_rule_tells_what_it_would_do_and_changes_nothing(facts, make_rule, ledger_write, clock):
    rule = make_rule()
    for name in "abc":
        facts.speak(name)
    trial = act.try_rule(facts.store, rule, now=clock(), minimum_n=5)
    assert (trial.would_fire, trial.cooling_down) == (True, False)
    with ledger_write() as connection:
        assert act.list_alerts(connection) == []
        assert act.get_rule(connection, rule.id).last_fired_at is None


def test_trial_message_is_marked_as_a_test(facts, make_rule, ledger_write, clock, letterhead):
    rule = make_rule(targets=[HOOK])
    trial = act.try_rule(facts.store, rule, now=clock(), minimum_n=5)
    with ledger_write() as connection:
        assert act.tell_trial(connection, rule, trial, clock=clock, letterhead=letterhead) == 1
        (told,) = act.list_notifications(connection)
    assert told.content.event == "alert.test"
    assert "测试" in told.content.subject
