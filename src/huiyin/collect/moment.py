"""Reading the times that people and systems write into files."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo

_CHINESE = re.compile(
    r"(\d{4})年(\d{1,2})月(\d{1,2})日?(?:\s*(上午|下午|晚上)?\s*(\d{1,2})[:时点](?:(\d{1,2})分?)?(?::?(\d{1,2})秒?)?)?"
)
_NUMERIC = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?)?"
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
EXPECTED = "a time such as 2026-03-05 14:30, 2026-03-05T14:30:00+08:00, 2026/3/5 or 2026年3月5日"


def parse_moment(value: object, zone: tzinfo) -> datetime:
    """Return the aware UTC time that `value` means; a value without zone is read in `zone`.

    Raises ValueError when the value is no time.

    >>> from zoneinfo import ZoneInfo
    >>> parse_moment("2026年3月5日 下午2:30", ZoneInfo("Asia/Shanghai")).isoformat()
    '2026-03-05T06:30:00+00:00'
    """
    moment = value if isinstance(value, datetime) else _parse_text(str(value).strip())
    local = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment
    return local.astimezone(UTC)


def _parse_text(text: str) -> datetime:
    if _EPOCH.fullmatch(text):
        seconds = float(text)
        return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return _parse_loose(text)


def _parse_loose(text: str) -> datetime:
    if match := _NUMERIC.fullmatch(text):
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 the caller knows the zone
    if match := _CHINESE.fullmatch(text):
        half = match.group(4)
        year, month, day, hour, minute, second = (int(match.group(i) or 0) for i in (1, 2, 3, 5, 6, 7))
        hour += 12 if half in ("下午", "晚上") and hour < 12 else 0
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 the caller knows the zone
    raise ValueError(f"{text!r} is not a time")
