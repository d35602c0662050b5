"""Clocks that tests move by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

MONDAY_MORNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class MovingClock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime = MONDAY_MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)
