"""How a crisis stands right now: people and voices of its signal, hour by hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from huiyin.understand import FactsReader, Filters
from huiyin.understand.signals import Kind, Signal

HOURS = 48
_TOTALS = """
SELECT count(DISTINCT who) FILTER (occurred_at >= $since) AS people,
    count(*) FILTER (occurred_at >= $since) AS voices,
    count(DISTINCT who) FILTER (occurred_at >= $day) AS people_last_day,
    count(DISTINCT who) FILTER (occurred_at >= $before AND occurred_at < $day) AS people_day_before,
    max(occurred_at) AS newest
FROM voice WHERE {where} AND occurred_at >= least($since, $before) AND occurred_at <= $now
"""
_HOURLY = """
SELECT date_trunc('hour', occurred_at) AS hour, count(DISTINCT who) AS people, count(*) AS voices
FROM voice WHERE {where} AND occurred_at >= $hours AND occurred_at <= $now
GROUP BY 1 ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class CrisisHour:
    """One hour: how many people, by how many voices."""

    hour: datetime
    people: int
    voices: int


@dataclass(frozen=True, slots=True)
class CrisisReading:
    """People and voices since the signal began and in the last day and the day before; times are aware UTC."""

    people: int
    voices: int
    people_last_day: int
    people_day_before: int
    newest: datetime | None
    hours: tuple[CrisisHour, ...]


def read_crisis(facts: FactsReader, signal: Signal, *, now: datetime) -> CrisisReading:
    """Count what belongs to a signal; the same person counts once in each span."""
    where = crisis_filters(signal).voice_where()
    moment = _stored(now)
    spans = {
        "since": _stored(signal.since),
        "day": moment - timedelta(days=1),
        "before": moment - timedelta(days=2),
        "now": moment,
    }
    hourly = {"hours": moment - timedelta(hours=HOURS), "now": moment}
    total = facts.query(_TOTALS.format(where=where.sql), {**where.params, **spans}).row(0, named=True)
    rows = facts.query(_HOURLY.format(where=where.sql), {**where.params, **hourly}).iter_rows(named=True)
    newest = total.pop("newest")
    return CrisisReading(
        **total,
        newest=newest and newest.replace(tzinfo=UTC),
        hours=_every_hour({row["hour"]: (row["people"], row["voices"]) for row in rows}, moment),
    )


def _every_hour(counted: Mapping[datetime, tuple[int, int]], now: datetime) -> tuple[CrisisHour, ...]:
    """Lay the counts on every hour, silent ones too, so that a picture of them is one of time."""
    last = now.replace(minute=0, second=0, microsecond=0)
    hours = [last - timedelta(hours=back) for back in range(HOURS - 1, -1, -1)]
    return tuple(CrisisHour(hour.replace(tzinfo=UTC), *counted.get(hour, (0, 0))) for hour in hours)


def _stored(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def crisis_filters(signal: Signal) -> Filters:
    """Return what belongs to a signal, whenever it was said."""
    return Filters(
        channels=(signal.channel,) if signal.channel else (),
        products=(signal.product,) if signal.product else (),
        aspects=(signal.aspect,) if signal.aspect else (),
        sentiments=(-1,) if signal.kind in (Kind.COMPLAINTS, Kind.MOOD) else (),
        taxonomies=(signal.taxonomy,),
        text=signal.term or "",
    )
