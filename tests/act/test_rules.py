import pytest
from sqlalchemy import update

from huiyin import act
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_act import alert_rule

HOOK = act.Target(act.TargetKind.WEBHOOK, "https://hooks.example.com/a", "whsec-12345")


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        ({"name": " "}, "name"),
        ({"window_hours": 0}, "window_hours"),
        ({"cooldown_hours": -1}, "cooldown_hours"),
        ({"threshold": 0}, "threshold"),
        ({"threshold": float("nan")}, "threshold"),
        ({"metric": act.AlertMetric.SHARE_NEGATIVE, "threshold": 30}, "threshold"),
        ({"filters": {"sentiment": ["bad"]}}, "filters.sentiment"),
        ({"targets": [HOOK, act.Target(act.TargetKind.EMAIL, "no mailbox")]}, "targets.1.address"),
        ({"targets": [act.Target(act.TargetKind.WEBHOOK, "file:///etc/passwd")]}, "targets.0.address"),
        ({"targets": [act.Target(act.TargetKind.WEBHOOK, "http://[broken")]}, "targets.0.address"),
        ({"filters": {"channel": ["微博"]}}, "channel"),
        ({"targets": [act.Target(act.TargetKind.EMAIL, "a@b.c\nBcc: x@y.z")]}, "targets.0.address"),
    ],
)
def test_broken_rule_names_the_field(make_rule, broken, field):
    with pytest.raises(InvalidInputError) as caught:
        make_rule(**broken)
    assert caught.value.field == field


def test_change_touches_only_what_is_given(make_rule, ledger_write, clock):
    rule = make_rule(targets=[HOOK])
    with ledger_write() as connection:
        changed = act.change_rule(connection, rule.id, act.RuleChange(threshold=9), clock=clock)
    assert (changed.threshold, changed.name, changed.targets) == (9, rule.name, (HOOK,))


def test_target_named_again_keeps_its_secret(make_rule, ledger_write, clock):
    rule = make_rule(targets=[HOOK])
    again = act.Target(HOOK.kind, HOOK.address)
    with ledger_write() as connection:
        changed = act.change_rule(connection, rule.id, act.RuleChange(targets=[again]), clock=clock)
    assert changed.targets == (HOOK,)


def test_changed_rule_is_checked_too(make_rule, ledger_write, clock):
    rule = make_rule()
    share = act.RuleChange(metric=act.AlertMetric.SHARE_NEGATIVE)
    with ledger_write() as connection, pytest.raises(InvalidInputError):
        act.change_rule(connection, rule.id, share, clock=clock)


def test_rule_with_a_channel_of_before_can_be_muted_but_not_given_another(make_rule, ledger_write, clock):
    rule = make_rule()
    with ledger_write() as connection:
        kept = update(alert_rule).where(alert_rule.c.id == rule.id).values(filters={"channel": ["weibo"]})
        connection.execute(kept)
        assert not act.change_rule(connection, rule.id, act.RuleChange(enabled=False), clock=clock).enabled
        with pytest.raises(InvalidInputError, match="unknown channel"):
            act.change_rule(connection, rule.id, act.RuleChange(filters={"channel": ["weixin"]}), clock=clock)


def test_removed_rule_is_gone(make_rule, ledger_write, clock):
    rule = make_rule()
    with ledger_write() as connection:
        act.remove_rule(connection, rule.id, clock=clock)
        assert act.list_rules(connection) == []
        with pytest.raises(act.RuleNotFoundError):
            act.get_rule(connection, rule.id)
