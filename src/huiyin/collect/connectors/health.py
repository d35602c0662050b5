"""How a connector is: its state, how fresh its voices are, and how its last runs went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from huiyin.collect.connectors.configured import Configured
from huiyin.store.ledger import tables, tables_connectors

NEWEST = 500
LATE_AFTER_ROUNDS = 3
GRACE = timedelta(minutes=1)


class Condition(StrEnum):
    """A connector's state in one word."""

    PAUSED = "paused"
    FAILING = "failing"
    WAITING = "waiting"
    LATE = "late"
    OK = "ok"


@dataclass(frozen=True, slots=True)
class Freshness:
    """Seconds from being said to being received, over the newest voices; None without any."""

    p50_s: float | None
    p95_s: float | None
    n: int
    newest_at: datetime | None


def condition(configured: Configured, now: datetime) -> Condition:
    """Return the connector's state at `now`."""
    if not configured.enabled:
        return Condition.PAUSED
    if configured.failures:
        return Condition.FAILING
    if configured.last_success_at is None:
        return Condition.WAITING
    patience = timedelta(seconds=configured.every_s) * LATE_AFTER_ROUNDS + GRACE
    if configured.connector.fetch and now - configured.last_success_at > patience:
        return Condition.LATE
    return Condition.OK


def freshness(connection: Connection, source_id: int) -> Freshness:
    """Return how old the source's newest voices were when they arrived."""
    columns = tables.feedback.c
    query = select(columns.occurred_at, columns.received_at).where(columns.source_id == source_id)
    rows = connection.execute(query.order_by(columns.id.desc()).limit(NEWEST)).all()
    lags = sorted(max((row.received_at - row.occurred_at).total_seconds(), 0.0) for row in rows)
    newest = max((row.received_at for row in rows), default=None)
    return Freshness(nearest_rank(lags, 0.5), nearest_rank(lags, 0.95), len(lags), newest)


def nearest_rank(ordered: Sequence[float], share: float) -> float | None:
    """Return the nearest-rank quantile of ordered values.

    >>> nearest_rank([1.0, 2.0, 3.0, 4.0], 0.5)
    2.0
    """
    if not ordered:
        return None
    return ordered[max(-int(-share * len(ordered) // 1) - 1, 0)]


def recent_runs(connection: Connection, connector_id: int, *, limit: int = 20) -> list[Mapping[str, Any]]:
    """Return the newest runs first."""
    run = tables_connectors.connector_run
    query = select(run).where(run.c.connector_id == connector_id).order_by(run.c.id.desc()).limit(limit)
    return [dict(row) for row in connection.execute(query).mappings()]


def last_runs(connection: Connection) -> dict[int, Mapping[str, Any]]:
    """Return the newest run of each connector."""
    run = tables_connectors.connector_run
    rows = connection.execute(select(run).order_by(run.c.id)).mappings()
    return {row["connector_id"]: dict(row) for row in rows}
