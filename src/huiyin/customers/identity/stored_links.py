"""Links that stand, as far as they reach from some accounts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from huiyin.customers.identity.evidence import LinkState
from huiyin.kit.parts import parts
from huiyin.store.ledger import PER_STATEMENT
from huiyin.store.ledger import tables_identity as identity


@dataclass(frozen=True, slots=True)
class Stored:
    """A link as an earlier round or a person left it; `decided` by a person."""

    id: int
    one: int
    other: int
    weight: float
    how: str
    state: str
    decided: bool


def links_reached(connection: Connection, accounts: Collection[int]) -> list[Stored]:
    """Return the links of these accounts, and of all that joined links lead to from them."""
    found: dict[int, Stored] = {}
    seen, ahead = set(accounts), set(accounts)
    while ahead:
        fresh = [link for link in _links_of(connection, ahead) if link.id not in found]
        found |= {link.id: link for link in fresh}
        joined = [link for link in fresh if link.state == LinkState.LINKED]
        ahead = {account for link in joined for account in (link.one, link.other)} - seen
        seen |= ahead
    return list(found.values())


def _links_of(connection: Connection, accounts: Collection[int]) -> Iterator[Stored]:
    columns = identity.identity_link.c
    for part in parts(sorted(accounts), PER_STATEMENT):
        query = select(
            columns.id, columns.one_id, columns.other_id, columns.weight, columns.how, columns.state, columns.decided_by
        ).where(or_(columns.one_id.in_(part), columns.other_id.in_(part)))  # fmt: skip
        for row in connection.execute(query):
            yield Stored(
                row.id, row.one_id, row.other_id, row.weight, row.how, row.state, row.decided_by is not None
            )
