"""Behaviour events folded into sessions: how far each came, and where something went wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from huiyin.store.ledger.tables import behaviour_event

MOST_EVENTS = 300_000
MOST_STEPS = 8
FEWEST_SHARE = 0.01
MOST_VALUES = 12
# Names that tell of trouble rather than of progress, in the words products use for their events.
TROUBLE = ("retry", "abandon", "rage", "error", "fail", "cancel", "timeout", "crash", "back")


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a session, with its plain properties."""

    customer_id: int | None
    name: str
    session: str
    at: datetime
    properties: Mapping[str, str]

    @property
    def troubled(self) -> bool:
        return any(word in self.name.lower() for word in TROUBLE)


@dataclass(slots=True)
class Session:
    """How many steps a session reached, and each trouble with the step it happened at."""

    customer_id: int | None
    properties: Mapping[str, str]
    reached: int = 0
    troubles: list[tuple[int, str]] = field(default_factory=list)

    def troubles_at(self, step: int) -> list[str]:
        return [name for at, name in self.troubles if at == step]


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of a window over the steps of a path."""

    sessions: Mapping[str, Session]
    steps: tuple[str, ...]

    def reached(self, step: int) -> list[tuple[str, Session]]:
        """Return the sessions that came to a step, with their ids."""
        return [(key, session) for key, session in self.sessions.items() if session.reached > step]


def read_events(connection: Connection, start: date, end: date, zone: ZoneInfo) -> tuple[list[Event], bool]:
    """Return the events of local days in their order, the newest three hundred thousand where there are more, and whether there are."""
    e = behaviour_event.c
    first = datetime.combine(start, time.min, zone).astimezone(UTC)
    last = datetime.combine(end + timedelta(days=1), time.min, zone).astimezone(UTC)
    query = (
        select(e.customer_id, e.name, e.properties, e.at)
        .where(e.at >= first, e.at < last)
        .order_by(e.at.desc(), e.id.desc())
        .limit(MOST_EVENTS + 1)
    )
    rows = [
        _event(row.customer_id, row.name, row.properties or {}, row.at) for row in connection.execute(query)
    ]
    return rows[:MOST_EVENTS][::-1], len(rows) > MOST_EVENTS


def usual_steps(events: Sequence[Event]) -> tuple[str, ...]:
    """Return the frequent events that tell of progress, in the order in which sessions meet them."""
    places: dict[str, list[int]] = defaultdict(list)
    lengths: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    for event in events:
        place = lengths[event.session]
        lengths[event.session] += 1
        if not event.troubled and (event.session, event.name) not in seen:
            seen.add((event.session, event.name))
            places[event.name].append(place)
    kept = [
        (sum(found) / len(found), name)
        for name, found in places.items()
        if len(found) >= FEWEST_SHARE * len(lengths)
    ]
    return tuple(name for _, name in sorted(kept)[:MOST_STEPS])


def split_properties(events: Sequence[Event]) -> tuple[str, ...]:
    """Return the properties with few values, by which a step can be split."""
    values: dict[str, set[str]] = defaultdict(set)
    for event in events[-5_000:]:
        for name, value in event.properties.items():
            values[name].add(value)
    return tuple(sorted(name for name, found in values.items() if 1 < len(found) <= MOST_VALUES))


def fold_sessions(events: Sequence[Event], steps: tuple[str, ...]) -> Sessions:
    """Fold events, in their order, into sessions over the steps."""
    order = {name: place for place, name in enumerate(steps)}
    found: dict[str, Session] = {}
    for event in events:
        session = found.setdefault(event.session, Session(event.customer_id, event.properties))
        if event.name in order:
            session.reached = max(session.reached, order[event.name] + 1)
        elif event.troubled:
            session.troubles.append((max(session.reached - 1, 0), event.name))
    return Sessions(found, steps)


def _event(customer_id: int | None, name: str, properties: Mapping[str, object], at: datetime) -> Event:
    plain = {key: str(value) for key, value in properties.items() if isinstance(value, str | int | float)}
    session = plain.get("session") or f"{customer_id}@{at:%Y-%m-%d}"
    return Event(customer_id, name, session, at, plain)
