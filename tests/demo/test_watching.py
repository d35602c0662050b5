"""The demo's alert rules are valid and at work."""

from __future__ import annotations

from huiyin.bootstrap import Installation
from huiyin.demo import seeding
from huiyin.demo.watching import RULES, watch_as_a_team


def test_rules_stand_and_fire_nothing_over_silence(app: Installation) -> None:
    assert watch_as_a_team(app, seeding.ensure_admin(app)) == []
    with app.ledger.read() as connection:
        names = [row.name for row in connection.exec_driver_sql("SELECT name FROM alert_rule")]
    assert names == [rule.name for rule in RULES]


def test_rules_watch_aspects_that_exist(app: Installation) -> None:
    watched = [aspect for rule in RULES for aspect in rule.filters["aspect"]]
    assert [aspect for aspect in watched if aspect not in app.names] == []
