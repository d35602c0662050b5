"""Pushed batches: one call, one transaction, and the same answer when the same batch comes again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, select

from huiyin.collect.intake import accept, validate
from huiyin.collect.sources import ensure_source
from huiyin.kit.clock import Clock
from huiyin.kit.errors import ConflictError
from huiyin.kit.settings import Settings
from huiyin.store.ledger import tables


class IdempotencyKeyReusedError(ConflictError):
    """The key was used before for a batch with other content."""

    code = "idempotency_key_reused"


def accept_batch(
    connection: Connection,
    settings: Settings,
    *,
    source: str,
    channel: str,
    taxonomy: str,
    items: Sequence[Mapping[str, Any]],
    clock: Clock,
    idempotency_key: str | None = None,
) -> dict[str, Any]:
    """Accept a batch in the caller's write transaction; return counts and the refused rows.

    With a key, the first answer is kept and given again for the same content;
    IdempotencyKeyReusedError is raised when the content differs.
    """
    digest = _digest(source, channel, taxonomy, items) if idempotency_key else ""
    if idempotency_key and (earlier := _earlier(connection, idempotency_key, digest)) is not None:
        return earlier
    now = clock()
    origin = ensure_source(connection, name=source, channel=channel, taxonomy=taxonomy, now=now)
    voices, rejected = validate(enumerate(items), zone=settings.zone, received_at=now)
    taken = accept(connection, origin, voices, received_at=now)
    result = {
        "accepted": taken.accepted,
        "duplicates": taken.duplicates,
        "rejected": [rejection.as_dict() for rejection in rejected],
    }
    if idempotency_key:
        connection.execute(
            insert(tables.intake_batch).values(
                idempotency_key=idempotency_key, digest=digest, result=result, accepted_at=now
            )
        )
    return result


def _earlier(connection: Connection, key: str, digest: str) -> dict[str, Any] | None:
    columns = tables.intake_batch.c
    row = connection.execute(
        select(columns.digest, columns.result).where(columns.idempotency_key == key)
    ).one_or_none()
    if row is None:
        return None
    if row.digest != digest:
        raise IdempotencyKeyReusedError(f"idempotency key {key!r} was used for another batch")
    return dict(row.result)


def _digest(*content: object) -> str:
    return sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()
