"""Quiet hours: what happens in them is kept, and told when they end."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from huiyin.kit.errors import InvalidInputError

_WRITTEN = re.compile(r"\s*(\d{1,2})\s*-\s*(\d{1,2})\s*")
_DAY = 24


def parse_quiet_hours(written: str) -> tuple[int, int]:
    """Return the first quiet hour and the first that is quiet no more; raises `InvalidInputError`.

    >>> parse_quiet_hours("22-8")
    (22, 8)
    """
    found = _WRITTEN.fullmatch(written)
    begins, ends = (int(found[1]), int(found[2])) if found else (0, 0)
    if begins == ends or max(begins, ends) >= _DAY:
        raise InvalidInputError(
            "the quiet hours cannot be read", field="quiet_hours", expected="two hours such as 22-8"
        )
    return begins, ends


def quiet_until(now: datetime, written: str, zone: ZoneInfo) -> datetime:
    """Return when somebody may be told, aware UTC: `now` itself outside the quiet hours.

    >>> quiet_until(datetime(2026, 9, 1, 15, 30, tzinfo=UTC), "22-8", ZoneInfo("Asia/Shanghai")).isoformat()
    '2026-09-02T00:00:00+00:00'
    """
    if not written:
        return now
    begins, ends = parse_quiet_hours(written)
    local = now.astimezone(zone)
    if (local.hour - begins) % _DAY >= (ends - begins) % _DAY:
        return now
    day = local.date() + timedelta(days=ends <= local.hour)
    return datetime.combine(day, time(ends), zone).astimezone(UTC)
