"""Which days a figure covers and how old it is: no figure leaves without both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from huiyin.understand.filters import Filters
from huiyin.understand.queries import FactsReader, run

DEFAULT_DAYS = 90


@dataclass(frozen=True, slots=True)
class Window:
    """The days a figure covers, both inclusive, in the installation's zone."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Freshness:
    """The extent of the facts: first and last day of a voice, when the newest was accepted, when it was projected."""

    first_day: date | None
    last_day: date | None
    as_of: datetime | None
    projected_at: datetime | None
    voices: int
    revision: int


def freshness(facts: FactsReader) -> Freshness:
    """Return how far the facts reach; times are aware UTC."""
    extent = run(facts, "meta.extent").row(0, named=True)
    marks = run(facts, "meta.watermark")
    mark = marks.row(0, named=True) if marks.height else {}
    return Freshness(
        first_day=extent["first_day"],
        last_day=extent["last_day"],
        as_of=utc(extent["newest"] or mark.get("newest_voice")),
        projected_at=utc(mark.get("projected_at")),
        voices=int(extent["voices"]),
        revision=int(mark.get("revision") or 0),
    )


def windowed(filters: Filters, fresh: Freshness, today: date) -> Filters:
    """Return the filters with a closed window.

    Without any day the last ninety days up to the newest voice are meant. A start before the first voice is
    moved to it, so that a comparison with the period before never compares with nothing.
    """
    end = filters.end or max(_newest_day(fresh, today), filters.start or date.min)
    if filters.start is None and filters.end is None:
        start = end - timedelta(days=DEFAULT_DAYS - 1)
    else:
        start = filters.start or fresh.first_day or end
    if fresh.first_day and start < fresh.first_day <= end:
        start = fresh.first_day
    return replace(filters, start=min(start, end), end=end)


def _newest_day(fresh: Freshness, today: date) -> date:
    """Return the day of the newest voice; a few voices dated in the future do not move the window there."""
    if fresh.first_day is None or fresh.last_day is None:
        return today
    return min(fresh.last_day, today) if fresh.first_day <= today else fresh.last_day


def window_of(filters: Filters) -> Window:
    """Return the closed window; raises ValueError when it is open."""
    if filters.start is None or filters.end is None:
        raise ValueError("the window is open; close it with `windowed`")
    return Window(filters.start, filters.end)


def cuts_week(filters: Filters, monday: date) -> bool:
    """Tell whether some days of the week that begins on this Monday lie outside the window.

    >>> cuts_week(Filters(start=date(2026, 8, 26)), date(2026, 8, 24))
    True
    """
    late = filters.end is not None and monday + timedelta(days=6) > filters.end
    return late or (filters.start is not None and monday < filters.start)


def utc(moment: datetime | None) -> datetime | None:
    """Return a naive UTC time of the facts store as an aware one."""
    return None if moment is None else moment.replace(tzinfo=UTC)
