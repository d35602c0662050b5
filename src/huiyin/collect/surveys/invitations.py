"""Personal invitations: one link a person, and nobody is asked too often or against their will."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select

from huiyin.collect.surveys.surveys import Survey
from huiyin.kit.clock import Clock
from huiyin.kit.digests import digest_of
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import insert_into, rows_among, tables
from huiyin.store.ledger.tables_surveys import survey_invitation as table
from huiyin.store.ledger.tables_surveys import survey_letter, survey_opt_out
from huiyin.store.ledger.tables_telling import contact_consent


@dataclass(frozen=True, slots=True)
class Invitee:
    """A customer as you know them; without an address, the customer's own `email` is used for mails."""

    person: str
    name: str | None = None
    segment: str | None = None
    region: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """What became of an invitee: a token (shown once, kept as a digest), or the reason for none."""

    person: str
    token: str | None
    reason: str | None = None
    invitation_id: int | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is behind a token; answers by any of a person's tokens for one occasion are one response."""

    id: int
    person: str
    name: str | None
    segment: str | None
    region: str | None
    respondent: str
    occasion: str | None = None


def invite(
    connection: Connection, survey: Survey, people: Sequence[Invitee], *, clock: Clock
) -> list[Invited]:
    """Make a token for each person who may be asked now.

    Left out are those who know this survey, were asked anything within its recontact days, declined contact
    or opted out. Raises InvalidInputError for an anonymous survey: a personal link would tell who answered.
    """
    if survey.anonymous:
        raise InvalidInputError(
            "an anonymous survey has no personal links", field="anonymous", expected="the public link"
        )
    now = clock()
    wanted = list({invitee.person: invitee for invitee in people}.values())
    names = [each.person for each in wanted]
    reasons = reasons_against(connection, names, recontact_days=survey.recontact_days, now=now)
    reasons |= dict.fromkeys(_known(connection, survey.id, names), "invited to this survey already")
    addresses = _addresses(connection, names)
    result = []
    for invitee in wanted:
        reason = reasons.get(invitee.person)
        result.append(
            Invited(invitee.person, None, reason)
            if reason
            else _invite(connection, survey.id, invitee, addresses, now)
        )
    return result


def _invite(
    connection: Connection, survey_id: int, invitee: Invitee, addresses: Mapping[str, str], now: datetime
) -> Invited:
    token = new_token()
    address = invitee.address or addresses.get(invitee.person)
    values = {
        "survey_id": survey_id, "token_hash": token_digest(token), "person": invitee.person,
        "name": invitee.name, "segment": invitee.segment, "region": invitee.region,
        "address": address, "created_at": now,
    }  # fmt: skip
    key = connection.execute(insert(table).values(values)).inserted_primary_key
    return Invited(invitee.person, token, None, int(key[0]) if key else None, address)


def find_invitations(
    connection: Connection, survey_id: int, tokens: Collection[str]
) -> dict[str, Invitation]:
    """Return the survey's invitations behind these tokens, by the tokens' digests."""
    digests = {token_digest(token) for token in tokens}
    if not digests:
        return {}
    own = select(table, table.c.token_hash.label("digest")).where(table.c.token_hash.in_(digests))
    by_letter = (
        select(
            table,
            survey_letter.c.token_hash.label("digest"),
            survey_letter.c.respondent,
            survey_letter.c.occasion,
        )
        .join(survey_letter, survey_letter.c.invitation_id == table.c.id)
        .where(survey_letter.c.token_hash.in_(digests))
    )
    found = {}
    for query in (own, by_letter):
        for row in connection.execute(query.where(table.c.survey_id == survey_id)).mappings():
            found[row["digest"]] = _invitation(row)
    return found


def _invitation(row: Mapping[Any, Any]) -> Invitation:
    plain = {name: row[name] for name in ("id", "person", "name", "segment", "region")}
    return Invitation(
        **plain, respondent=row.get("respondent") or row["token_hash"], occasion=row.get("occasion")
    )


