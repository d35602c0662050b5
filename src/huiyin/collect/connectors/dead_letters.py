"""Dead letters: payloads that could not be read or were refused, kept until they are read again or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, func, select, update

from huiyin.collect.connectors.port import LARGEST_PAYLOAD, Spoiled
from huiyin.kit.errors import ConflictError, NotFoundError
from huiyin.store.ledger import insert_into, tables_connectors

_LETTER = tables_connectors.dead_letter.c


class LetterState(StrEnum):
    """What became of a dead letter."""

    WAITING = "waiting"
    REPLAYED = "replayed"
    DROPPED = "dropped"


class LetterSettledError(ConflictError):
    """The letter is no longer waiting."""

    code = "letter_settled"


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A payload, why it was refused, and what would be right."""

    id: int
    connector_id: int
    payload: bytes
    field: str
    reason: str
    expected: str
    state: LetterState
    attempts: int
    first_at: datetime
    last_at: datetime

    @property
    def text(self) -> str:
        """The payload as people can look at it."""
        return self.payload[:4000].decode("utf-8", "backslashreplace")


def keep_letters(
    connection: Connection, connector_id: int, spoiled: Sequence[Spoiled], now: datetime
) -> None:
    """Keep refused payloads; one that is known already stays one letter, waiting again."""
    if not spoiled:
        return
    statement = insert_into(connection, tables_connectors.dead_letter)
    statement = statement.on_conflict_do_update(
        index_elements=["connector_id", "digest"],
        set_={
            "field": statement.excluded.field,
            "reason": statement.excluded.reason,
            "expected": statement.excluded.expected,
            "state": LetterState.WAITING.value,
            "attempts": _LETTER.attempts + 1,
            "last_at": now,
        },
    )
    connection.execute(statement, [_row(connector_id, each, now) for each in spoiled])


def list_letters(
    connection: Connection,
    *,
    connector_id: int | None = None,
    state: LetterState | None = None,
    limit: int = 100,
) -> list[DeadLetter]:
    """Return the newest dead letters first."""
    query = select(tables_connectors.dead_letter).order_by(_LETTER.id.desc()).limit(limit)
    if connector_id is not None:
        query = query.where(_LETTER.connector_id == connector_id)
    if state is not None:
        query = query.where(_LETTER.state == state.value)
    return [_letter(row) for row in connection.execute(query).mappings()]


def get_letter(connection: Connection, letter_id: int) -> DeadLetter:
    """Return one letter. Raises NotFoundError."""
    query = select(tables_connectors.dead_letter).where(_LETTER.id == letter_id)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise NotFoundError(f"there is no dead letter {letter_id}")
    return _letter(row)


def settle_letter(connection: Connection, letter: DeadLetter, state: LetterState, now: datetime) -> None:
    """Mark a waiting letter as replayed or dropped. Raises LetterSettledError when it is not waiting."""
    changed = connection.execute(
        update(tables_connectors.dead_letter)
        .where(_LETTER.id == letter.id, _LETTER.state == LetterState.WAITING.value)
        .values(state=state.value, last_at=now)
    )
    if not changed.rowcount:
        raise LetterSettledError(f"letter {letter.id} is {letter.state} already")


def count_waiting(connection: Connection) -> dict[int, int]:
    """Return how many letters wait, by connector."""
    query = select(_LETTER.connector_id, func.count()).where(_LETTER.state == LetterState.WAITING.value)
    rows = connection.execute(query.group_by(_LETTER.connector_id))
    return {row[0]: row[1] for row in rows}


def _row(connector_id: int, spoiled: Spoiled, now: datetime) -> dict[str, Any]:
    return {
        "connector_id": connector_id,
        "digest": blake2b(spoiled.payload, digest_size=16).hexdigest(),
        "payload": spoiled.payload[:LARGEST_PAYLOAD],
        "field": spoiled.field[:120],
        "reason": _storable(spoiled.reason),
        "expected": _storable(spoiled.expected),
        "state": LetterState.WAITING.value,
        "attempts": 1,
        "first_at": now,
        "last_at": now,
    }


def _storable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()[:2000]


def _letter(row: Any) -> DeadLetter:
    kept = {name: value for name, value in row.items() if name not in ("digest", "state")}
    return DeadLetter(**kept, state=LetterState(row["state"]))
