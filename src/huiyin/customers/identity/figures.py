"""How far it is known who is who: accounts, persons, links, and the length of the queue."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from huiyin.customers.identity.evidence import How, LinkState
from huiyin.customers.identity.gathering import Reached
from huiyin.store.ledger import tables_identity as identity


@dataclass(frozen=True, slots=True)
class Figures:
    """What a round found: accounts by kind, persons, links by origin, and the length of the queue."""

    accounts: int
    persons: int
    customers: int
    authors: int
    contacts: int
    crowds: int
    linked_authors: int
    deterministic: int
    probabilistic: int
    review: int
    moved: int


def latest_figures(connection: Connection) -> tuple[Figures, datetime] | None:
    """Return what the last round found and when it ended, None before the first."""
    columns = identity.identity_round.c
    query = select(columns.figures, columns.ended_at).order_by(columns.id.desc()).limit(1)
    row = connection.execute(query).first()
    return (Figures(**row.figures), row.ended_at) if row else None


def note_round(
    connection: Connection, came: Reached, span: tuple[datetime, datetime], *, moved: int
) -> Figures:
    """Count what stands after a round and note how far it came."""
    figures = _count(connection, moved)
    row = {
        "started_at": span[0],
        "ended_at": span[1],
        "revision": came.revision,
        "customer_id": came.customer_id,
        "figures": asdict(figures),
    }
    connection.execute(insert(identity.identity_round), row)
    return figures


def _count(connection: Connection, moved: int) -> Figures:
    account, link = identity.account.c, identity.identity_link.c
    sizes = connection.execute(select(account.kind, func.count().label("size")).group_by(account.kind))
    kinds: dict[str, int] = {row.kind: row.size for row in sizes}
    states = {
        (row.how, row.state): row.links
        for row in connection.execute(
            select(link.how, link.state, func.count().label("links")).group_by(link.how, link.state)
        )
    }
    known = select(account.person_id).where(account.kind == "customer")
    linked = select(func.count()).where(account.kind == "author", account.person_id.in_(known))
    return Figures(
        accounts=sum(kinds.values()),
        persons=connection.execute(select(func.count(account.person_id.distinct()))).scalar_one(),
        customers=kinds.get("customer", 0),
        authors=kinds.get("author", 0),
        contacts=kinds.get("contact", 0),
        crowds=connection.execute(select(func.count()).where(account.crowd)).scalar_one(),
        linked_authors=connection.execute(linked).scalar_one(),
        deterministic=states.get((How.DETERMINISTIC, LinkState.LINKED), 0),
        probabilistic=states.get((How.PROBABILISTIC, LinkState.LINKED), 0),
        review=states.get((How.PROBABILISTIC, LinkState.REVIEW), 0),
        moved=moved,
    )
