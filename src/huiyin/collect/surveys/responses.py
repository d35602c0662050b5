"""Taking answers: partial ones are kept, a complete one becomes a voice in the same transaction.

A crowd's answers are written together: whoever came while the last batch went to disk shares one lookup,
one insert and one flush.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from typing import Any, Literal

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from huiyin.collect.channel import Channel
from huiyin.collect.feedback import Feedback, parse_feedback
from huiyin.collect.intake import accept
from huiyin.collect.sources import Source
from huiyin.collect.surveys.answers import check_answers
from huiyin.collect.surveys.errors import SurveyClosedError, UnknownTokenError
from huiyin.collect.surveys.invitations import Invitation, find_invitations, token_digest
from huiyin.collect.surveys.surveys import Survey, SurveyState
from huiyin.collect.surveys.voices import as_voice, voice_id
from huiyin.kit.clock import Clock
from huiyin.kit.errors import HuiyinError, InvalidInputError
from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_surveys import survey_response

SHORTEST_KEY = 16
ResponseState = Literal["partial", "complete"]


@dataclass(frozen=True, slots=True)
class Submission:
    """What one respondent sent; `key` is what the browser made up, `token` the personal link."""

    answers: Mapping[str, Any]
    key: str = ""
    token: str | None = None
    complete: bool = False
    language: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was kept; a response that is complete stays as it is."""

    state: ResponseState
    answers: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Response:
    """A respondent's response as it is to stand; without an id where it is new."""

    respondent: str
    invitation: Invitation | None
    started_at: datetime
    id: int | None = None
    state: ResponseState = "partial"
    answers: dict[str, Any] = field(default_factory=dict)
    language: str | None = None
    via: str | None = None
    changed: bool = False
    voice: Feedback | None = None


def save_answers(
    connection: Connection, survey: Survey, submission: Submission, *, zone: tzinfo, clock: Clock
) -> Receipt:
    """Keep a respondent's answers so far in the caller's write transaction.

    Sending the same again changes nothing. Raises SurveyClosedError, UnknownTokenError, InvalidInputError.
    """
    kept = save_together(connection, survey, [submission], zone=zone, clock=clock)[0]
    if isinstance(kept, HuiyinError):
        raise kept
    return kept


def save_together(
    connection: Connection, survey: Survey, submissions: Sequence[Submission], *, zone: tzinfo, clock: Clock
) -> list[Receipt | HuiyinError]:
    """Keep the answers of many in the caller's write transaction; a refused one harms no other."""
    invitations = find_invitations(connection, survey.id, [s.token for s in submissions if s.token])
    batch = _Batch(survey, zone, clock(), invitations)
    batch.know(_earlier(connection, survey.id, [batch.respondent(s) for s in submissions]))
    outcomes = [batch.take(submission) for submission in submissions]
    _write(connection, survey, batch)
    return outcomes


