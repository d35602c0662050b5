"""Whether a customer agreed to hear from us; who never said so is not contacted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from huiyin.access import Principal
from huiyin.act.telling.errors import StrangerError
from huiyin.kit.clock import Clock
from huiyin.store.ledger.tables import customer
from huiyin.store.ledger.tables_telling import contact_consent


@dataclass(frozen=True, slots=True)
class Consent:
    """A customer's decision, with where it is documented."""

    customer_id: int
    allowed: bool
    note: str
    decided_by: str
    decided_at: datetime


def record_consent(
    connection: Connection, customer_id: int, *, allowed: bool, note: str, by: Principal, clock: Clock
) -> Consent:
    """Keep a customer's newest decision; raises `StrangerError` for an unknown customer."""
    if connection.scalar(select(customer.c.id).where(customer.c.id == customer_id)) is None:
        raise StrangerError(f"no customer has the id {customer_id}")
    values = {"allowed": allowed, "note": note.strip(), "decided_by": by.username, "decided_at": clock()}
    where = contact_consent.c.customer_id == customer_id
    if connection.execute(update(contact_consent).where(where).values(values)).rowcount == 0:
        connection.execute(insert(contact_consent).values(values | {"customer_id": customer_id}))
    return consent_of(connection, [customer_id])[customer_id]


def consent_of(connection: Connection, customer_ids: Iterable[int]) -> dict[int, Consent]:
    """Return the decisions of these customers; one who never decided is left out."""
    wanted = frozenset(customer_ids)
    rows = connection.execute(select(contact_consent))
    return {
        row.customer_id: Consent(row.customer_id, row.allowed, row.note, row.decided_by, row.decided_at)
        for row in rows
        if row.customer_id in wanted
    }


def willing(connection: Connection, customer_ids: Iterable[int]) -> frozenset[int]:
    """Return which customers may be contacted.

    A decision kept here comes first, else what the customer's own record says under `consent.contact`.
    """
    wanted = frozenset(customer_ids)
    decided = consent_of(connection, wanted)
    rows = connection.execute(select(customer.c.id, customer.c.attributes))
    recorded = {row.id for row in rows if row.id in wanted and _recorded(row.attributes)}
    return frozenset(
        each for each in wanted if (decided[each].allowed if each in decided else each in recorded)
    )


def _recorded(attributes: object) -> bool:
    given = attributes.get("consent") if isinstance(attributes, dict) else None
    return isinstance(given, dict) and given.get("contact") is True
