"""Staff who take part: five voices a day to read, voices written down for customers, and who does either."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from huiyin import stats
from huiyin.act.reports.news import mark_visit
from huiyin.kit.clock import Clock
from huiyin.stats import Estimate
from huiyin.store.ledger.tables import feedback
from huiyin.store.ledger.tables_access import app_user
from huiyin.store.ledger.tables_reports import reader_visit
from huiyin.understand import FactsReader

VOICES = 5
DAYS = 7
PLACE = "five-voices"
_SQL = """
SELECT feedback_id FROM voice
WHERE day BETWEEN $start AND $end_day AND length(text) BETWEEN 8 AND 400
ORDER BY md5(concat(CAST(feedback_id AS VARCHAR), $seed)), feedback_id LIMIT $voices
"""


@dataclass(frozen=True, slots=True)
class LoggedBy:
    """How many voices a member of staff wrote down in the window."""

    username: str
    voices: int


@dataclass(frozen=True, slots=True)
class Participation:
    """The share of accounts that took part, those who read, those who wrote, and the most active writers."""

    taking_part: Estimate
    readers: int
    writers: tuple[LoggedBy, ...]
    logged: int


def five_voices(facts: FactsReader, username: str, day: date) -> list[int]:
    """Return five voices of the last week, drawn by chance for a person and a day; the same all day."""
    params = {
        "start": day - timedelta(days=DAYS),
        "end_day": day,
        "seed": f"{username}|{day.isoformat()}",
        "voices": VOICES,
    }
    return facts.query(_SQL, params).get_column("feedback_id").to_list()


def read_today(connection: Connection, username: str, day: date) -> bool:
    """Tell whether a person has read today's five voices."""
    query = select(reader_visit.c.id).where(
        reader_visit.c.username == username, reader_visit.c.place == f"{PLACE}:{day}"
    )
    return connection.scalar(query) is not None


def note_read(connection: Connection, username: str, day: date, *, clock: Clock) -> None:
    """Note that a person has read today's five voices."""
    mark_visit(connection, username, f"{PLACE}:{day}", clock=clock)


def read_participation(
    connection: Connection, *, since: datetime, now: datetime, minimum_n: int
) -> Participation:
    """Return who read or wrote in the window, among the accounts that are switched on."""
    people = set(connection.scalars(select(app_user.c.username).where(app_user.c.enabled)))
    visits = select(reader_visit.c.username).where(
        reader_visit.c.place.like(f"{PLACE}:%"), reader_visit.c.at.between(since, now)
    )
    readers = set(connection.scalars(visits)) & people
    written = _written(connection, since, now)
    active = (readers | set(written)) & people
    writers = sorted(written.items(), key=lambda pair: (-pair[1], pair[0]))
    return Participation(
        stats.wilson(len(active), len(people)).guarded(min(minimum_n, 5)),
        len(readers),
        tuple(LoggedBy(*pair) for pair in writers[:10]),
        sum(written.values()),
    )


def _written(connection: Connection, since: datetime, now: datetime) -> dict[str, int]:
    by: Any = feedback.c["metadata"]["logged_by"].as_string()
    query = (
        select(by, func.count())
        .where(feedback.c.received_at.between(since, now), by.is_not(None))
        .group_by(by)
    )
    return {row[0]: row[1] for row in connection.execute(query)}
