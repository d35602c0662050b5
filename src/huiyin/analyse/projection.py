"""The projection: follows the ledger's revisions into the facts, exactly once after any kill."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import polars as pl

from huiyin.analyse.coding import coded_in, with_coded
from huiyin.analyse.enrichment import enrich
from huiyin.analyse.pending import changes_after
from huiyin.kit.clock import Clock
from huiyin.store.facts import FactsBatch, FactsDraft, FactsStore, Watermark
from huiyin.store.ledger import Ledger
from huiyin.text import Analyser, available_taxonomies, load_taxonomy

STEP = 10_000


@dataclass(frozen=True, slots=True)
class Projected:
    """One step of the projection: what became visible."""

    voices: pl.DataFrame
    opinions: pl.DataFrame
    watermark: Watermark


class Projector:
    """Owns the way from ledger to facts; one per installation, in the process that owns the facts file."""

    def __init__(
        self, ledger: Ledger, facts: FactsStore, analyser: Analyser, *, zone: ZoneInfo, clock: Clock
    ) -> None:
        self._ledger = ledger
        self._facts = facts
        self._analyser = analyser
        self._zone = zone
        self._clock = clock
        self._stepping = threading.Lock()

    def step(self, limit: int = STEP) -> Projected | None:
        """Project the next changes and return them, or None when the facts are up to date."""
        with self._stepping:
            batch, found = self._next(self._facts.watermark(), limit)
            if batch is None or found is None:
                return None
            self._facts.apply(batch)
            return found

    def catch_up(self) -> int:
        """Project everything the ledger holds; return the number of voices that became visible."""
        total = 0
        while (found := self.step()) is not None:
            total += found.voices.height
        return total

    def is_outdated(self) -> bool:
        """Tell whether the facts were made by another analyser or other taxonomies than today's."""
        watermark = self._facts.watermark()
        return watermark is not None and (watermark.analyser, watermark.taxonomies) != self._makers()

    def rebuild(self) -> int:
        """Build the facts anew beside the old ones and swap them in; return the number of voices.

        Steps wait for the end of a rebuild, so nothing that is accepted meanwhile is missed.
        """
        with self._stepping, self._facts.rebuilding() as draft:
            return self._fill(draft)

    def _fill(self, draft: FactsDraft) -> int:
        total, watermark = 0, None
        while True:
            batch, found = self._next(watermark, STEP)
            if batch is None or found is None:
                return total
            draft.apply(batch)
            watermark = batch.watermark
            total += found.voices.height

    def _next(
        self, watermark: Watermark | None, limit: int
    ) -> tuple[FactsBatch, Projected] | tuple[None, None]:
        with self._ledger.read() as connection:
            changes = changes_after(connection, watermark.revision if watermark else 0, limit)
            coded = coded_in(connection, changes)
        if changes.is_empty():
            return None, None
        voices, opinions = with_coded(*enrich(changes, self._analyser, self._zone), coded)
        analyser, taxonomies = self._makers()
        moved = Watermark(
            revision=changes.item(-1, "revision"),
            analyser=analyser if watermark is None else watermark.analyser,
            taxonomies=taxonomies if watermark is None else watermark.taxonomies,
            newest_voice=_newest(changes, watermark),
            projected_at=self._clock().replace(tzinfo=None),
        )
        batch = FactsBatch(voices, opinions, changes.get_column("feedback_id"), moved)
        return batch, Projected(voices, opinions, moved)

    def _makers(self) -> tuple[str, str]:
        taxonomies = (load_taxonomy(name) for name in available_taxonomies())
        return (
            f"{self._analyser.name}@{self._analyser.version}",
            ",".join(f"{each.name}@{each.version}" for each in taxonomies),
        )


def _newest(changes: pl.DataFrame, watermark: Watermark | None) -> datetime | None:
    newest = changes.get_column("received_at").dt.replace_time_zone(None).max()
    if not isinstance(newest, datetime):
        return None
    return max(newest, watermark.newest_voice) if watermark and watermark.newest_voice else newest
