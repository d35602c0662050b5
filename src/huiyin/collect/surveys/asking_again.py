"""One question to one customer about one occasion: was the case solved, did the repair help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from huiyin.collect.mail_bounces import bounced
from huiyin.collect.surveys.definition import parse_definition
from huiyin.collect.surveys.invitations import member, reasons_against
from huiyin.collect.surveys.letters import Letter, Schedule, keep_occasion
from huiyin.collect.surveys.question import Metric
from huiyin.collect.surveys.surveys import Survey, SurveyState, change_survey, create_survey, get_survey
from huiyin.collect.surveys.templates import ONE_QUESTION
from huiyin.collect.surveys.voices import voice_id
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_surveys import survey as table
from huiyin.store.ledger.tables_surveys import survey_invitation, survey_letter, survey_response

LONGEST_OCCASION = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """The personal link's token and, where an address takes mails, the letter to send; or the reason for neither."""

    survey_id: int
    slug: str
    token: str | None = None
    letter: Letter | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What a customer answered about an occasion."""

    score: int | None
    answers: dict[str, Any]
    feedback_external_id: str


def ask_again(
    connection: Connection,
    person: str,
    *,
    occasion: str,
    metric: Metric = Metric.CSAT,
    taxonomy: str,
    recontact_days: int = 7,
    language: str = "zh",
    reminders: int = 0,
    clock: Clock,
) -> Asked:
    """Ask one customer one question about an occasion such as "case-12", in the caller's write transaction.

    The first call for a metric opens a standing survey. The customer is known by the company's own id
    (`customer.external_id`). Nobody is asked twice about one occasion, nor who was asked anything within
    `recontact_days`, declined contact or opted out: then `reason` says why. Put `letter` into the outbox
    (`act.asking.post_letters`) in the same transaction, or hand the link `/s/{slug}?t={token}` on yourself.
    """
    if not 1 <= len(occasion) <= LONGEST_OCCASION:
        raise InvalidInputError(
            "the occasion has no usable name",
            field="occasion",
            expected=f"1 to {LONGEST_OCCASION} characters",
        )
    standing = _standing(connection, metric, taxonomy, recontact_days, clock)
    reason = reasons_against(connection, [person], recontact_days=recontact_days, now=clock()).get(person)
    if _was_asked(connection, standing.id, person, occasion):
        reason = "asked about this already"
    if reason:
        return Asked(standing.id, standing.slug, reason=reason)
    place = member(connection, standing.id, person, now=clock())
    token = keep_occasion(
        connection,
        place.invitation_id or 0,
        occasion,
        language=language,
        schedule=Schedule(reminders),
        clock=clock,
    )
    definition = parse_definition(standing.raw, language)
    alive = place.address and not bounced(connection, [place.address], now=clock())
    letter = Letter(standing.slug, definition, token, str(place.address), None, 0) if alive else None
    return Asked(standing.id, standing.slug, token, letter)


def answer_about(connection: Connection, occasion: str) -> Answered | None:
    """Return the complete answer about an occasion, None while there is none."""
    query = (
        select(survey_response, table.c.definition)
        .join(table, table.c.id == survey_response.c.survey_id)
        .where(
            survey_response.c.occasion == occasion,
            survey_response.c.state == "complete",
            table.c.purpose.is_not(None),
        )
        .order_by(survey_response.c.id.desc())
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    return Answered(row.answers.get("score"), row.answers, voice_id(row.id))


def _standing(
    connection: Connection, metric: Metric, taxonomy: str, recontact_days: int, clock: Clock
) -> Survey:
    purpose = f"again.{metric.value}.{taxonomy}"
    found = connection.execute(select(table.c.id).where(table.c.purpose == purpose)).scalar()
    if found is None:
        found = create_survey(
            connection,
            ONE_QUESTION[metric],
            taxonomy=taxonomy,
            clock=clock,
            by="huiyin",
            recontact_days=recontact_days,
        )
        connection.execute(update(table).where(table.c.id == found).values(purpose=purpose))
    # Whoever closed the standing survey did not close the cases that still ask their question.
    standing = get_survey(connection, found)
    if standing.state is not SurveyState.OPEN:
        change_survey(connection, found, clock=clock, state=SurveyState.OPEN)
    return get_survey(connection, found)


def _was_asked(connection: Connection, survey_id: int, person: str, occasion: str) -> bool:
    query = (
        select(survey_letter.c.id)
        .join(survey_invitation, survey_invitation.c.id == survey_letter.c.invitation_id)
        .where(
            survey_invitation.c.survey_id == survey_id,
            survey_invitation.c.person == person,
            survey_letter.c.occasion == occasion,
        )
    )
    return connection.execute(query).first() is not None
