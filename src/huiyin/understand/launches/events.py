"""Events in the ledger: what is watched, since when, and beside whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from huiyin.kit.clock import Clock
from huiyin.kit.errors import ConflictError, InvalidInputError, NotFoundError
from huiyin.store.ledger.tables_launches import watched_event as table

MOST_TERMS, MOST_RIVALS = 10, 3


class EventNotFoundError(NotFoundError):
    """No such watched event."""

    code = "event_not_found"


class EventExistsError(ConflictError):
    """An event of this name is watched already."""

    code = "event_exists"


@dataclass(frozen=True, slots=True)
class EventDraft:
    """What somebody wants to watch: a product, words, or both."""

    name: str
    starts_at: datetime
    product: str | None = None
    terms: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WatchedEvent:
    """An event that is watched; `rivals` are the products it is compared with."""

    id: int
    name: str
    product: str | None
    terms: tuple[str, ...]
    rivals: tuple[str, ...]
    starts_at: datetime
    created_by: str
    created_at: datetime
    closed_at: datetime | None


def declare_event(connection: Connection, draft: EventDraft, *, by: str, clock: Clock) -> WatchedEvent:
    """Watch an event from now on.

    Raises InvalidInputError for an event without a name, or with neither product nor words, and EventExistsError.
    """
    name = draft.name.strip()
    terms = tuple(dict.fromkeys(term.strip() for term in draft.terms if len(term.strip()) > 1))
    if not name:
        raise InvalidInputError("the event has no name", field="name", expected="what it is called")
    if not draft.product and not terms:
        raise InvalidInputError(
            "nothing to watch", field="terms", expected="a product, or words of two characters and more"
        )
    if len(terms) > MOST_TERMS or len(draft.rivals) > MOST_RIVALS:
        raise InvalidInputError(
            "too much at once",
            field="terms",
            expected=f"at most {MOST_TERMS} words and {MOST_RIVALS} products to compare with",
        )
    if connection.execute(select(table.c.id).where(table.c.name == name)).first():
        raise EventExistsError(f"an event called {name!r} is watched already")
    row = {
        "name": name, "product": draft.product or None, "terms": list(terms),
        "rivals": [each for each in draft.rivals if each and each != draft.product],
        "starts_at": draft.starts_at, "created_by": by, "created_at": clock(),
    }  # fmt: skip
    found = connection.execute(insert(table).values(**row).returning(table.c.id)).scalar_one()
    return get_event(connection, int(found))


def get_event(connection: Connection, event_id: int) -> WatchedEvent:
    """Return one event. Raises EventNotFoundError."""
    row = connection.execute(select(table).where(table.c.id == event_id)).mappings().first()
    if row is None:
        raise EventNotFoundError(f"no watched event {event_id}")
    return _event(row)


def list_events(connection: Connection) -> list[WatchedEvent]:
    """Return every event, those still watched and the newest first."""
    query = select(table).order_by(table.c.closed_at.is_not(None), table.c.starts_at.desc())
    return [_event(row) for row in connection.execute(query).mappings()]


def close_event(connection: Connection, event_id: int, *, clock: Clock) -> WatchedEvent:
    """Stop watching; the report ends here. Raises EventNotFoundError."""
    get_event(connection, event_id)
    change = update(table).where(table.c.id == event_id, table.c.closed_at.is_(None))
    connection.execute(change.values(closed_at=clock()))
    return get_event(connection, event_id)


def _event(row: object) -> WatchedEvent:
    fields = dict(row)  # type: ignore[call-overload]
    lists: dict[str, Sequence[str]] = {name: tuple(fields[name]) for name in ("terms", "rivals")}
    return WatchedEvent(**(fields | lists))
