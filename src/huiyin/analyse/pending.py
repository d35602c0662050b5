"""What the ledger holds that the facts do not yet: the changes after a revision, with their dimensions."""

from __future__ import annotations

import polars as pl
from sqlalchemy import Connection, func, select

from huiyin.store.ledger import tables

SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "feedback_id": pl.Int64,
    "revision": pl.Int64,
    "source": pl.String,
    "channel": pl.String,
    "taxonomy": pl.String,
    "product": pl.String,
    "segment": pl.String,
    "region": pl.String,
    "occurred_at": pl.Datetime("us", "UTC"),
    "received_at": pl.Datetime("us", "UTC"),
    "rating": pl.Float64,
    "rating_scale": pl.Float64,
    "author": pl.String,
    "customer_id": pl.Int64,
    "text": pl.String,
    "excluded_reason": pl.String,
}


def changes_after(connection: Connection, revision: int, limit: int) -> pl.DataFrame:
    """Return up to `limit` feedback rows changed after `revision`, oldest change first."""
    feedback, source, customer = tables.feedback.c, tables.source.c, tables.customer.c
    query = (
        select(
            feedback.id,
            feedback.revision,
            source.name,
            feedback.channel,
            source.taxonomy,
            feedback.product,
            customer.segment,
            customer.region,
            feedback.occurred_at,
            feedback.received_at,
            feedback.rating,
            feedback.rating_scale,
            feedback.author,
            feedback.customer_id,
            feedback.text,
            feedback.excluded_reason,
        )
        .join(tables.source, source.id == feedback.source_id)
        .outerjoin(tables.customer, customer.id == feedback.customer_id)
        .where(feedback.revision > revision)
        .order_by(feedback.revision)
        .limit(limit)
    )
    rows = [tuple(row) for row in connection.execute(query)]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def newest_revision(connection: Connection) -> int:
    """Return the revision of the last accepted change, 0 when the ledger is empty."""
    return connection.execute(select(func.max(tables.feedback.c.revision))).scalar() or 0
