"""When the checks run by themselves, and over how long a time, so that a large company's day stays affordable."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from huiyin.collect.quality.findings import last_scan
from huiyin.store.ledger import tables

EVERY = timedelta(hours=20)
DAYS = (90, 30, 14, 7, 3, 1)
MOST_VOICES = 200_000


def is_scan_due(connection: Connection, now: datetime) -> bool:
    """Tell whether the last scan is most of a day old and voices came since."""
    last = last_scan(connection)
    columns = tables.feedback.c
    heard = select(columns.id).limit(1)
    if last is not None:
        if now - last < EVERY:
            return False
        heard = heard.where(columns.received_at > last)
    return connection.execute(heard).first() is not None


def days_within_reach(connection: Connection, now: datetime) -> int:
    """Return over how many days a scan stays below 200,000 voices; at least one."""
    columns = tables.feedback.c
    for days in DAYS:
        query = select(func.count()).where(columns.occurred_at >= now - timedelta(days=days))
        if connection.execute(query).scalar_one() <= MOST_VOICES:
            return days
    return DAYS[-1]
