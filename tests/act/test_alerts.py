import pytest

from huiyin import act, stats


@pytest.fixture
def fired(ledger, facts, make_rule, clock, letterhead):
    """Four alerts of one rule without a cooldown: what it counts doubles each time."""
    make_rule(cooldown_hours=0)
    alerts = []
    for count in (3, 3, 6, 12):
        for number in range(count):
            facts.speak(f"{count}{len(alerts)}{number}")
        alerts += act.evaluate_rules(ledger.write, facts.store, clock, letterhead=letterhead, minimum_n=5)
        clock.move(minutes=1)
    return alerts


@pytest.fixture
def connection(ledger, fired):
    """Opened only after the alerts fired, because there is one writer at a time."""
    with ledger.write() as connection:
        yield connection


def test_alerts_are_listed_newest_first(connection, fired):
    assert [alert.id for alert in act.list_alerts(connection)] == [4, 3, 2, 1]


def test_alert_moves_on_and_leaves_the_open_list(connection, fired, analyst, clock):
    resolved = act.change_alert(
        connection, fired[0].id, by=analyst, clock=clock, state=act.AlertState.RESOLVED
    )
    assert (resolved.state, resolved.updated_by) == (act.AlertState.RESOLVED, "li.na")
    assert len(act.list_alerts(connection, states=[act.AlertState.OPEN])) == 3


def test_precision_is_the_share_of_judged_alerts_called_useful(connection, fired, analyst, clock):
    for alert, useful in zip(fired[:3], [True, False, True], strict=True):
        act.change_alert(connection, alert.id, by=analyst, clock=clock, useful=useful)
    assert act.rule_precision(connection) == {fired[0].rule_id: stats.wilson(2, 3)}


def test_judgement_can_be_taken_back(connection, fired, analyst, clock):
    act.change_alert(connection, fired[0].id, by=analyst, clock=clock, useful=True)
    act.change_alert(connection, fired[0].id, by=analyst, clock=clock, forget_useful=True)
    assert act.rule_precision(connection) == {}


def test_unknown_alert_is_not_found(connection, analyst, clock):
    with pytest.raises(act.AlertNotFoundError):
        act.change_alert(connection, 404, by=analyst, clock=clock, useful=True)
