"""Signals in behaviour: giving up, hammering, trying again; each becomes feedback of the behaviour channel.

The text of such a record says what was observed and is marked as observed: nobody said it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select, update

from huiyin.collect.connectors.configured import Configured, list_connectors
from huiyin.collect.intake import accept, validate
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger, tables, tables_connectors

PATIENCE = timedelta(minutes=30)
HORIZON = timedelta(hours=1)
RAGE_CLICKS, RAGE_WITHIN = 3, timedelta(seconds=2)
RETRIES, RETRY_WITHIN = 2, timedelta(minutes=10)
MOST_EVENTS = 50_000

_RAGE = frozenset(("rage click", "rageclick"))
_CLICKS = frozenset(("click", "clicked", "button clicked", "element clicked"))
_FAILED = ("failed", "error", "retry", "retried")
_ENDINGS = {"checkout": ("order completed", "checkout completed", "payment completed")}


@dataclass(frozen=True, slots=True)
class Seen:
    """An event as the detectors look at it."""

    id: int
    external_id: str
    who: str
    customer_id: str | None
    name: str
    at: datetime
    properties: Mapping[str, Any]

    @property
    def word(self) -> str:
        return " ".join(self.name.casefold().replace("_", " ").replace("$", " ").split())

    @property
    def place(self) -> str:
        return next(
            (
                str(self.properties[key])
                for key in ("path", "page", "url", "name")
                if self.properties.get(key)
            ),
            "",
        )

    @property
    def target(self) -> str:
        return next(
            (
                str(self.properties[key])
                for key in ("target", "selector", "element")
                if self.properties.get(key)
            ),
            "",
        )


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that a person did and that tells of trouble; the event it began with names it."""

    kind: str
    first: Seen
    times: int

    def record(self) -> dict[str, Any]:
        """Return the raw record of the signal."""
        place, target = self.first.place, self.first.target or self.first.name
        said = {
            "rage_click": f"在「{place}」连续点击「{target}」没有得到回应",
            "retry": f"在「{place}」重试「{self.first.name}」{self.times} 次",
            "abandon": f"在「{place}」放弃了「{self.first.name}」",
        }[self.kind]
        return {
            "external_id": f"{self.kind}:{self.first.external_id}"[:200],
            "text": f"【行为信号】{said}"[:500],
            "occurred_at": self.first.at,
            "author": self.first.who[:200],
            "customer_id": self.first.customer_id,
            "metadata": {"event": self.kind, "page": place[:500], "times": self.times, "observed": True},
        }


def find_signals(events: Sequence[Seen], now: datetime) -> list[Signal]:
    """Return the signals in events of any people, each person's own in the order of time.

    >>> from datetime import UTC
    >>> t = datetime(2026, 3, 5, tzinfo=UTC)
    >>> click = lambda n: Seen(n, f"e{n}", "a", None, "click", t + timedelta(seconds=n / 2), {"target": "#pay"})
    >>> [(s.kind, s.times) for s in find_signals([click(n) for n in range(4)], t)]
    [('rage_click', 4)]
    """
    ordered = sorted(events, key=lambda event: (event.who, event.at, event.id))
    found: list[Signal] = []
    for _, group in groupby(ordered, key=lambda event: event.who):
        own = list(group)
        found += [*_hammered(own), *_retried(own), *_abandoned(own, now)]
    return found


def raise_signals(ledger: Ledger, settings: Settings, *, clock: Clock) -> int:
    """Look through the new events of every behaviour connector; return how many signals were new."""
    with ledger.read() as connection:
        behaving = [each for each in list_connectors(connection, kind="segment") if each.enabled]
    return sum(_raise(ledger, settings, each, clock()) for each in behaving)


def _raise(ledger: Ledger, settings: Settings, configured: Configured, now: datetime) -> int:
    with ledger.read() as connection:
        events = _load(connection, configured)
    if not events:
        return 0
    records = [signal.record() for signal in find_signals(events, now)]
    voices, _ = validate(enumerate(records), zone=settings.zone, received_at=now)
    recent = [event.id for event in events if event.at > now - HORIZON]
    mark = min(recent) - 1 if recent else max(event.id for event in events)
    if not voices and mark == configured.watermark.get("event"):
        return 0
    with ledger.write() as connection:
        taken = accept(connection, configured.source, voices, received_at=now)
        connector = tables_connectors.connector
        connection.execute(
            update(connector).where(connector.c.id == configured.id).values(watermark={"event": mark})
        )
    return taken.accepted


def _load(connection: Connection, configured: Configured) -> list[Seen]:
    event, customer = tables.behaviour_event, tables.customer
    rows = connection.execute(
        select(event, customer.c.external_id.label("customer"))
        .outerjoin(customer, customer.c.id == event.c.customer_id)
        .where(event.c.id > configured.watermark.get("event", 0), event.c.source == configured.source.name)
        .order_by(event.c.id)
        .limit(MOST_EVENTS)
    )
    return [
        Seen(
            row.id,
            row.external_id,
            row.customer or str(row.properties.get("anonymous_id", "")),
            row.customer,
            row.name,
            row.at,
            row.properties,
        )
        for row in rows
    ]


def _hammered(events: Sequence[Seen]) -> Iterator[Signal]:
    yield from (Signal("rage_click", event, _times(event)) for event in events if event.word in _RAGE)
    clicks = [event for event in events if event.word in _CLICKS]
    for run in _runs(clicks, RAGE_WITHIN):
        if len(run) >= RAGE_CLICKS:
            yield Signal("rage_click", run[0], len(run))


def _retried(events: Sequence[Seen]) -> Iterator[Signal]:
    failed = [event for event in events if _has_failed(event)]
    for run in _runs(failed, RETRY_WITHIN):
        if len(run) >= RETRIES:
            yield Signal("retry", run[0], len(run))


def _abandoned(events: Sequence[Seen], now: datetime) -> Iterator[Signal]:
    for place, event in enumerate(events):
        what, _, ending = event.word.rpartition(" ")
        if ending != "started" or now - event.at < PATIENCE:
            continue
        ends = _ENDINGS.get(what, ()) + tuple(
            f"{what} {word}" for word in ("completed", "submitted", "finished")
        )
        later = [each for each in events[place + 1 :] if each.at - event.at <= PATIENCE]
        if not any(each.word in ends or each.word == event.word for each in later):
            yield Signal("abandon", event, 1)


def _runs(events: Sequence[Seen], within: timedelta) -> Iterator[list[Seen]]:
    """Yield each row of events on one thing with no gap longer than `within`."""
    for _, group in groupby(sorted(events, key=_thing), key=_thing):
        run: list[Seen] = []
        for event in group:
            if run and event.at - run[-1].at > within:
                yield run
                run = []
            run.append(event)
        yield run


def _thing(event: Seen) -> tuple[str, str]:
    return event.word, event.target or event.place


def _has_failed(event: Seen) -> bool:
    status = str(event.properties.get("status") or event.properties.get("outcome") or "").casefold()
    return event.word.endswith(_FAILED) or status in ("failed", "failure", "error")


def _times(event: Seen) -> int:
    times = event.properties.get("times")
    return times if isinstance(times, int) and 0 < times < 10_000 else RAGE_CLICKS
