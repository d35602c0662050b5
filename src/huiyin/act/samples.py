"""A few of the voices behind a figure, each of another customer."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from huiyin.understand.filters import Where
from huiyin.understand.queries import FactsReader


def sample_voices(facts: FactsReader, where: Where, *, limit: int) -> list[dict[str, Any]]:
    """Return the newest voice of up to `limit` customers as JSON objects; times are ISO 8601 in UTC."""
    sql = f"""
        SELECT feedback_id AS id, text, occurred_at, channel, source, product
        FROM voice
        WHERE {where.sql}
        QUALIFY row_number() OVER (PARTITION BY speaker ORDER BY occurred_at DESC, feedback_id DESC) = 1
        ORDER BY occurred_at DESC, feedback_id DESC
        LIMIT CAST($sample_size AS bigint)
    """  # noqa: S608 compiled conditions
    rows = facts.query(sql, {**where.params, "sample_size": limit}).iter_rows(named=True)
    return [row | {"occurred_at": row["occurred_at"].replace(tzinfo=UTC).isoformat()} for row in rows]
