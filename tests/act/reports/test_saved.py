"""Saved reports and their times."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from huiyin import act
from huiyin.act import reports
from huiyin.kit.errors import InvalidInputError

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("schedule", "after", "expected"),
    [
        (reports.Schedule(reports.Cadence.DAILY, hour=8), "2026-03-02T00:00", "2026-03-03T00:00"),
        (reports.Schedule(reports.Cadence.DAILY, hour=8), "2026-03-01T23:59", "2026-03-02T00:00"),
        (reports.Schedule(reports.Cadence.WEEKLY, 1, 9), "2026-03-02T01:00", "2026-03-09T01:00"),
        (reports.Schedule(reports.Cadence.WEEKLY, 7, 0), "2026-03-02T01:00", "2026-03-07T16:00"),
    ],
)
def test_next_run_is_strictly_later_in_local_time(schedule, after, expected):
    found = reports.next_run(schedule, datetime.fromisoformat(after).replace(tzinfo=UTC), SHANGHAI)
    assert found == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_never_has_no_next_run():
    assert reports.next_run(reports.Schedule(), datetime(2026, 3, 2, tzinfo=UTC), SHANGHAI) is None


def test_secret_of_a_target_named_again_is_kept(make_report, ledger, clock, letterhead):
    target = act.Target(act.TargetKind.DINGTALK, "https://robot.example.com", "SEC-1234567")
    saved = make_report(target)
    again = reports.ReportDraft("新名字", targets=(act.Target(target.kind, target.address),))
    with ledger.write() as connection:
        changed = reports.change_report(connection, saved.id, again, clock=clock, zone=letterhead.zone)
    assert (changed.name, changed.targets) == ("新名字", (target,))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "  "}, "name"),
        ({"schedule": reports.Schedule(hour=24)}, "schedule.hour"),
        ({"schedule": reports.Schedule(weekday=0)}, "schedule.weekday"),
        ({"filters": {"colour": "red"}}, "filters"),
    ],
)
def test_impossible_report_is_refused_by_field(make_report, changes, field):
    with pytest.raises(InvalidInputError) as refused:
        make_report(**changes)
    assert refused.value.field == field


def test_removed_report_is_never_due(make_report, ledger, clock):
    saved = make_report()
    clock.move(days=8)
    with ledger.write() as connection:
        assert reports.list_reports(connection, due_at=clock()) == [saved]
        reports.remove_report(connection, saved.id, clock=clock)
        assert reports.list_reports(connection, due_at=clock()) == []
        assert reports.list_reports(connection) == []
