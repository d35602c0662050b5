from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyin import act

BEIJING = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
OFFICE = act.WorkingHours(BEIJING)

moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 the zone is given beside it
amounts = st.integers(0, 60 * 200).map(lambda minutes: timedelta(minutes=minutes))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-23 09:00", 2, "2026-11-23 11:00"),
        ("2026-11-23 03:00", 2, "2026-11-23 11:00"),
        ("2026-11-23 20:00", 1, "2026-11-24 10:00"),
        ("2026-11-20 17:00", 2, "2026-11-23 10:00"),
        ("2026-11-21 12:00", 1, "2026-11-23 10:00"),
        ("2026-09-30 17:00", 2, "2026-10-08 10:00"),
        ("2026-10-09 17:00", 2, "2026-10-10 10:00"),
        ("2026-11-23 09:00", 9, "2026-11-23 18:00"),
    ],
    ids=["inside", "early", "late", "weekend", "on a weekend", "national day", "make-up day", "whole day"],
)
def test_working_time_is_added_where_people_work(start, hours, end):
    assert act.add_working_time(local(start), timedelta(hours=hours), OFFICE) == local(end)


@given(moments, amounts)
def test_added_time_is_the_time_between(start, amount):
    end = act.add_working_time(start, amount, OFFICE)
    assert act.working_time(start, end, OFFICE) == amount


@given(moments, amounts, amounts)
def test_adding_in_two_steps_is_adding_once(start, first, second):
    stepwise = act.add_working_time(act.add_working_time(start, first, OFFICE), second, OFFICE)
    together = act.add_working_time(start, first + second, OFFICE)
    assert act.working_time(min(stepwise, together), max(stepwise, together), OFFICE) == timedelta(0)


@given(moments, amounts)
def test_more_time_never_ends_earlier(start, amount):
    sooner = act.add_working_time(start, amount, OFFICE)
    assert act.add_working_time(start, amount + timedelta(minutes=1), OFFICE) > sooner >= start


@given(moments, moments)
def test_time_between_is_never_negative_nor_longer_than_the_clock(one, other):
    between = act.working_time(one, other, OFFICE)
    assert timedelta(0) <= between <= max(other - one, timedelta(0))


def test_clock_changes_do_not_make_hours():
    """The night in which New York loses an hour has one hour less to work in."""
    night_shift = act.WorkingHours(
        NEW_YORK,
        opens=datetime(2026, 3, 8, 1, tzinfo=UTC).time(),
        closes=datetime(2026, 3, 8, 5, tzinfo=UTC).time(),
        is_workday=lambda day: day == date(2026, 3, 8),
    )
    midnight = datetime(2026, 3, 8, tzinfo=NEW_YORK)
    worked = act.working_time(midnight, midnight + timedelta(days=1), night_shift)
    assert worked == timedelta(hours=3)


def test_calendar_without_working_days_is_an_error():
    never = act.WorkingHours(BEIJING, is_workday=lambda _day: False)
    with pytest.raises(ValueError, match="too little"):
        act.add_working_time(local("2026-11-23 09:00"), timedelta(hours=1), never)


def test_negative_time_is_an_error():
    with pytest.raises(ValueError, match="negative"):
        act.add_working_time(local("2026-11-23 09:00"), timedelta(hours=-1), OFFICE)
