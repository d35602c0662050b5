"""Which accounts an account is compared with, looked up in the ledger instead of going through all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from hashlib import blake2b

from sqlalchemy import Connection, delete, func, insert, select

from huiyin.customers.identity.known import Known
from huiyin.customers.identity.records import Record, record_of
from huiyin.customers.identity.weighing import MODEL
from huiyin.kit.parts import parts
from huiyin.store.ledger import PER_STATEMENT
from huiyin.store.ledger.tables_account_keys import account_key

# What so many accounts share tells little of each; the round that compares everybody looks at these pairs too.
MOST_HOLDERS = 200


def keys_of(record: Record) -> set[int]:
    """Return a hash for each block of the model that the record stands in; records that share none never meet."""
    return {_hash(label, values) for label, values in _blocks(record)}


def store_keys(connection: Connection, accounts: Sequence[Known]) -> None:
    """Write by what these accounts are looked up, in place of what was there."""
    for part in parts(accounts, PER_STATEMENT):
        ids = [known.id for known in part]
        connection.execute(delete(account_key).where(account_key.c.account_id.in_(ids)))
        rows = [{"key": key, "account_id": known.id} for known in part for key in keys_of(record_of(known))]
        if rows:
            connection.execute(insert(account_key), rows)


def last_with_keys(connection: Connection) -> int:
    """Return the last account that can be looked up; those before it were written first. 0 for none."""
    return connection.execute(select(func.max(account_key.c.account_id))).scalar() or 0


def with_neighbours(connection: Connection, accounts: Collection[int]) -> set[int]:
    """Return these accounts and all that share a block with one of them."""
    columns = account_key.c
    keys: set[int] = set()
    for part in parts(sorted(accounts), PER_STATEMENT):
        keys |= set(connection.execute(select(columns.key).where(columns.account_id.in_(part))).scalars())
    found = set(accounts)
    for part in parts(sorted(keys), PER_STATEMENT):
        held = (
            select(columns.key)
            .where(columns.key.in_(part))
            .group_by(columns.key)
            .having(func.count() <= MOST_HOLDERS)
        )
        found |= set(connection.execute(select(columns.account_id).where(columns.key.in_(held))).scalars())
    return found


def _blocks(record: Record) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in MODEL.blocks:
        values = tuple(record[column] for column in block)
        if all(values):
            yield "+".join(block), values
    for one, other in MODEL.crossed:
        # Both columns under the name of the first: the one of one record may equal the other of another.
        for column in (one, other):
            if record[column]:
                yield one, (record[column],)


def _hash(label: str, values: tuple[str, ...]) -> int:
    text = "\x1f".join((label, *values)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big", signed=True)
