"""Records that changed after they were gathered: what a customer gave up links them no more.

A telephone that the record no longer names is dropped, unless somebody noted it in a voice as well: then that note
stays, behind what is recorded today.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from huiyin.customers.identity.accounts import Draft
from huiyin.customers.identity.gathering import account_ids, customer_draft, store_handles
from huiyin.linkage import HandleKind
from huiyin.store.ledger import PER_STATEMENT, tables
from huiyin.store.ledger import tables_identity as identity

# A nickname once carried stays known: voices under it are still theirs.
_OF_RECORDS = frozenset(
    {
        HandleKind.NAME,
        HandleKind.PHONE,
        HandleKind.EMAIL,
        HandleKind.OPENID,
        HandleKind.DEVICE,
        HandleKind.VIN,
        HandleKind.PLATE,
    }
)


@dataclass(frozen=True, slots=True)
class Renewal:
    """What changed in the record of an account: handles to drop, to keep as a note, and a draft of new ones."""

    account: int
    dropped: tuple[int, ...]
    noted: tuple[int, ...]
    fresh: Draft


def changed_records(connection: Connection, upto: int, *, now: datetime) -> list[Renewal]:
    """Return the customer records up to an id that say something else than when they were gathered."""
    return [each for rows in _records(connection, upto) for each in _renewals(connection, rows, now)]


def renew(connection: Connection, changed: Sequence[Renewal]) -> set[int]:
    """Write what changed; return the accounts, which are to be compared anew."""
    table = identity.handle
    dropped = [{"handle_id": each} for found in changed for each in found.dropped]
    noted = [{"handle_id": each} for found in changed for each in found.noted]
    here = table.c.id == bindparam("handle_id")
    if dropped:
        connection.execute(delete(table).where(here), dropped)
    if noted:
        connection.execute(update(table).where(here).values(noted=True), noted)
    if changed:
        store_handles(connection, {each.account: each.fresh for each in changed})
    return {each.account for each in changed}


def _records(connection: Connection, upto: int) -> Iterator[list[dict[str, Any]]]:
    columns, after = tables.customer.c, 0
    while True:
        query = select(tables.customer).where(columns.id > after, columns.id <= upto)
        rows = connection.execute(query.order_by(columns.id).limit(PER_STATEMENT)).mappings().all()
        if not rows:
            return
        yield [dict(row) for row in rows]
        after = rows[-1]["id"]


def _renewals(connection: Connection, rows: Sequence[Mapping[str, Any]], now: datetime) -> Iterator[Renewal]:
    drafts = {draft.key: draft for draft in (customer_draft({**row, "created_at": now}, now) for row in rows)}
    ids = account_ids(connection, list(drafts))
    recorded = _recorded(connection, list(ids.values()))
    for key, account in ids.items():
        said, before = drafts[key], recorded.get(account, {})
        gone = [
            row for handle, row in before.items() if handle not in said.handles and handle[0] in _OF_RECORDS
        ]
        said.handles = {handle: seen for handle, seen in said.handles.items() if handle not in before}
        if gone or said.handles:
            yield Renewal(
                account,
                tuple(row.id for row in gone if row.seen == 1),
                tuple(row.id for row in gone if row.seen > 1),
                said,
            )


def _recorded(
    connection: Connection, accounts: Sequence[int]
) -> dict[int, dict[tuple[HandleKind, str], Any]]:
    columns = identity.handle.c
    query = select(
        columns.id, columns.account_id, columns.kind, columns.normalised, columns.seen
    ).where(columns.account_id.in_(accounts), columns.noted.is_(False))  # fmt: skip
    found: dict[int, dict[tuple[HandleKind, str], Any]] = {}
    for row in connection.execute(query):
        found.setdefault(row.account_id, {})[HandleKind(row.kind), row.normalised] = row
    return found
