"""What the ledger holds that the facts do not yet: the changes after a revision, with their dimensions."""

from __future__ import annotations

import polars as pl
from sqlalchemy import Connection, case, func, select

from huiyin.kit.parts import parts
from huiyin.store.ledger import PER_STATEMENT, tables
from huiyin.store.ledger import tables_identity as identity

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
    "person": pl.Int64,
}
_PERSONS: dict[str, pl.DataType | type[pl.DataType]] = {
    "person": pl.Int64,
    "person_key": pl.String,
    "main_customer": pl.Int64,
    "main_segment": pl.String,
    "main_region": pl.String,
}


def changes_after(connection: Connection, revision: int, limit: int) -> pl.DataFrame:
    """Return up to `limit` feedback rows changed after `revision`, oldest change first.

    Somebody known under several accounts is one person in them: `person_key` is set, and customer, segment and
    region are those of the customer record behind them.
    """
    feedback, source, customer = tables.feedback.c, tables.source.c, tables.customer.c
    recorded, spoken = identity.account.alias("recorded"), identity.account.alias("spoken")
    said = identity.account_voice
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
            func.coalesce(recorded.c.person_id, spoken.c.person_id),
        )
        .join(tables.source, source.id == feedback.source_id)
        .outerjoin(tables.customer, customer.id == feedback.customer_id)
        .outerjoin(
            recorded, (recorded.c.customer_id == feedback.customer_id) & (recorded.c.kind == "customer")
        )
        .outerjoin(said, said.c.feedback_id == feedback.id)
        .outerjoin(spoken, (spoken.c.id == said.c.account_id) & spoken.c.crowd.is_(False))
        .where(feedback.revision > revision)
        .order_by(feedback.revision)
        .limit(limit)
    )
    rows = [tuple(row) for row in connection.execute(query)]
    return _as_persons(connection, pl.DataFrame(rows, schema=SCHEMA, orient="row"))


def _as_persons(connection: Connection, rows: pl.DataFrame) -> pl.DataFrame:
    wanted = rows.get_column("person").drop_nulls().unique().sort().to_list()
    known = pl.DataFrame(
        [found for part in parts(wanted, PER_STATEMENT) for found in _merged_persons(connection, part)],
        schema=_PERSONS,
        orient="row",
    )
    joined = rows.join(known, on="person", how="left", maintain_order="left")
    return joined.with_columns(
        customer_id=pl.coalesce("main_customer", "customer_id"),
        segment=pl.coalesce("segment", "main_segment"),
        region=pl.coalesce("region", "main_region"),
    ).drop("person", "main_customer", "main_segment", "main_region")


def _merged_persons(connection: Connection, persons: list[int]) -> list[tuple[object, ...]]:
    """Those of `persons` who have several accounts, with the oldest customer record among them."""
    account, customer = identity.account.c, tables.customer.c
    merged = (
        select(
            account.person_id,
            func.min(account.id).label("first"),
            func.min(case((account.kind == "customer", account.customer_id))).label("main"),
        )
        .where(account.person_id.in_(persons), account.crowd.is_(False))
        .group_by(account.person_id)
        .having(func.count() > 1)
        .subquery()
    )
    query = select(merged, customer.segment, customer.region).outerjoin(
        tables.customer, customer.id == merged.c.main
    )
    return [
        (
            row.person_id,
            f"p:{row.first}" if row.main is None else f"c:{row.main}",
            row.main,
            row.segment,
            row.region,
        )
        for row in connection.execute(query)
    ]


def newest_revision(connection: Connection) -> int:
    """Return the revision of the last accepted change, 0 when the ledger is empty."""
    return connection.execute(select(func.max(tables.feedback.c.revision))).scalar() or 0
