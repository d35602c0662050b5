"""What may be done with a person's data, by purpose, and who said so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from huiyin.kit.digests import digest_of
from huiyin.store.ledger.tables_surveys import survey_opt_out
from huiyin.store.ledger.tables_telling import contact_consent

CONTACT, SURVEY = "contact", "survey"


class ConsentOrigin(StrEnum):
    """Where a purpose's yes or no comes from."""

    RECORD = "record"
    DECISION = "decision"
    OPT_OUT = "opt_out"


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose: whether it is allowed, where that comes from, and when it was said if that is known."""

    purpose: str
    allowed: bool
    origin: ConsentOrigin
    at: datetime | None


def purposes_of(
    connection: Connection,
    records: Iterable[Mapping[str, Any]],
    customer_ids: Sequence[int],
    external_ids: Sequence[str],
) -> list[Purpose]:
    """Return the purposes that are known of; a refusal in any record is a refusal, a later decision comes before records."""
    found: dict[str, Purpose] = {}
    for row in records:
        given = (row["attributes"] or {}).get("consent")
        for name, granted in given.items() if isinstance(given, dict) else ():
            allowed = bool(granted) and (str(name) not in found or found[str(name)].allowed)
            found[str(name)] = Purpose(str(name), allowed, ConsentOrigin.RECORD, None)
    for decided in _decisions(connection, customer_ids):
        found[CONTACT] = decided
    refused = _opted_out(connection, external_ids)
    if refused is not None:
        found[SURVEY] = Purpose(SURVEY, False, ConsentOrigin.OPT_OUT, refused)
    return sorted(found.values(), key=lambda each: each.purpose)


def _decisions(connection: Connection, customer_ids: Sequence[int]) -> Iterable[Purpose]:
    columns = contact_consent.c
    query = select(columns.allowed, columns.decided_at).where(columns.customer_id.in_(customer_ids))
    rows = connection.execute(query.order_by(columns.decided_at)).all()
    if rows:
        allowed = all(row.allowed for row in rows)
        yield Purpose(CONTACT, allowed, ConsentOrigin.DECISION, rows[-1].decided_at)


def _opted_out(connection: Connection, external_ids: Sequence[str]) -> datetime | None:
    digests = [digest_of(each) for each in external_ids]
    columns = survey_opt_out.c
    query = select(columns.created_at).where(columns.person_hash.in_(digests)).limit(1)
    return connection.execute(query).scalar()
