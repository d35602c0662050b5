"""Events that nobody declared: a product only just spoken of, a burst of voices about one, a word nobody used before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from huiyin.understand.launches.events import WatchedEvent
from huiyin.understand.queries import FactsReader, run
from huiyin.understand.signals import Kind, Signal

NEW_FOR = timedelta(days=90)
MOST_BURSTS = 4


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What could be watched: a product or words, since when, by how many people; `signal_id` is the signal that told it."""

    product: str | None
    starts_at: datetime
    people: int
    voices: int
    terms: tuple[str, ...] = ()
    signal_id: int | None = None


def suggest_events(
    facts: FactsReader, known: Sequence[WatchedEvent], *, now: datetime, minimum_n: int
) -> list[Suggestion]:
    """Return products first heard of in the last 90 days by `minimum_n` people, that nobody watches yet.

    A record younger than that has nothing to be new against, so it suggests nothing.
    """
    since = (now - NEW_FOR).replace(tzinfo=None)
    found = run(facts, "launches.newcomers", params={"since": since, "enough": minimum_n})
    oldest = run(facts, "launches.oldest").item()
    if oldest is None or oldest >= since:
        return []
    watched = {event.product for event in known}
    return [
        Suggestion(row["product"], row["starts_at"].replace(tzinfo=UTC), row["people"], row["voices"])
        for row in found.to_dicts()
        if row["product"] not in watched
    ]


def suggest_bursts(
    signals: Sequence[Signal], known: Sequence[WatchedEvent], *, now: datetime
) -> list[Suggestion]:
    """Return what signals of the last days tell of: bursts of voices about a product, and new words.

    What an open watch covers already, by product or by word, is left out.
    """
    open_ones = [event for event in known if event.closed_at is None]
    products = {event.product for event in open_ones}
    words = [term for event in open_ones for term in event.terms]
    found = []
    for signal in signals:
        if not signal.is_active(now) or signal.kind not in (Kind.VOLUME, Kind.TERM):
            continue
        term = signal.term if signal.kind is Kind.TERM else None
        product = signal.product if term is None else None
        if (term is None and (product is None or product in products)) or (term and term in words):
            continue
        terms = (term,) if term else ()
        found.append(Suggestion(product, signal.since, signal.people, signal.voices, terms, signal.id))
    return found[:MOST_BURSTS]
