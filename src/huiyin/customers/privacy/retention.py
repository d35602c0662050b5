"""Retention: after the agreed time voices stay as what was said, no longer as who said it."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from huiyin.store.ledger import next_revision, tables
from huiyin.store.ledger import tables_identity as identity
from huiyin.text import masking

BATCH = 5_000


def forget_old(connection: Connection, before: datetime) -> dict[str, int]:
    """Cut voices older than `before` from their people and delete their visits, in the caller's write transaction.

    Phones, plates, addresses and the like inside a text are blotted out at the same length. One person's voices keep
    one made-up name per run, so that counts of distinct customers hold; nobody can turn it back. Orders stay, as
    bookkeeping needs them. Returns how many rows; a first run works through old voices in batches of 5,000.
    """
    rows = _old_voices(connection, before)
    if rows:
        _cut(connection, rows)
    events = tables.behaviour_event
    old = events.c.id.in_(select(events.c.id).where(events.c.at < before).limit(BATCH))
    return {"feedback": len(rows), "behaviour_event": connection.execute(delete(events).where(old)).rowcount}


def _old_voices(connection: Connection, before: datetime) -> list[Mapping[str, Any]]:
    columns, said = tables.feedback.c, identity.account_voice.c
    traced = or_(
        columns.customer_id.is_not(None),
        columns.author.is_not(None) & columns.author.not_like("~%"),
        said.account_id.is_not(None),
    )
    query = (
        select(
            columns.id, columns.customer_id, columns.source_id, columns.author, columns.text, said.account_id
        )
        .outerjoin(identity.account_voice, said.feedback_id == columns.id)
        .where(columns.occurred_at < before, traced)
        .order_by(columns.id)
        .limit(BATCH)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def _cut(connection: Connection, rows: list[Mapping[str, Any]]) -> None:
    salt = secrets.token_bytes(16)
    revision = next_revision(connection)
    texts = masking.mask_batch([row["text"] for row in rows])
    fresh = [
        {"key": row["id"], "named": _made_up(row, salt), "words": text, "change": revision + place}
        for place, (row, text) in enumerate(zip(rows, texts, strict=True))
    ]
    connection.execute(
        update(tables.feedback)
        .where(tables.feedback.c.id == bindparam("key"))
        .values(
            author=bindparam("named"), text=bindparam("words"), revision=bindparam("change"),
            customer_id=None, url=None, metadata=None,
        ),
        fresh,
    )  # fmt: skip
    said = identity.account_voice
    connection.execute(delete(said).where(said.c.feedback_id.in_([row["id"] for row in rows])))
    _drop_lonely(connection, rows)


def _made_up(row: Mapping[str, Any], salt: bytes) -> str:
    who = (
        f"c{row['customer_id']}"
        if row["customer_id"] is not None
        else f"a{row['source_id']}:{row['author']}:{row['account_id']}"
    )
    return "~" + blake2b(who.encode("utf-8", "surrogatepass"), key=salt, digest_size=8).hexdigest()


def _drop_lonely(connection: Connection, rows: list[Mapping[str, Any]]) -> None:
    """An author or caller of whom no voice is left is nobody any more."""
    accounts = sorted({row["account_id"] for row in rows if row["account_id"] is not None})
    columns, said = identity.account.c, identity.account_voice.c
    left = set(connection.execute(select(said.account_id).where(said.account_id.in_(accounts))).scalars())
    gone = [each for each in accounts if each not in left]
    owners: dict[int, list[int]] = defaultdict(list)
    for row in connection.execute(select(columns.id, columns.person_id).where(columns.id.in_(gone))):
        owners[row.person_id].append(row.id)
    connection.execute(delete(identity.account).where(columns.id.in_(gone), columns.kind != "customer"))
    alone = set(owners) - set(
        connection.execute(select(columns.person_id).where(columns.person_id.in_(list(owners)))).scalars()
    )
    connection.execute(delete(identity.person).where(identity.person.c.id.in_(alone)))
