"""Gathering: following the ledger, each new customer and voice adds to the accounts and their handles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from huiyin.customers.identity.accounts import (
    AccountKind,
    Draft,
    handles_of,
    key_of,
    note_customer,
    note_voice,
)
from huiyin.store.ledger import tables
from huiyin.store.ledger import tables_identity as identity

CHUNK = 5_000
_COUNT_AGAIN = (
    update(identity.handle)
    .where(identity.handle.c.id == bindparam("handle_id"))
    .values({name: bindparam(name) for name in ("seen", "noted", "first_at", "last_at")})
)


@dataclass(frozen=True, slots=True)
class Reached:
    """How far gathering has come: the last revision of feedback and the last customer id."""

    revision: int = 0
    customer_id: int = 0


def reached(connection: Connection) -> Reached:
    """Return how far the last round came."""
    columns = identity.identity_round.c
    row = connection.execute(
        select(columns.revision, columns.customer_id).order_by(columns.id.desc()).limit(1)
    ).first()
    return Reached(row.revision, row.customer_id) if row else Reached()


def gather(connection: Connection, since: Reached, *, now: datetime) -> tuple[Reached, set[int]]:
    """Write what came after `since` into accounts and handles, in the caller's write transaction.

    Returns how far that came, and the accounts that are new or were heard of again.
    """
    customer_id, concerned = _gather_customers(connection, since.customer_id, now)
    revision = since.revision
    while rows := _voices_after(connection, revision):
        _store(connection, _drafts_of_voices(connection, rows, now), now)
        # A round that broke off had counted its voices already; their accounts are still to be looked at.
        keys = {found[0] for found in map(key_of, rows) if found}
        concerned |= set(account_ids(connection, sorted(keys)).values())
        revision = rows[-1]["revision"]
    return Reached(revision, customer_id), concerned


def _gather_customers(connection: Connection, after: int, now: datetime) -> tuple[int, set[int]]:
    table = tables.customer
    concerned: set[int] = set()
    while True:
        query = select(table).where(table.c.id > after).order_by(table.c.id).limit(CHUNK)
        rows = [dict(row) for row in connection.execute(query).mappings()]
        if not rows:
            return after, concerned
        _store(connection, [customer_draft(row, now) for row in rows], now)
        concerned |= set(account_ids(connection, [f"c:{row['id']}" for row in rows]).values())
        after = rows[-1]["id"]


def customer_draft(row: Mapping[str, Any], now: datetime) -> Draft:
    """Return the account of a row of the customer table with its handles."""
    draft = Draft(
        f"c:{row['id']}",
        AccountKind.CUSTOMER,
        row["name"] or row["external_id"],
        now,
        customer_id=row["id"],
    )
    note_customer(draft, row)
    return draft


def _voices_after(connection: Connection, revision: int) -> list[dict[str, Any]]:
    columns = tables.feedback.c
    query = (
        select(
            columns.id,
            columns.revision,
            columns.source_id,
            columns.customer_id,
            columns.author,
            columns.occurred_at,
            columns.metadata,
        )
        .where(columns.revision > revision)
        .order_by(columns.revision)
        .limit(CHUNK)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def _drafts_of_voices(
    connection: Connection, rows: Sequence[Mapping[str, Any]], now: datetime
) -> list[Draft]:
    drafts: dict[str, Draft] = {}
    counted = _counted(connection, [row["id"] for row in rows])
    for row in rows:
        found = key_of(row)
        if found is None or row["id"] in counted:
            continue
        key, kind = found
        if key not in drafts:
            drafts[key] = _voice_draft(key, kind, row, now)
        note_voice(drafts[key], row)
    return list(drafts.values())


def _counted(connection: Connection, ids: Sequence[int]) -> set[int]:
    """A voice changes its revision when it is excluded or re-read; its handles count once."""
    column = identity.account_voice.c.feedback_id
    return set(connection.execute(select(column).where(column.in_(ids))).scalars())


def _voice_draft(key: str, kind: AccountKind, row: Mapping[str, Any], now: datetime) -> Draft:
    label = row["author"] or str(handles_of(row).get("name") or handles_of(row).get("phone") or key)
    source = row["source_id"] if kind is AccountKind.AUTHOR else None
    return Draft(key, kind, label[:200], now, customer_id=row["customer_id"], source_id=source)


def _store(connection: Connection, drafts: Sequence[Draft], now: datetime) -> None:
    ids = account_ids(connection, [draft.key for draft in drafts])
    fresh = [draft for draft in drafts if draft.key not in ids]
    if fresh:
        ids |= _create(connection, fresh, now)
    store_handles(connection, {ids[draft.key]: draft for draft in drafts})
    voices = [
        {"feedback_id": voice, "account_id": ids[draft.key]} for draft in drafts for voice in draft.voices
    ]
    if voices:
        connection.execute(insert(identity.account_voice), voices)


def account_ids(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    """Return the account of each key that has one."""
    columns = identity.account.c
    found = connection.execute(select(columns.key, columns.id).where(columns.key.in_(keys)))
    return {row.key: row.id for row in found}


def _create(connection: Connection, drafts: Sequence[Draft], now: datetime) -> dict[str, int]:
    """Create accounts; each begins as a person of its own."""
    statement = insert(identity.person).returning(identity.person.c.id, sort_by_parameter_order=True)
    persons = connection.execute(statement, [{"created_at": now}] * len(drafts)).scalars().all()
    connection.execute(
        insert(identity.account),
        [
            {
                "key": draft.key,
                "kind": draft.kind.value,
                "customer_id": draft.customer_id,
                "source_id": draft.source_id,
                "label": draft.label,
                "crowd": False,
                "person_id": person_id,
                "created_at": now,
            }
            for draft, person_id in zip(drafts, persons, strict=True)
        ],
    )
    return account_ids(connection, [draft.key for draft in drafts])


def store_handles(connection: Connection, drafts: Mapping[int, Draft]) -> None:
    """Add the handles of drafts to their accounts; one that is there was seen once more."""
    known = _known_handles(connection, list(drafts))
    fresh, seen_again = [], []
    for account_id, draft in drafts.items():
        for (kind, normal), sighting in draft.handles.items():
            row = {
                "seen": sighting.seen,
                "noted": sighting.noted,
                "first_at": sighting.first_at,
                "last_at": sighting.last_at,
            }
            before = known.get((account_id, kind.value, normal))
            if before is None:
                named = {"account_id": account_id, "kind": kind.value, "value": sighting.value}
                fresh.append(row | named | {"normalised": normal})
            else:
                seen_again.append((before, row))
    if fresh:
        connection.execute(insert(identity.handle), fresh)
    if seen_again:
        connection.execute(_COUNT_AGAIN, [_counted_again(before, row) for before, row in seen_again])


def _known_handles(
    connection: Connection, account_ids: Sequence[int]
) -> dict[tuple[int, str, str], Mapping[str, Any]]:
    columns = identity.handle.c
    rows = connection.execute(select(identity.handle).where(columns.account_id.in_(account_ids))).mappings()
    return {(row["account_id"], row["kind"], row["normalised"]): dict(row) for row in rows}


def _counted_again(before: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "handle_id": before["id"],
        "seen": before["seen"] + row["seen"],
        "noted": before["noted"] and row["noted"],
        "first_at": min(before["first_at"], row["first_at"]),
        "last_at": max(before["last_at"], row["last_at"]),
    }
