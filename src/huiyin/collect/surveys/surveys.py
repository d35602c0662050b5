"""Surveys in the ledger."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain, count
from typing import Any

from sqlalchemy import Connection, Row, exists, func, insert, select, update

from huiyin.collect.channel import Channel
from huiyin.collect.sources import ensure_source
from huiyin.collect.surveys.definition import parse_definition
from huiyin.collect.surveys.question import Definition, Metric
from huiyin.kit.clock import Clock
from huiyin.kit.errors import ConflictError, NotFoundError
from huiyin.store.ledger.tables import feedback, source
from huiyin.store.ledger.tables_surveys import survey as table
from huiyin.store.ledger.tables_surveys import survey_response

_READ = select(table, source.c.name.label("source_name")).join(source, source.c.id == table.c.source_id)


class SurveyState(StrEnum):
    """A draft can be edited, an open survey takes answers, a closed one keeps them."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey with its checked definition and its raw SurveyJS form."""

    id: int
    slug: str
    title: str
    definition: Definition
    raw: dict[str, Any]
    source_id: int
    source_name: str
    state: SurveyState
    anonymous: bool
    quota: int | None
    recontact_days: int
    created_at: datetime
    purpose: str | None = None
    complete: int = 0
    partial: int = 0


def create_survey(
    connection: Connection,
    definition: Mapping[str, Any],
    *,
    taxonomy: str,
    clock: Clock,
    by: str,
    anonymous: bool = False,
    quota: int | None = None,
    recontact_days: int = 30,
) -> int:
    """Keep a new draft with a source of its own; return its id. Raises InvalidInputError for a bad definition."""
    checked = parse_definition(definition)
    slug, now = secrets.token_urlsafe(9), clock()
    name, channel = _source_name(connection, checked.title), _channel(checked)
    made = ensure_source(connection, name=name, channel=channel.value, taxonomy=taxonomy, now=now)
    values = {
        "slug": slug, "title": checked.title, "definition": dict(definition), "source_id": made.id,
        "state": SurveyState.DRAFT.value, "anonymous": anonymous, "quota": quota, "recontact_days": recontact_days,
        "created_by": by, "created_at": now, "updated_at": now,
    }  # fmt: skip
    key = connection.execute(insert(table).values(values)).inserted_primary_key
    assert key is not None  # noqa: S101 an insert of one row has a key
    return int(key[0])


def get_survey(connection: Connection, survey_id: int) -> Survey:
    """Return a survey with its counts of answers. Raises NotFoundError."""
    return _one(connection, table.c.id == survey_id)


def open_survey(connection: Connection, slug: str) -> Survey:
    """Return the survey behind a public address, whatever its state. Raises NotFoundError."""
    found = _one(connection, table.c.slug == slug)
    if found.state is SurveyState.DRAFT:
        raise NotFoundError("there is no such survey")
    return found


def list_surveys(connection: Connection) -> list[Survey]:
    """Return all surveys, the newest first, with their counts."""
    counts = _counts(connection)
    return [_survey(row, counts) for row in connection.execute(_READ.order_by(table.c.id.desc()))]


def change_survey(
    connection: Connection,
    survey_id: int,
    *,
    clock: Clock,
    definition: Mapping[str, Any] | None = None,
    state: SurveyState | None = None,
    quota: int | None = None,
    anonymous: bool | None = None,
    recontact_days: int | None = None,
) -> None:
    """Edit a draft, or open or close a survey.

    Raises NotFoundError, InvalidInputError, and ConflictError for an edit of what people already answer.
    """
    survey = get_survey(connection, survey_id)
    values: dict[str, Any] = {"updated_at": clock()}
    if definition is not None:
        if survey.state is not SurveyState.DRAFT:
            raise ConflictError("only a draft can be edited; answers would no longer fit their questions")
        checked = parse_definition(definition)
        values |= {"definition": dict(definition), "title": checked.title}
        # A draft has no voices yet, so its source may still change its name and channel, unless others used it.
        name = _source_name(connection, checked.title, own=survey.source_id)
        voiceless = ~exists().where(feedback.c.source_id == survey.source_id)
        named = {"name": name, "channel": _channel(checked).value}
        connection.execute(update(source).where(source.c.id == survey.source_id, voiceless).values(named))
    if state is not None:
        if state is SurveyState.DRAFT and survey.state is not SurveyState.DRAFT:
            raise ConflictError("a survey that was open does not become a draft again")
        values["state"] = state.value
    if anonymous is not None:
        if survey.state is not SurveyState.DRAFT:
            raise ConflictError("whether a survey is anonymous is settled before it opens")
        values["anonymous"] = anonymous
    given = {"quota": quota, "recontact_days": recontact_days}
    values |= {name: value for name, value in given.items() if value is not None}
    connection.execute(update(table).where(table.c.id == survey_id).values(values))


def _channel(definition: Definition) -> Channel:
    main = definition.main_rating
    return Channel.NPS if main and main.metric is Metric.NPS else Channel.SURVEY


def _source_name(connection: Connection, title: str, own: int = 0) -> str:
    """Return the name of a survey's source: its title, numbered where a source other than `own` has it."""
    alike = source.c.name.startswith(title, autoescape=True)
    taken = set(connection.scalars(select(source.c.name).where(alike, source.c.id != own)))
    wanted = chain([title], (f"{title} · {number}" for number in count(2)))
    return next(name for name in wanted if name not in taken)


def _one(connection: Connection, condition: Any) -> Survey:
    row = connection.execute(_READ.where(condition)).one_or_none()
    if row is None:
        raise NotFoundError("there is no such survey")
    return _survey(row, _counts(connection, row.id))


def _counts(connection: Connection, survey_id: int | None = None) -> dict[tuple[int, str], int]:
    columns = survey_response.c
    query = select(columns.survey_id, columns.state, func.count()).group_by(columns.survey_id, columns.state)
    if survey_id is not None:
        query = query.where(columns.survey_id == survey_id)
    return {(found, state): count for found, state, count in connection.execute(query)}


def _survey(row: Row[Any], counts: Mapping[tuple[int, str], int]) -> Survey:
    return Survey(
        id=row.id,
        slug=row.slug,
        title=row.title,
        definition=parse_definition(row.definition),
        raw=row.definition,
        source_id=row.source_id,
        source_name=row.source_name,
        state=SurveyState(row.state),
        anonymous=row.anonymous,
        quota=row.quota,
        recontact_days=row.recontact_days,
        created_at=row.created_at,
        purpose=row.purpose,
        complete=counts.get((row.id, "complete"), 0),
        partial=counts.get((row.id, "partial"), 0),
    )
