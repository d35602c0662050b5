"""What a reader can choose from: channels, types, aspects, products, segments, regions, sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from huiyin.collect import Channel
from huiyin.store.ledger.tables import source
from huiyin.text import Taxonomy
from huiyin.understand.filters import Filters
from huiyin.understand.names import TYPES, AspectNames
from huiyin.understand.queries import FactsReader, run
from huiyin.understand.window import Freshness, Window, freshness, utc, window_of, windowed


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter with its names."""

    id: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Source:
    """One source: where its voices come from, how many there are, and when the last was accepted."""

    id: int
    name: str
    channel: str
    taxonomy: str
    terms_note: str
    voices: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Meta:
    """Everything the filter bar offers; `default_window` is what no chosen day means."""

    channels: tuple[Choice, ...]
    types: tuple[Choice, ...]
    taxonomies: tuple[Taxonomy, ...]
    products: tuple[str, ...]
    segments: tuple[str, ...]
    regions: tuple[str, ...]
    sources: tuple[Source, ...]
    extent: Window | None
    default_window: Window | None


def read_meta(facts: FactsReader, connection: Connection, names: AspectNames, *, today: date) -> Meta:
    """Return the choices; products, segments and regions are those that have voices."""
    choices: dict[str, list[str]] = {"product": [], "segment": [], "region": []}
    # The most spoken of come first.
    found = run(facts, "meta.choices").sort("voices", descending=True, maintain_order=True)
    for kind, value, _ in found.iter_rows():
        choices[kind].append(value)
    fresh = freshness(facts)
    return Meta(
        channels=tuple(Choice(c.value, c.zh, c.en) for c in Channel),
        types=tuple(Choice(key, zh, en) for key, (zh, en) in TYPES.items()),
        taxonomies=names.taxonomies,
        products=tuple(choices["product"]),
        segments=tuple(choices["segment"]),
        regions=tuple(choices["region"]),
        sources=_sources(facts, connection),
        extent=_extent(fresh),
        default_window=window_of(windowed(Filters(), fresh, today)) if fresh.voices else None,
    )


def _sources(facts: FactsReader, connection: Connection) -> tuple[Source, ...]:
    heard = {row["name"]: row for row in run(facts, "meta.sources").iter_rows(named=True)}
    found = []
    for row in connection.execute(select(source).order_by(source.c.name)):
        counted = heard.get(row.name, {"voices": 0, "last_at": None})
        found.append(
            Source(
                row.id,
                row.name,
                row.channel,
                row.taxonomy,
                row.terms_note,
                counted["voices"],
                utc(counted["last_at"]),
            )
        )
    return tuple(found)


def _extent(fresh: Freshness) -> Window | None:
    if fresh.first_day is None or fresh.last_day is None:
        return None
    return Window(fresh.first_day, fresh.last_day)
