"""Records that were erased at a customer's request: a file that still holds them must not bring them back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from hashlib import blake2b

from sqlalchemy import Connection, select

from huiyin.store.ledger.tables_privacy import erased_record

CHUNK = 5_000


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
    wanted = list(by_digest)
    return {
        by_digest[each]
        for start in range(0, len(wanted), CHUNK)
        for each in _found(connection, wanted[start : start + CHUNK])
    }


def _found(connection: Connection, digests: Sequence[str]) -> Iterable[str]:
    column = erased_record.c.digest
    return connection.execute(select(column).where(column.in_(digests))).scalars()
