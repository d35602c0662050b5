"""The review queue: links that are likely but not certain, the most useful to settle first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from huiyin.customers.identity.evidence import LinkState
from huiyin.customers.portrait import AccountView, LinkView, account_views, link_view
from huiyin.store.ledger import tables_identity as identity


@dataclass(frozen=True, slots=True)
class Question:
    """Are these two accounts one person?"""

    link: LinkView
    one: AccountView
    other: AccountView
    one_person: int
    other_person: int


@dataclass(frozen=True, slots=True)
class Queue:
    """The most likely open questions, and how many there are in all."""

    items: tuple[Question, ...]
    total: int


def review_queue(connection: Connection, *, masked: bool, limit: int = 30) -> Queue:
    """Return open questions, the most likely first."""
    columns = identity.identity_link.c
    open_ones = columns.state == LinkState.REVIEW
    query = select(identity.identity_link).where(open_ones).order_by(columns.probability.desc(), columns.id)
    links = [link_view(dict(row)) for row in connection.execute(query.limit(limit)).mappings()]
    ids = [account for link in links for account in (link.one, link.other)]
    views = account_views(connection, ids, masked=masked)
    account = identity.account.c
    persons = {
        row.id: row.person_id
        for row in connection.execute(select(account.id, account.person_id).where(account.id.in_(ids)))
    }
    total = connection.execute(
        select(func.count()).select_from(identity.identity_link).where(open_ones)
    ).scalar_one()
    items = tuple(
        Question(link, views[link.one], views[link.other], persons[link.one], persons[link.other])
        for link in links
    )
    return Queue(items, total)
