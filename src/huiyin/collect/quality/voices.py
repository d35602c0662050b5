"""The voices that checks read, in one frame."""

from __future__ import annotations

from datetime import datetime

import polars as pl
from sqlalchemy import Connection, select

from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_surveys import survey, survey_response

SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "id": pl.Int64,
    "source_id": pl.Int64,
    "channel": pl.String,
    "author": pl.String,
    "customer_id": pl.Int64,
    "product": pl.String,
    "text": pl.String,
    "rating": pl.Float64,
    "rating_scale": pl.Float64,
    "occurred_at": pl.Datetime("us", "UTC"),
    "answers": pl.Object,
    "seconds": pl.Float64,
}


def read_voices(connection: Connection, since: datetime) -> pl.DataFrame:
    """Return what was said since then and counts today, the oldest first, with how long an answer took."""
    feedback = tables.feedback.c
    query = (
        select(
            feedback.id,
            feedback.source_id,
            feedback.channel,
            feedback.author,
            feedback.customer_id,
            feedback.product,
            feedback.text,
            feedback.rating,
            feedback.rating_scale,
            feedback.occurred_at,
            feedback.answers,
        )
        .where(feedback.occurred_at >= since, feedback.excluded_reason.is_(None))
        .order_by(feedback.occurred_at, feedback.id)
    )
    seconds = _seconds(connection)
    rows = [(*row, seconds.get(row.id)) for row in connection.execute(query)]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def _seconds(connection: Connection) -> dict[int, float]:
    """Return how long each completed survey answer took, where the survey page measured it."""
    feedback = tables.feedback.c
    answers = {
        (row.source_id, f"response-{row.id}"): row.seconds
        for row in connection.execute(
            select(survey_response.c.id, survey_response.c.seconds, survey.c.source_id)
            .join(survey, survey.c.id == survey_response.c.survey_id)
            .where(survey_response.c.seconds.is_not(None))
        )
    }
    sources = {source for source, _ in answers}
    query = select(feedback.id, feedback.source_id, feedback.external_id).where(
        feedback.source_id.in_(sources)
    )
    return {
        row.id: answers[row.source_id, row.external_id]
        for row in connection.execute(query)
        if (row.source_id, row.external_id) in answers
    }
