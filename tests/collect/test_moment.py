"""The ways people write times."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from huiyin.collect.moment import parse_moment

ZONE = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-03-05", "2026-03-04T16:00"),
        ("2026/3/5 14:30", "2026-03-05T06:30"),
        ("2026.03.05 14:30:09", "2026-03-05T06:30:09"),
        ("2026-03-05T14:30:00+08:00", "2026-03-05T06:30"),
        ("2026-03-05T06:30:00Z", "2026-03-05T06:30"),
        ("2026年3月5日", "2026-03-04T16:00"),
        ("2026年3月5日 下午2:30", "2026-03-05T06:30"),
        ("2026年3月5日 14时30分", "2026-03-05T06:30"),
        (1772692200, "2026-03-05T06:30"),
        ("1772692200000", "2026-03-05T06:30"),
    ],
)
def test_time_is_read_as_meant(written: object, meant: str) -> None:
    assert parse_moment(written, ZONE) == datetime.fromisoformat(meant).replace(tzinfo=UTC)


@pytest.mark.parametrize("written", ["", "昨天", "2026-02-30", "12", "2026年13月1日", "24:00"])
def test_no_time_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_moment(written, ZONE)
