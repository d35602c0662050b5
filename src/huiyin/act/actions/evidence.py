"""What was known when an action was opened, frozen so that nobody can improve it afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from huiyin.act.samples import sample_voices
from huiyin.kit.clock import Clock
from huiyin.understand import Context, Filters, freshness, one_fact, window_of, windowed

VERBATIMS = 20


def freeze_evidence(
    context: Context, filters: Filters, *, aspect: str | None, today: date, clock: Clock
) -> dict[str, Any]:
    """Return the fact about `aspect` within `filters` and up to twenty voices behind it, as JSON.

    Without an aspect there is no fact, only the voices. Negative voices are preferred, because they are
    what an action is against.
    """
    fresh = freshness(context.facts)
    closed = windowed(filters, fresh, today)
    window = window_of(closed)
    return {
        "window": {"from": window.start.isoformat(), "to": window.end.isoformat()},
        "as_of": None if fresh.as_of is None else fresh.as_of.isoformat(),
        "frozen_at": clock().isoformat(),
        "filters": closed.query_string(),
        "fact": None if aspect is None else one_fact(context, closed, aspect)[1].as_dict(),
        "verbatims": _voices(context, closed, aspect),
    }


def _voices(context: Context, filters: Filters, aspect: str | None) -> list[dict[str, Any]]:
    about = filters if aspect is None else filters.about(aspect)
    negative = about if about.sentiments else replace(about, sentiments=(-1,))
    found = sample_voices(context.facts, negative.voice_where(), limit=VERBATIMS)
    return found or sample_voices(context.facts, about.voice_where(), limit=VERBATIMS)
