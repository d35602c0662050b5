"""Time that counts: the hours in which a team works, for clocks that a customer's case runs against."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

# Nobody plans further ahead, and a calendar without any working day must not be searched for ever.
_HORIZON_DAYS = 3660


def chinese_workday(day: date) -> bool:
    """Return whether people in mainland China work on that day, public holidays and make-up days included.

    >>> chinese_workday(date(2026, 10, 5)), chinese_workday(date(2026, 10, 10))
    (False, True)
    """
    return bool(_calendar().is_working_day(day))


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """One span of the day in one zone, on the days for which `is_workday` says so."""

    zone: ZoneInfo
    opens: time = time(9)
    closes: time = time(18)
    is_workday: Callable[[date], bool] = chinese_workday


def add_working_time(start: datetime, amount: timedelta, hours: WorkingHours) -> datetime:
    """Return when `amount` of working time after `start` has passed, aware UTC.

    Raises ValueError for a negative amount, or where ten years hold too little working time.

    >>> office = WorkingHours(ZoneInfo("Asia/Shanghai"))
    >>> friday_5pm = datetime(2026, 11, 20, 9, tzinfo=UTC)
    >>> add_working_time(friday_5pm, timedelta(hours=2), office).isoformat()
    '2026-11-23T02:00:00+00:00'
    """
    if amount < timedelta(0):
        raise ValueError(f"the amount {amount} is negative")
    left = amount
    for opens, closes in _spans(start, hours):
        begins = max(opens, start)
        if closes - begins >= left:
            return (begins + left).astimezone(UTC)
        left -= max(closes - begins, timedelta(0))
    raise ValueError("the calendar holds too little working time")


def working_time(start: datetime, end: datetime, hours: WorkingHours) -> timedelta:
    """Return the working time between two moments, zero where `end` is not later."""
    total = timedelta(0)
    for opens, closes in _spans(start, hours):
        if opens >= end:
            break
        total += max(min(closes, end) - max(opens, start), timedelta(0))
    return total


def _spans(start: datetime, hours: WorkingHours) -> Iterator[tuple[datetime, datetime]]:
    """Yield the working spans from the day of `start` on, in UTC so that differences are true durations."""
    first = start.astimezone(hours.zone).date()
    for offset in range(_HORIZON_DAYS):
        day = first + timedelta(days=offset)
        if hours.is_workday(day):
            yield (
                datetime.combine(day, hours.opens, hours.zone).astimezone(UTC),
                datetime.combine(day, hours.closes, hours.zone).astimezone(UTC),
            )


@cache
def _calendar() -> holidays.HolidayBase:
    return holidays.country_holidays("CN")
