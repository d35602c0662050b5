"""How the fieldwork went: who was asked, who answered, how long it took."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, distinct, func, select

from huiyin.collect.surveys.letters import count_letters
from huiyin.collect.surveys.surveys import Survey
from huiyin.stats import Estimate, wilson
from huiyin.store.ledger.tables_surveys import survey_invitation, survey_letter, survey_response


@dataclass(frozen=True, slots=True)
class Fieldwork:
    """Response rates by AAPOR's Standard Definitions (RR1 complete, RR2 with partial, every invitee eligible);
    `completion` is the share of begun responses that were completed. A person asked on several occasions
    counts as often as asked. `reminded` are reminders written, `ways` the responses by how people came.
    """

    invited: int
    complete: int
    partial: int
    rr1: Estimate | None
    rr2: Estimate | None
    completion: Estimate
    median_seconds: float | None
    mailed: int
    reminded: int
    ways: dict[str, int]


def fieldwork(connection: Connection, survey: Survey) -> Fieldwork:
    """Return counts and response rates; rates of invitees need personal invitations."""
    invited = _invited(connection, survey.id)
    personal = _by_state(connection, survey.id)
    complete, partial = personal.get("complete", 0), personal.get("partial", 0)
    letters = count_letters(connection, survey.id)
    return Fieldwork(
        invited=invited,
        complete=survey.complete,
        partial=survey.partial,
        rr1=wilson(complete, invited) if invited else None,
        rr2=wilson(complete + partial, invited) if invited else None,
        completion=wilson(survey.complete, survey.complete + survey.partial),
        median_seconds=_median_seconds(connection, survey.id),
        mailed=letters.get(0, 0),
        reminded=sum(count for number, count in letters.items() if number),
        ways=_ways(connection, survey.id),
    )


def _invited(connection: Connection, survey_id: int) -> int:
    """Count invitations; where people are asked by occasion, the occasions."""
    invitation, letter = survey_invitation.c, survey_letter.c
    occasions = (
        select(letter.invitation_id, func.count(distinct(letter.occasion)).label("asked"))
        .group_by(letter.invitation_id)
        .subquery()
    )
    times = func.max(func.coalesce(occasions.c.asked, 0), 1)
    query = (
        select(func.coalesce(func.sum(times), 0))
        .select_from(survey_invitation.outerjoin(occasions, occasions.c.invitation_id == invitation.id))
        .where(invitation.survey_id == survey_id)
    )
    return int(connection.execute(query).scalar_one())


def _by_state(connection: Connection, survey_id: int) -> dict[str, int]:
    columns = survey_response.c
    query = (
        select(columns.state, func.count())
        .where(columns.survey_id == survey_id, columns.invitation_id.is_not(None))
        .group_by(columns.state)
    )
    return {str(state): int(count) for state, count in connection.execute(query)}


def _ways(connection: Connection, survey_id: int) -> dict[str, int]:
    columns = survey_response.c
    query = (
        select(columns.via, func.count())
        .where(columns.survey_id == survey_id, columns.via.is_not(None))
        .group_by(columns.via)
    )
    return {str(via): int(count) for via, count in connection.execute(query)}


def _median_seconds(connection: Connection, survey_id: int) -> float | None:
    columns = survey_response.c
    query = select(columns.seconds).where(columns.survey_id == survey_id, columns.seconds.is_not(None))
    seconds = sorted(connection.execute(query).scalars())
    return float(seconds[len(seconds) // 2]) if seconds else None
