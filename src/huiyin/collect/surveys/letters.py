"""Letters: what is sent to invited people, and the reminders to those who have not answered.

A letter has a token of its own, for the ledger keeps no token in the clear from which a reminder could be
written; whatever letter a person answers by, it is the same response.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from huiyin.collect.mail_bounces import bounced
from huiyin.collect.surveys.definition import parse_definition
from huiyin.collect.surveys.invitations import Invited, new_token, token_digest
from huiyin.collect.surveys.question import Definition
from huiyin.collect.surveys.surveys import Survey, SurveyState, get_survey
from huiyin.kit.clock import Clock
from huiyin.kit.digests import digest_of
from huiyin.store.ledger import rows_among
from huiyin.store.ledger.tables_surveys import (
    survey,
    survey_invitation,
    survey_letter,
    survey_opt_out,
    survey_response,
)

MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often to remind who has not answered."""

    reminders: int = 0
    every_days: int = 3


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to write: to whom, about which survey, and its secret token; `number` 0 is the invitation."""

    slug: str
    definition: Definition
    token: str
    address: str
    name: str | None
    number: int


def write_letters(
    connection: Connection,
    of: Survey,
    invited: Sequence[Invited],
    *,
    language: str,
    schedule: Schedule,
    clock: Clock,
    also_bounced: bool = False,
) -> list[Letter]:
    """Keep a first letter for everybody who was invited and has an address; return what to send.

    Addresses that gave mails back are left out, `also_bounced` tries them once more.
    """
    wanted = {
        one.invitation_id: one
        for one in invited
        if one.token and one.address and one.invitation_id is not None
    }
    dead = {} if also_bounced else dead_addresses(connection, invited, now=clock())
    wanted = {key: one for key, one in wanted.items() if one.address not in dead}
    names = dict(_names(connection, list(wanted)))
    definition = parse_definition(of.raw, language)
    letters = []
    for key, one in wanted.items():
        token = new_token()
        digest = token_digest(str(one.token))
        _keep(connection, key, token, digest, None, 0, definition.language, schedule, clock())
        letters.append(Letter(of.slug, definition, token, str(one.address), names.get(key), 0))
    return letters


def dead_addresses(connection: Connection, invited: Sequence[Invited], *, now: datetime) -> dict[str, str]:
    """Return the invited people's addresses that give mails back, with the status that said so."""
    return bounced(connection, [one.address for one in invited if one.address], now=now)


def write_reminders(connection: Connection, *, clock: Clock) -> list[Letter]:
    """Return letters to those who are due for a reminder and have neither answered nor declined.

    Each letter is kept in the caller's write transaction; put it into the outbox in the same one.
    """
    now = clock()
    letters = [_remind(connection, row, now) for row in _due(connection, now)]
    return [letter for letter in letters if letter is not None]


def reminders_due(connection: Connection, *, clock: Clock) -> bool:
    """Tell whether any reminder is due."""
    query = select(survey_letter.c.id).where(survey_letter.c.remind_at <= clock()).limit(1)
    return connection.execute(query).first() is not None


def _due(connection: Connection, now: datetime) -> Sequence[Row[Any]]:
    letter, invitation = survey_letter.c, survey_invitation.c
    query = (
        select(survey_letter, invitation.person, invitation.name, invitation.address, invitation.survey_id)
        .join(survey_invitation, invitation.id == letter.invitation_id)
        .where(letter.remind_at <= now)
        .order_by(letter.remind_at)
        .limit(MOST_AT_ONCE)
    )
    return connection.execute(query).all()


def _remind(connection: Connection, row: Row[Any], now: datetime) -> Letter | None:
    done = update(survey_letter).where(survey_letter.c.id == row.id).values(remind_at=None)
    connection.execute(done)
    if row.address is None or _is_settled(connection, row) or bounced(connection, [row.address], now=now):
        return None
    of = get_survey(connection, row.survey_id)
    if of.state is not SurveyState.OPEN or (of.quota is not None and of.complete >= of.quota):
        return None
    token, left = new_token(), row.reminders_left - 1
    schedule = Schedule(left, row.remind_days)
    _keep(
        connection, row.invitation_id, token, row.respondent, row.occasion, row.number + 1, row.language,
        schedule, now,
    )  # fmt: skip
    definition = parse_definition(of.raw, row.language)
    return Letter(of.slug, definition, token, row.address, row.name, row.number + 1)


def _is_settled(connection: Connection, row: Row[Any]) -> bool:
    response, declined = survey_response.c, survey_opt_out.c
    answered = select(response.id).where(
        response.survey_id == row.survey_id,
        response.respondent == row.respondent,
        response.state == "complete",
    )
    refused = select(declined.person_hash).where(declined.person_hash == digest_of(row.person))
    return any(connection.execute(query).first() is not None for query in (answered, refused))


def _keep(
    connection: Connection,
    invitation_id: int,
    token: str,
    respondent: str,
    occasion: str | None,
    number: int,
    language: str,
    schedule: Schedule,
    now: datetime,
) -> None:
    remind = schedule.reminders > 0
    values = {
        "invitation_id": invitation_id, "token_hash": token_digest(token), "respondent": respondent,
        "occasion": occasion, "number": number, "language": language, "created_at": now,
        "remind_at": now + timedelta(days=schedule.every_days) if remind else None,
        "remind_days": schedule.every_days if remind else None, "reminders_left": schedule.reminders,
    }  # fmt: skip
    connection.execute(insert(survey_letter).values(values))


def keep_occasion(
    connection: Connection,
    invitation_id: int,
    occasion: str,
    *,
    language: str,
    schedule: Schedule,
    clock: Clock,
) -> str:
    """Keep a first letter about a new occasion; return its token. Its answers are a response of their own."""
    token = new_token()
    digest = token_digest(token)
    _keep(connection, invitation_id, token, digest, occasion, 0, language, schedule, clock())
    return token


def _names(connection: Connection, ids: Sequence[int]) -> list[tuple[int, str | None]]:
    columns = survey_invitation.c
    found = rows_among(connection, select(columns.id, columns.name), columns.id, ids)
    return [(row.id, row.name) for row in found]


def count_letters(connection: Connection, survey_id: int) -> dict[int, int]:
    """Return how many letters of each number were written: 0 invitations, 1 first reminders, …"""
    query = (
        select(survey_letter.c.number)
        .join(survey_invitation, survey_invitation.c.id == survey_letter.c.invitation_id)
        .join(survey, survey.c.id == survey_invitation.c.survey_id)
        .where(survey.c.id == survey_id)
    )
    counts: dict[int, int] = {}
    for number in connection.execute(query).scalars():
        counts[number] = counts.get(number, 0) + 1
    return counts
