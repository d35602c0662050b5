"""Intake: what it means to be accepted.

A voice is accepted when the transaction that wrote it has committed; the same (source, external id) is
accepted once, whoever sends it and however often.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import Connection, insert, select

from huiyin.collect.erased import RecordKind, erased_ids
from huiyin.collect.feedback import Feedback, Person, parse_feedback
from huiyin.collect.sources import Source
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import insert_into, next_revision, rows_among, tables


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row that was not accepted: where, why, and what would be right."""

    row: int
    field: str
    reason: str
    expected: str
    raw: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        return {"row": self.row, "field": self.field, "reason": self.reason, "expected": self.expected}


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """How many rows were new, how many were known, and which were refused."""

    accepted: int = 0
    duplicates: int = 0
    rejected: tuple[Rejection, ...] = ()

    def __add__(self, other: IntakeResult) -> IntakeResult:
        return IntakeResult(
            self.accepted + other.accepted,
            self.duplicates + other.duplicates,
            self.rejected + other.rejected,
        )


def validate(
    rows: Iterable[tuple[int, Mapping[str, Any]]], *, zone: tzinfo, received_at: datetime
) -> tuple[list[Feedback], list[Rejection]]:
    """Split numbered raw rows into voices and rejections."""
    voices: list[Feedback] = []
    rejected: list[Rejection] = []
    for number, raw in rows:
        try:
            voices.append(parse_feedback(raw, zone=zone, received_at=received_at))
        except InvalidInputError as error:
            rejected.append(Rejection(number, error.field or "", error.message, error.expected or "", raw))
    return voices, rejected


def accept(
    connection: Connection, source: Source, voices: Sequence[Feedback], *, received_at: datetime
) -> IntakeResult:
    """Write new voices in the caller's write transaction; known ones are counted and left as they are.

    A voice that was erased at its customer's request counts as known.
    """
    given = [voice.external_id for voice in voices]
    known = _known_ids(connection, source, given) | erased_ids(
        connection, RecordKind.VOICE, source.name, given
    )
    fresh: dict[str, Feedback] = {}
    for voice in voices:
        if voice.external_id not in known:
            fresh.setdefault(voice.external_id, voice)
    if fresh:
        customers = ensure_customers(
            connection, [v.customer for v in fresh.values() if v.customer], received_at
        )
        revision = next_revision(connection)
        rows = [
            _row(voice, source, revision + place, customers, received_at)
            for place, voice in enumerate(fresh.values())
        ]
        connection.execute(insert(tables.feedback), rows)
    return IntakeResult(len(fresh), len(voices) - len(fresh))


def ensure_customers(
    connection: Connection, people: Sequence[Person], created_at: datetime
) -> dict[str, int]:
    """Return the ledger id of each customer by external id, creating the unknown ones."""
    wanted = {person.external_id: person for person in people}
    found = _customer_ids(connection, list(wanted))
    missing = [person for key, person in wanted.items() if key not in found]
    if missing:
        connection.execute(
            insert_into(connection, tables.customer).on_conflict_do_nothing(),
            [
                {
                    "external_id": person.external_id,
                    "name": person.name,
                    "segment": person.segment,
                    "region": person.region,
                    "attributes": {},
                    "created_at": created_at,
                }
                for person in missing
            ],
        )
        found |= _customer_ids(connection, [person.external_id for person in missing])
    return found


def _known_ids(connection: Connection, source: Source, ids: Sequence[str]) -> set[str]:
    column = tables.feedback.c.external_id
    query = select(column).where(tables.feedback.c.source_id == source.id)
    return {row.external_id for row in rows_among(connection, query, column, ids)}


def _customer_ids(connection: Connection, external_ids: Sequence[str]) -> dict[str, int]:
    columns = tables.customer.c
    query = select(columns.external_id, columns.id)
    found = rows_among(connection, query, columns.external_id, external_ids)
    return {row.external_id: row.id for row in found}


def _row(
    voice: Feedback, source: Source, revision: int, customers: Mapping[str, int], received_at: datetime
) -> dict[str, Any]:
    return {
        "revision": revision,
        "source_id": source.id,
        "external_id": voice.external_id,
        "channel": source.channel.value,
        "occurred_at": voice.occurred_at,
        "received_at": received_at,
        "text": voice.text,
        "rating": voice.rating,
        "rating_scale": voice.rating_scale,
        "answers": voice.answers,
        "author": voice.author,
        "customer_id": customers[voice.customer.external_id] if voice.customer else None,
        "product": voice.product,
        "parent_external_id": voice.parent_external_id,
        "url": voice.url,
        "metadata": voice.metadata or None,
        "fingerprint": voice.fingerprint,
    }
