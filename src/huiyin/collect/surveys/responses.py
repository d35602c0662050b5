"""Taking answers: partial ones are kept, a complete one becomes a voice in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, Literal

from sqlalchemy import Connection, Row, insert, select, update

from huiyin.collect.channel import Channel
from huiyin.collect.intake import accept, validate
from huiyin.collect.sources import Source
from huiyin.collect.surveys.answers import check_answers
from huiyin.collect.surveys.errors import SurveyClosedError, UnknownTokenError
from huiyin.collect.surveys.invitations import token_digest
from huiyin.collect.surveys.surveys import State, Survey
from huiyin.collect.surveys.voices import as_voice
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_surveys import survey_invitation, survey_response

SHORTEST_KEY = 16


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was kept; a response that is complete stays as it is."""

    state: Literal["partial", "complete"]
    answers: dict[str, Any]


def save_answers(
    connection: Connection,
    survey: Survey,
    raw: Mapping[str, Any],
    *,
    key: str,
    token: str | None,
    complete: bool,
    zone: tzinfo,
    clock: Clock,
) -> Receipt:
    """Keep a respondent's answers so far in the caller's write transaction.

    `key` is what the browser made up, `token` the personal link. Sending the same again changes nothing.
    Raises SurveyClosedError, UnknownTokenError, InvalidInputError.
    """
    invitation = _invitation(connection, survey, token)
    respondent = _respondent(key, token)
    earlier = _earlier(connection, survey.id, respondent)
    if earlier is not None and earlier.state == "complete":
        return Receipt("complete", earlier.answers)
    _check_open(survey)
    answers = check_answers(survey.definition, raw, complete=complete)
    now = clock()
    response_id = _write(connection, survey, respondent, invitation, answers, earlier, now, complete=complete)
    if complete:
        _accept(connection, survey, response_id, answers, invitation, zone, now)
    return Receipt("complete" if complete else "partial", answers)


def _check_open(survey: Survey) -> None:
    if survey.state is not State.OPEN:
        raise SurveyClosedError("this survey takes no answers now")
    if survey.quota is not None and survey.complete >= survey.quota:
        raise SurveyClosedError("enough people have answered this survey")


def _respondent(key: str, token: str | None) -> str:
    if token is None and not SHORTEST_KEY <= len(key) <= 128:
        raise InvalidInputError(
            "the respondent's key is too short", field="key", expected="16 to 128 random characters"
        )
    return token_digest(token if token is not None else key)


def _invitation(connection: Connection, survey: Survey, token: str | None) -> Row[Any] | None:
    if token is None:
        return None
    columns = survey_invitation.c
    query = select(survey_invitation).where(
        columns.survey_id == survey.id, columns.token_hash == token_digest(token)
    )
    found = connection.execute(query).one_or_none()
    if found is None:
        raise UnknownTokenError("this personal link is unknown")
    return found


def _earlier(connection: Connection, survey_id: int, respondent: str) -> Row[Any] | None:
    columns = survey_response.c
    query = select(survey_response).where(columns.survey_id == survey_id, columns.respondent == respondent)
    return connection.execute(query).one_or_none()


def _write(
    connection: Connection,
    survey: Survey,
    respondent: str,
    invitation: Row[Any] | None,
    answers: dict[str, Any],
    earlier: Row[Any] | None,
    now: datetime,
    *,
    complete: bool,
) -> int:
    values: dict[str, Any] = {
        "answers": answers,
        "updated_at": now,
        "state": "complete" if complete else "partial",
    }
    if complete:
        started = earlier.started_at if earlier else now
        values |= {"completed_at": now, "seconds": (now - started).total_seconds()}
    if earlier is not None:
        connection.execute(update(survey_response).where(survey_response.c.id == earlier.id).values(values))
        return int(earlier.id)
    values |= {
        "survey_id": survey.id,
        "respondent": respondent,
        "invitation_id": invitation.id if invitation else None,
        "started_at": now,
    }
    key = connection.execute(insert(survey_response).values(values)).inserted_primary_key
    assert key is not None  # noqa: S101 an insert of one row has a key
    return int(key[0])


def _accept(
    connection: Connection,
    survey: Survey,
    response_id: int,
    answers: dict[str, Any],
    invitation: Row[Any] | None,
    zone: tzinfo,
    now: datetime,
) -> None:
    item = as_voice(survey.definition, response_id, answers, invitation)
    if item is None:
        return
    voices, rejected = validate([(0, item)], zone=zone, received_at=now)
    if rejected:
        raise InvalidInputError(rejected[0].reason, field=rejected[0].field, expected=rejected[0].expected)
    accept(connection, _source(connection, survey), voices, received_at=now)


def _source(connection: Connection, survey: Survey) -> Source:
    row = connection.execute(select(tables.source).where(tables.source.c.id == survey.source_id)).one()
    return Source(row.id, row.name, Channel(row.channel), row.taxonomy, row.terms_note)
