"""What only the ledger knows about a voice: its author, address, original rating and customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from huiyin.store.ledger.tables import customer, feedback


@dataclass(frozen=True, slots=True)
class Person:
    """The customer behind a voice."""

    id: int
    external_id: str
    name: str | None
    segment: str | None
    region: str | None


@dataclass(frozen=True, slots=True)
class Particulars:
    """The ledger's side of one voice."""

    author: str | None
    url: str | None
    rating: float | None
    rating_scale: float | None
    customer: Person | None


NOBODY = Particulars(None, None, None, None, None)


def particulars_of(connection: Connection, feedback_ids: Sequence[int]) -> dict[int, Particulars]:
    """Return the particulars of the voices that the ledger knows, by feedback id."""
    statement = (
        select(
            feedback.c.id,
            feedback.c.author,
            feedback.c.url,
            feedback.c.rating,
            feedback.c.rating_scale,
            feedback.c.customer_id,
            customer.c.external_id,
            customer.c.name,
            customer.c.segment,
            customer.c.region,
        )
        .select_from(feedback.outerjoin(customer, feedback.c.customer_id == customer.c.id))
        .where(feedback.c.id.in_(feedback_ids))
    )
    return {row.id: _particulars(row._mapping) for row in connection.execute(statement)}


def _particulars(found: RowMapping) -> Particulars:
    person = None
    if found["customer_id"] is not None:
        person = Person(
            found["customer_id"], found["external_id"], found["name"], found["segment"], found["region"]
        )
    return Particulars(found["author"], found["url"], found["rating"], found["rating_scale"], person)
