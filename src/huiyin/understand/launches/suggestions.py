"""Launches that nobody declared: a product that people have only just begun to speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from huiyin.understand.launches.events import WatchedEvent
from huiyin.understand.queries import FactsReader, run

NEW_FOR = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A product first heard of lately, by enough people to be no accident."""

    product: str
    starts_at: datetime
    people: int
    voices: int


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
