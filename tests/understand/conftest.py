"""A small simulated world in a real facts store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from huiyin.store.facts import FactsBatch, FactsStore, Watermark
from huiyin.text import available_taxonomies, load_taxonomy
from huiyin.understand import AspectNames, Context

FIRST = date(2026, 6, 1)  # a Monday


@dataclass
class World:
    """Voices as they are said: `say` adds one with its opinions (aspect, sentiment, intensity, type)."""

    voices: list[dict[str, Any]] = field(default_factory=list)
    opinions: list[dict[str, Any]] = field(default_factory=list)

    def say(
        self,
        speaker: str,
        day: int = 0,
        opinions: Sequence[tuple[Any, ...]] = (),
        *,
        channel: str = "review",
        product: str | None = "回音 A",
        segment: str | None = None,
        text: str = "空调有异味",
        rating: float | None = None,
        nps: int | None = None,
        types: Sequence[str] = (),
        sentiment: int | None = None,
    ) -> int:
        key = len(self.voices) + 1
        at = datetime.combine(FIRST + timedelta(days=day), datetime.min.time()) + timedelta(
            hours=2, seconds=key
        )
        shared = {
            "feedback_id": key,
            "source": f"s-{channel}",
            "channel": channel,
            "taxonomy": "automotive",
            "product": product,
            "segment": segment,
            "region": None,
            "occurred_at": at,
            "day": FIRST + timedelta(days=day),
            "speaker": speaker,
            "customer_id": None,
        }
        signs = [opinion[1] for opinion in opinions]
        overall = sentiment if sentiment is not None else (min(signs) if signs else None)
        self.voices.append(
            shared
            | {
                "revision": key,
                "received_at": at,
                "rating": rating,
                "nps": nps,
                "language": "zh",
                "text": text,
                "types": list(types)
                or [opinion[3] if len(opinion) > 3 else "statement" for opinion in opinions],
                "sentiment": overall,
                "opinions": len(opinions),
            }
        )
        for ordinal, (aspect, sign, *rest) in enumerate(opinions):
            self.opinions.append(
                shared
                | {
                    "ordinal": ordinal,
                    "aspect": aspect,
                    "aspect1": ".".join(aspect.split(".")[:2]),
                    "polarity": float(sign),
                    "sentiment": sign,
                    "intensity": rest[0] if rest else 0.5,
                    "type": rest[1] if len(rest) > 1 else "statement",
                    "start_offset": 0,
                    "end_offset": len(text),
                    "term": text[:2],
                    "term_start": 0,
                    "term_end": 2,
                    "confidence": 0.9,
                }
            )
        return key

    def batch(self) -> FactsBatch:
        now = datetime(2026, 11, 22, 4, 0)  # noqa: DTZ001 the facts store keeps naive UTC
        return FactsBatch(
            pl.DataFrame(self.voices, infer_schema_length=None).cast({"nps": pl.Int16, "rating": pl.Float64}),
            pl.DataFrame(self.opinions, infer_schema_length=None),
            pl.Series([voice["feedback_id"] for voice in self.voices], dtype=pl.Int64),
            Watermark(len(self.voices), "test@1", "automotive@1", now, now),
        )


@pytest.fixture(scope="session")
def names() -> AspectNames:
    return AspectNames([load_taxonomy(name) for name in available_taxonomies()])


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def new_world() -> type[World]:
    """The class itself, for tests that need several worlds."""
    return World


@pytest.fixture
def open_facts(tmp_path: Path) -> Iterator[Callable[[World], FactsStore]]:
    """Return a function that puts a world into a facts store of its own."""
    opened: list[FactsStore] = []

    def open_world(world: World) -> FactsStore:
        store = FactsStore(tmp_path / f"facts-{len(opened)}")
        opened.append(store)
        if world.voices:
            store.apply(world.batch())
        return store

    yield open_world
    for store in opened:
        store.close()


@pytest.fixture
def context_of(open_facts: Callable[[World], FactsStore], names: AspectNames) -> Callable[..., Context]:
    """Return a function that gives the room's context over a world."""
    return lambda world, minimum_n=5: Context(open_facts(world), names, minimum_n)
