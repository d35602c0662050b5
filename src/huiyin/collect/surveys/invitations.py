"""Personal invitations: one link a person, and nobody is asked too often."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from huiyin.collect.surveys.surveys import Survey
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_surveys import survey_invitation as table


@dataclass(frozen=True, slots=True)
class Invitee:
    """A customer as you know them."""

    person: str
    name: str | None = None
    segment: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """What became of an invitee: a token (shown once, kept as a digest), or the reason for none."""

    person: str
    token: str | None
    reason: str | None = None


def invite(
    connection: Connection, survey: Survey, people: Sequence[Invitee], *, clock: Clock
) -> list[Invited]:
    """Make a token for each person who was invited nowhere within the survey's recontact days.

    Raises InvalidInputError for an anonymous survey: a personal link would tell who answered.
    """
    if survey.anonymous:
        raise InvalidInputError(
            "an anonymous survey has no personal links", field="anonymous", expected="the public link"
        )
    now = clock()
    rested_since = now - timedelta(days=survey.recontact_days)
    result = []
    for invitee in people:
        last = _last_invited(connection, invitee.person)
        if _known(connection, survey.id, invitee.person):
            result.append(Invited(invitee.person, None, "invited to this survey already"))
        elif last is not None and last > rested_since:
            result.append(
                Invited(invitee.person, None, f"invited elsewhere within {survey.recontact_days} days")
            )
        else:
            token = secrets.token_urlsafe(18)
            values = {
                "survey_id": survey.id, "token_hash": token_digest(token), "person": invitee.person,
                "name": invitee.name, "segment": invitee.segment, "region": invitee.region, "created_at": now,
            }  # fmt: skip
            connection.execute(insert(table).values(values))
            result.append(Invited(invitee.person, token))
    return result


def find_invitations(connection: Connection, survey_id: int, tokens: Collection[str]) -> dict[str, Row[Any]]:
    """Return the survey's invitations behind these tokens, by the tokens' digests."""
    if not tokens:
        return {}
    digests = {token_digest(token) for token in tokens}
    query = select(table).where(table.c.survey_id == survey_id, table.c.token_hash.in_(digests))
    return {row.token_hash: row for row in connection.execute(query)}


def token_digest(token: str) -> str:
    """Return the digest under which a token or a browser's key is kept; 144 random bits need no salt."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _last_invited(connection: Connection, person: str) -> datetime | None:
    return connection.execute(select(func.max(table.c.created_at)).where(table.c.person == person)).scalar()


def _known(connection: Connection, survey_id: int, person: str) -> bool:
    query = select(table.c.id).where(table.c.survey_id == survey_id, table.c.person == person)
    return connection.execute(query).first() is not None
