"""What everybody asks first, counted before anybody asks.

Among millions of voices the first count of a long window takes a second or more; from then on its sums are brought
forward by those who spoke since. A server therefore asks the windows that the pages offer of itself.
"""

from __future__ import annotations

from datetime import date, timedelta

from huiyin.understand.facts.breakdown import breakdowns
from huiyin.understand.facts.table import Context, list_facts
from huiyin.understand.filters import Filters
from huiyin.understand.overview import overview
from huiyin.understand.window import freshness, windowed

# What the filter bar offers, the one it opens with first.
DAYS = (90, 365, 30, 7)
# Of fewer voices every window is counted at once.
MANY_VOICES = 500_000


def windows_ahead(context: Context, today: date) -> tuple[Filters, ...]:
    """Return the windows worth counting ahead, up to the newest voice; none among few voices."""
    fresh = freshness(context.facts)
    if fresh.voices < MANY_VOICES:
        return ()
    end = windowed(Filters(), fresh, today).end or today
    asked = (Filters(end - timedelta(days=days - 1), end) for days in DAYS)
    return tuple(dict.fromkeys(windowed(filters, fresh, today) for filters in asked))


def count_ahead(context: Context, filters: Filters) -> None:
    """Ask what the pages ask of a window that nobody narrowed: the first page, the facts, and where they come from."""
    overview(context, filters)
    seen: set[str] = set()
    for fact in list_facts(context, filters).facts:
        world = fact.aspect.split(".")[0]
        if world not in seen:
            seen.add(world)
            breakdowns(context, filters, fact.aspect)
