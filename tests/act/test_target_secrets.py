"""Addresses of robots and keys of hooks: sealed in the ledger, shown in part, opened by whoever has the key."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select, update

from huiyin import act
from huiyin.act import reports
from huiyin.bootstrap import open_ledger_of
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import KEY_FILE, tables_act, tables_reports, tables_teamwork

TOKEN, SECRET = "9f1c55e0b7d24a63a7c2", "SEC-öffne-dich-7731"
ROBOT = act.Target(act.TargetKind.DINGTALK, f"https://robot.example.com/send?access_token={TOKEN}", SECRET)
MAIL = act.Target(act.TargetKind.EMAIL, "qa@example.com")
CONTENT = act.Content("alert.fired", "s", {}, "t", "t", "t")
ZONE = ZoneInfo("Asia/Shanghai")
TABLES = (tables_act.alert_rule, tables_reports.report, tables_teamwork.team_target, tables_act.notification)


@pytest.fixture
def told(ledger, make_rule, analyst, clock):
    """One target everywhere: in a rule, a report, a team and the outbox; returns the rule."""
    rule = make_rule(targets=[ROBOT, MAIL])
    draft = reports.ReportDraft("周报", "品质", {}, targets=(ROBOT,))
    with ledger.write() as connection:
        reports.save_report(connection, draft, by=analyst, clock=clock, zone=ZONE)
        act.add_team_target(connection, "品质", ROBOT, by=analyst, clock=clock)
        act.enqueue(connection, ROBOT, CONTENT, clock=clock)
    return rule


def everywhere(ledger) -> list[act.Target]:
    with ledger.read() as connection:
        rule, saved = act.list_rules(connection)[0], reports.list_reports(connection)[0]
        return [
            rule.targets[0],
            saved.targets[0],
            act.list_team_targets(connection)[0].target,
            act.list_notifications(connection)[0].target,
        ]


def rows(ledger) -> str:
    with ledger.read() as connection:
        return str([list(connection.execute(select(table))) for table in TABLES])


def spill(ledger) -> None:
    """Put the targets back as an earlier version kept them."""
    plain = {"kind": ROBOT.kind.value, "address": ROBOT.address, "secret": ROBOT.secret}
    with ledger.write() as connection:
        for table in TABLES[:2]:
            connection.execute(update(table).values(targets=[plain]))
        for table in TABLES[2:]:
            connection.execute(update(table).values(address=ROBOT.address, secret=ROBOT.secret))


def test_no_token_and_no_key_is_in_the_files_and_all_are_still_usable(ledger, settings, told):
    assert everywhere(ledger) == [ROBOT] * 4
    for secret in (TOKEN, SECRET):
        assert secret not in rows(ledger)
        assert not any(
            secret.encode() in file.read_bytes() for file in settings.home.rglob("*") if file.is_file()
        )


def test_those_of_an_older_ledger_are_sealed_when_it_is_opened(ledger, settings, told):
    spill(ledger)
    assert TOKEN in rows(ledger)
    open_ledger_of(settings).close()
    assert TOKEN not in rows(ledger)
    assert SECRET not in rows(ledger)
    assert everywhere(ledger) == [ROBOT] * 4


def test_mail_addresses_stay_readable_for_whoever_must_erase_them(ledger, told):
    assert MAIL.address in rows(ledger)


def test_an_address_is_shown_in_part_and_known_again_by_it(ledger, told, clock):
    shown = act.Target(ROBOT.kind, act.shown_address(ROBOT))
    assert shown.address == f"https://robot.example.com/…{TOKEN[-4:]}"
    with ledger.write() as connection:
        changed = act.change_rule(connection, told.id, act.RuleChange(targets=[shown]), clock=clock)
    assert changed.targets == (ROBOT,)


def test_an_address_that_was_only_shown_cannot_be_entered_elsewhere(ledger, analyst, clock):
    shown = replace(ROBOT, address=act.shown_address(ROBOT))
    with ledger.write() as connection, pytest.raises(InvalidInputError, match="in part"):
        act.add_team_target(connection, "品质", shown, by=analyst, clock=clock)


def test_a_lost_key_is_said_by_the_delivery_and_nothing_else_breaks(ledger, settings, told, clock):
    (settings.home / KEY_FILE).write_bytes(Fernet.generate_key())
    moved = open_ledger_of(settings)
    assert {act.shown_address(target) for target in everywhere(moved)} == {"…"}
    report = act.deliver_due(moved.write, {}, clock)
    assert report.retried == 1
    with moved.read() as connection:
        assert "another key" in str(act.list_notifications(connection)[0].last_error)
    with moved.write() as connection:
        act.enqueue(connection, act.list_rules(connection)[0].targets[0], CONTENT, clock=clock)
        changed = act.change_rule(connection, told.id, act.RuleChange(targets=[ROBOT]), clock=clock)
    assert changed.targets == (ROBOT,)
    moved.close()


def test_a_new_first_key_seals_anew_what_the_old_one_sealed(ledger, settings, told):
    file, fresh = settings.home / KEY_FILE, Fernet.generate_key()
    file.write_bytes(fresh + b"\n" + file.read_bytes())
    open_ledger_of(settings).close()
    file.write_bytes(fresh)
    moved = open_ledger_of(settings)
    assert everywhere(moved) == [ROBOT] * 4
    moved.close()