@dataclass(slots=True)
class _Batch:
    """Responses as they stand after each submission, to be written once at the end."""

    survey: Survey
    zone: tzinfo
    now: datetime
    invitations: Mapping[str, Invitation]
    responses: dict[str, Response] = field(default_factory=dict)
    completed: int = 0

    def know(self, rows: Sequence[Row[Any]]) -> None:
        """Begin with what the ledger holds."""
        for row in rows:
            self.responses[row.respondent] = Response(
                row.respondent, None, row.started_at, row.id, row.state, row.answers
            )

    def respondent(self, submission: Submission) -> str:
        """Return under which key the submission is filed."""
        found = self._invitation(submission)
        return token_digest(submission.key) if found is None else found.respondent

    def take(self, submission: Submission) -> Receipt | HuiyinError:
        try:
            return self._take(submission)
        except HuiyinError as error:
            return error

    def _take(self, submission: Submission) -> Receipt:
        invitation = self._invitation(submission)
        if submission.token is not None and invitation is None:
            raise UnknownTokenError("this personal link is unknown")
        _check_key(submission)
        respondent = self.respondent(submission)
        earlier = self.responses.get(respondent) or Response(respondent, invitation, self.now)
        if earlier.state == "complete":
            return Receipt("complete", earlier.answers)
        self._check_open()
        answers = check_answers(self.survey.definition, submission.answers, complete=submission.complete)
        now = replace(
            earlier,
            invitation=invitation,
            answers=answers,
            language=submission.language if submission.language in self.survey.definition.languages else None,
            via=submission.via,
            changed=True,
        )
        if submission.complete:
            now = replace(now, state="complete", voice=self._voice(answers, invitation))
            self.completed += 1
        self.responses[respondent] = now
        return Receipt(now.state, answers)

    def _invitation(self, submission: Submission) -> Invitation | None:
        return self.invitations.get(token_digest(submission.token)) if submission.token else None

    def _check_open(self) -> None:
        if self.survey.state is not SurveyState.OPEN:
            raise SurveyClosedError("this survey takes no answers now")
        if self.survey.quota is not None and self.survey.complete + self.completed >= self.survey.quota:
            raise SurveyClosedError("enough people have answered this survey")

    def _voice(self, answers: Mapping[str, Any], invitation: Invitation | None) -> Feedback | None:
        item = as_voice(self.survey.definition, answers, invitation)
        return None if item is None else parse_feedback(item, zone=self.zone, received_at=self.now)


def _check_key(submission: Submission) -> None:
    if submission.token is None and not SHORTEST_KEY <= len(submission.key) <= 128:
        raise InvalidInputError(
            "the respondent's key is too short", field="key", expected="16 to 128 random characters"
        )


def _earlier(connection: Connection, survey_id: int, respondents: Sequence[str]) -> Sequence[Row[Any]]:
    columns = survey_response.c
    query = select(survey_response).where(
        columns.survey_id == survey_id, columns.respondent.in_(sorted(set(respondents)))
    )
    return connection.execute(query).all()


def _write(connection: Connection, survey: Survey, batch: _Batch) -> None:
    changed = [response for response in batch.responses.values() if response.changed]
    known = [response for response in changed if response.id is not None]
    fresh = [response for response in changed if response.id is None]
    if known:
        rows = [{"key": response.id} | _values(response, batch.now) for response in known]
        connection.execute(update(survey_response).where(survey_response.c.id == bindparam("key")), rows)
    stored = [*known, *_insert(connection, survey, fresh, batch.now)]
    voices = [
        replace(response.voice, external_id=voice_id(response.id))
        for response in stored
        if response.voice is not None and response.id is not None
    ]
    if voices:
        accept(connection, _source(connection, survey), voices, received_at=batch.now)


def _insert(
    connection: Connection, survey: Survey, fresh: Sequence[Response], now: datetime
) -> list[Response]:
    if not fresh:
        return []
    rows = [
        _values(response, now)
        | {
            "survey_id": survey.id,
            "respondent": response.respondent,
            "invitation_id": response.invitation.id if response.invitation else None,
            "occasion": response.invitation.occasion if response.invitation else None,
            "started_at": response.started_at,
        }
        for response in fresh
    ]
    query = insert(survey_response).returning(survey_response.c.id, sort_by_parameter_order=True)
    ids = connection.execute(query, rows).scalars()
    return [replace(response, id=found) for response, found in zip(fresh, ids, strict=True)]


def _values(response: Response, now: datetime) -> dict[str, Any]:
    complete = response.state == "complete"
    return {
        "answers": response.answers,
        "language": response.language,
        "via": response.via,
        "updated_at": now,
        "state": response.state,
        "completed_at": now if complete else None,
        "seconds": (now - response.started_at).total_seconds() if complete else None,
    }


def _source(connection: Connection, survey: Survey) -> Source:
    row = connection.execute(select(tables.source).where(tables.source.c.id == survey.source_id)).one()
    return Source(row.id, row.name, Channel(row.channel), row.taxonomy, row.terms_note)
