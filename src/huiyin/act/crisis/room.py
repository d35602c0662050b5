"""The crisis room of a signal: one place for who leads, what was decided, what is to do, and what is said outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from huiyin.access import Principal
from huiyin.act.errors import CrisisClosedError, CrisisExistsError, CrisisNotFoundError
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_teamwork import crisis_entry, crisis_room


class CrisisState(StrEnum):
    """Where a crisis stands; a closed one has a review."""

    OPEN = "open"
    CLOSED = "closed"


class EntryKind(StrEnum):
    """What a line of the log is."""

    DECISION = "decision"
    TASK = "task"
    NOTE = "note"
    STATEMENT = "statement"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class CrisisEntry:
    """One line of the log; a task has an assignee and, once done, a time."""

    id: int
    kind: EntryKind
    text: str
    actor: str
    at: datetime
    assignee: str | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class CrisisRoom:
    """One room as it stands, with its log, oldest first."""

    id: int
    signal_id: int
    title: str
    owner: str
    state: CrisisState
    statement: str
    review: str
    opened_by: str
    opened_at: datetime
    closed_at: datetime | None
    entries: tuple[CrisisEntry, ...]

    @property
    def open_tasks(self) -> int:
        """How many tasks are not done."""
        return sum(each.kind is EntryKind.TASK and each.done_at is None for each in self.entries)


def open_crisis(
    connection: Connection, signal_id: int, *, title: str, owner: str, by: Principal, clock: Clock
) -> CrisisRoom:
    """Open the room of a signal; raises `CrisisExistsError` where it has one."""
    _check_filled(title=title, owner=owner)
    if connection.scalar(select(crisis_room.c.id).where(crisis_room.c.signal_id == signal_id)) is not None:
        raise CrisisExistsError(f"signal {signal_id} has a crisis room already")
    values = {
        "signal_id": signal_id,
        "title": title.strip(),
        "owner": owner.strip(),
        "state": CrisisState.OPEN.value,
        "statement": "",
        "review": "",
        "opened_by": by.username,
        "opened_at": clock(),
    }
    room_id: int = connection.execute(
        insert(crisis_room).values(values).returning(crisis_room.c.id)
    ).scalar_one()
    _log(connection, room_id, EntryKind.STATE, owner.strip(), by, clock)
    return get_crisis(connection, signal_id)


def get_crisis(connection: Connection, signal_id: int) -> CrisisRoom:
    """Return the room of a signal; raises `CrisisNotFoundError`."""
    row = connection.execute(select(crisis_room).where(crisis_room.c.signal_id == signal_id)).one_or_none()
    if row is None:
        raise CrisisNotFoundError(f"signal {signal_id} has no crisis room")
    query = select(crisis_entry).where(crisis_entry.c.room_id == row.id).order_by(crisis_entry.c.id)
    entries = tuple(_entry(each) for each in connection.execute(query))
    return CrisisRoom(**row._asdict() | {"state": CrisisState(row.state), "entries": entries})


def list_crises(connection: Connection) -> list[CrisisRoom]:
    """Return every room, the open ones first, then the newest."""
    query = select(crisis_room.c.signal_id).order_by(crisis_room.c.state.desc(), crisis_room.c.id.desc())
    return [get_crisis(connection, signal_id) for signal_id in connection.scalars(query).all()]


def add_entry(
    connection: Connection,
    signal_id: int,
    kind: EntryKind,
    text: str,
    *,
    by: Principal,
    clock: Clock,
    assignee: str | None = None,
) -> CrisisRoom:
    """Write a decision, task or note into the log of an open room."""
    room = _open_room(connection, signal_id)
    _check_filled(text=text)
    if kind in (EntryKind.STATE, EntryKind.STATEMENT):
        raise InvalidInputError(
            "this kind of line writes itself", field="kind", expected="decision, task or note"
        )
    _log(connection, room.id, kind, text.strip(), by, clock, assignee=assignee)
    return get_crisis(connection, signal_id)


def finish_task(connection: Connection, signal_id: int, entry_id: int, *, clock: Clock) -> CrisisRoom:
    """Note that a task of an open room is done."""
    room = _open_room(connection, signal_id)
    mine = (crisis_entry.c.id == entry_id) & (crisis_entry.c.room_id == room.id)
    done = (
        update(crisis_entry).where(mine, crisis_entry.c.kind == EntryKind.TASK.value).values(done_at=clock())
    )
    if connection.execute(done).rowcount != 1:
        raise CrisisNotFoundError(f"the room has no task {entry_id}")
    return get_crisis(connection, signal_id)


def change_crisis(
    connection: Connection,
    signal_id: int,
    *,
    by: Principal,
    clock: Clock,
    owner: str | None = None,
    statement: str | None = None,
) -> CrisisRoom:
    """Hand the room over or write the statement anew; each is a line of the log."""
    room = _open_room(connection, signal_id)
    if owner is not None and owner.strip() != room.owner:
        _check_filled(owner=owner)
        _set(connection, room.id, owner=owner.strip())
        _log(connection, room.id, EntryKind.STATE, owner.strip(), by, clock)
    if statement is not None and statement.strip() != room.statement:
        _set(connection, room.id, statement=statement.strip())
        _log(connection, room.id, EntryKind.STATEMENT, statement.strip(), by, clock)
    return get_crisis(connection, signal_id)


def close_crisis(
    connection: Connection, signal_id: int, review: str, *, by: Principal, clock: Clock
) -> CrisisRoom:
    """Close the room with its review: what happened, what helped, what is done so that it stays away.

    Raises `InvalidInputError` without a review or while a task is open.
    """
    room = _open_room(connection, signal_id)
    _check_filled(review=review)
    if room.open_tasks:
        raise InvalidInputError(
            f"{room.open_tasks} tasks are not done",
            field="tasks",
            expected="finish them, or decide against them",
        )
    _set(connection, room.id, review=review.strip(), state=CrisisState.CLOSED.value, closed_at=clock())
    _log(connection, room.id, EntryKind.STATE, CrisisState.CLOSED.value, by, clock)
    return get_crisis(connection, signal_id)


def _open_room(connection: Connection, signal_id: int) -> CrisisRoom:
    room = get_crisis(connection, signal_id)
    if room.state is CrisisState.CLOSED:
        raise CrisisClosedError("this crisis is closed; its review stands")
    return room


def _check_filled(**texts: str) -> None:
    for name, text in texts.items():
        if not text.strip():
            raise InvalidInputError(f"the {name} is empty", field=name, expected="some text")


def _set(connection: Connection, room_id: int, **values: Any) -> None:
    connection.execute(update(crisis_room).where(crisis_room.c.id == room_id).values(values))


def _log(
    connection: Connection,
    room_id: int,
    kind: EntryKind,
    text: str,
    by: Principal,
    clock: Clock,
    *,
    assignee: str | None = None,
) -> None:
    values = {"room_id": room_id, "kind": kind.value, "text": text, "actor": by.username, "at": clock()}
    connection.execute(insert(crisis_entry).values(values | {"assignee": assignee or None}))


def _entry(row: Row[Any]) -> CrisisEntry:
    return CrisisEntry(row.id, EntryKind(row.kind), row.text, row.actor, row.at, row.assignee, row.done_at)