def opt_out(connection: Connection, survey_id: int, token: str, *, clock: Clock) -> bool:
    """Note that the person behind a token is not to be asked again; tell whether the token is known."""
    found = find_invitations(connection, survey_id, [token]).get(token_digest(token))
    if found is None:
        return False
    values = {"person_hash": digest_of(found.person), "created_at": clock()}
    connection.execute(insert_into(connection, survey_opt_out).values(values).on_conflict_do_nothing())
    return True


def new_token() -> str:
    """Return the secret part of a personal link."""
    return secrets.token_urlsafe(18)


def token_digest(token: str) -> str:
    """Return the digest under which a token or a browser's key is kept; 144 random bits need no salt."""
    return digest_of(token)


def reasons_against(
    connection: Connection, people: Sequence[str], *, recontact_days: int, now: datetime
) -> dict[str, str]:
    """Say of those who may not be asked anything now why."""
    rested = now - timedelta(days=recontact_days)
    asked = _last_asked(connection, people)
    reasons = {
        person: f"invited elsewhere within {recontact_days} days"
        for person, last in asked.items()
        if last > rested
    }
    return reasons | dict.fromkeys(_unwilling(connection, people), "does not want to be asked")


def member(connection: Connection, survey_id: int, person: str, *, now: datetime) -> Invited:
    """Return a customer's place in a standing survey, made from the customer's record the first time."""
    query = select(table.c.id, table.c.address).where(
        table.c.survey_id == survey_id, table.c.person == person
    )
    addresses = _addresses(connection, [person])
    known = connection.execute(query).first()
    if known is not None:
        return Invited(person, None, None, known.id, addresses.get(person) or known.address)
    columns = tables.customer.c
    record = connection.execute(select(tables.customer).where(columns.external_id == person)).one_or_none()
    given = (record.name, record.segment, record.region) if record else (None, None, None)
    return _invite(connection, survey_id, Invitee(person, *given), addresses, now)


def _known(connection: Connection, survey_id: int, people: Sequence[str]) -> Iterator[str]:
    query = select(table.c.person).where(table.c.survey_id == survey_id)
    return (row.person for row in rows_among(connection, query, table.c.person, people))


def _last_asked(connection: Connection, people: Sequence[str]) -> dict[str, datetime]:
    """Return when each was last invited to anything or asked again; reminders do not count."""
    found: dict[str, datetime] = {}
    invited = select(table.c.person, func.max(table.c.created_at))
    asked = (
        select(table.c.person, func.max(survey_letter.c.created_at))
        .join(survey_letter, survey_letter.c.invitation_id == table.c.id)
        .where(survey_letter.c.number == 0)
    )
    for query in (invited, asked):
        for person, last in rows_among(connection, query.group_by(table.c.person), table.c.person, people):
            found[person] = max(last, found.get(person, last))
    return found


def _unwilling(connection: Connection, people: Sequence[str]) -> Iterator[str]:
    """Yield who opted out of surveys, declined contact, or says so in the customer's own record."""
    digests = {digest_of(person): person for person in people}
    column = survey_opt_out.c.person_hash
    yield from (digests[row.person_hash] for row in rows_among(connection, select(column), column, digests))
    customer = tables.customer.c
    query = select(customer.external_id, customer.attributes, contact_consent.c.allowed).outerjoin(
        contact_consent, contact_consent.c.customer_id == customer.id
    )
    for person, attributes, allowed in rows_among(connection, query, customer.external_id, people):
        recorded = attributes.get("consent") if isinstance(attributes, dict) else None
        says = recorded.get("contact") if isinstance(recorded, dict) else None
        if (says if allowed is None else allowed) is False:
            yield person


def _addresses(connection: Connection, people: Sequence[str]) -> dict[str, str]:
    customer = tables.customer.c
    found = {}
    query = select(customer.external_id, customer.attributes)
    for person, attributes in rows_among(connection, query, customer.external_id, people):
        address = attributes.get("email") if isinstance(attributes, dict) else None
        if isinstance(address, str) and "@" in address:
            found[person] = address
    return found
