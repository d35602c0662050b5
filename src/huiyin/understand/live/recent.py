"""The newest voices, as the live page shows them when it opens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from huiyin.understand.filters import ids_where
from huiyin.understand.names import AspectNames
from huiyin.understand.queries import FactsReader, run
from huiyin.understand.window import utc


@dataclass(frozen=True, slots=True)
class LiveVoice:
    """One voice as the live feed shows it; `aspects` are the names of what it is about."""

    id: int
    text: str
    channel: str
    source: str
    product: str | None
    occurred_at: datetime | None
    received_at: datetime | None
    sentiment: int | None
    aspects: tuple[str, ...]
    aspects_zh: tuple[str, ...]
    aspects_en: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON shape of the event `voice`."""
        return {
            "id": self.id,
            "text": self.text,
            "channel": self.channel,
            "source": self.source,
            "product": self.product,
            "occurred_at": _iso(self.occurred_at),
            "received_at": _iso(self.received_at),
            "sentiment": self.sentiment,
            "aspects": list(self.aspects),
            "aspects_zh": list(self.aspects_zh),
            "aspects_en": list(self.aspects_en),
        }


def recent_voices(facts: FactsReader, names: AspectNames, *, limit: int = 50) -> tuple[LiveVoice, ...]:
    """Return the voices accepted last, the newest first."""
    rows = run(facts, "verbatims.recent", params={"page_size": limit}).to_dicts()
    found: dict[int, list[str]] = defaultdict(list)
    ids = ids_where([row["feedback_id"] for row in rows])
    for feedback_id, aspect in run(facts, "verbatims.aspects_of", ids=ids).iter_rows():
        found[feedback_id].append(aspect)
    return tuple(live_voice(row, found[row["feedback_id"]], names) for row in rows)


def live_voice(row: Mapping[str, Any], aspects: list[str], names: AspectNames) -> LiveVoice:
    """Return a row of the table `voice` as the live feed shows it."""
    named = [names.name(aspect) for aspect in aspects]
    return LiveVoice(
        id=row["feedback_id"],
        text=row["text"],
        channel=row["channel"],
        source=row["source"],
        product=row["product"],
        occurred_at=utc(row["occurred_at"]),
        received_at=utc(row["received_at"]),
        sentiment=row["sentiment"],
        aspects=tuple(aspects),
        aspects_zh=tuple(name.zh for name in named),
        aspects_en=tuple(name.en for name in named),
    )


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")
