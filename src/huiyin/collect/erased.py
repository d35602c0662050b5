"""Records that were erased at a customer's request: a file that still holds them must not bring them back."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from hashlib import blake2b

from sqlalchemy import Connection, select

from huiyin.store.ledger import rows_among
from huiyin.store.ledger.tables_privacy import erased_record


class RecordKind(StrEnum):
    """What a record was."""

    VOICE = "voice"
    ORDER = "order"
    EVENT = "event"
    CUSTOMER = "customer"


def digest(kind: RecordKind, place: str, record_id: str) -> str:
    """Return what is kept of an erased record: 128 bits over its kind, source and id.

    >>> digest(RecordKind.VOICE, "评论", "1") == digest(RecordKind.ORDER, "评论", "1")
    False
    """
    words = "\x00".join((kind, place, record_id))
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def erased_ids(connection: Connection, kind: RecordKind, place: str, ids: Iterable[str]) -> set[str]:
    """Return those of `ids` that were erased; one look where nothing ever was."""
    if connection.execute(select(erased_record.c.digest).limit(1)).first() is None:
        return set()
    by_digest = {digest(kind, place, each): each for each in ids}
    column = erased_record.c.digest
    return {by_digest[row.digest] for row in rows_among(connection, select(column), column, by_digest)}
