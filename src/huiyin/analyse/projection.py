"""The projection: follows the ledger's revisions into the facts, exactly once after any kill."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import polars as pl

from huiyin.analyse.coding import coded_in, with_coded
from huiyin.analyse.enrichment import enrich
from huiyin.analyse.pending import changes_after, newest_revision
from huiyin.analyse.second_opinions import second_opinions_of, with_second_opinions
from huiyin.analyse.taxonomies import packaged
from huiyin.kit.clock import Clock
from huiyin.store.facts import FactsBatch, FactsDraft, FactsStore, Watermark
from huiyin.store.ledger import Ledger
from huiyin.text import Analyser, Taxonomy, signature

STEP = 10_000


@dataclass(frozen=True, slots=True)
class Projected:
    """One step of the projection: what became visible."""

    voices: pl.DataFrame
    opinions: pl.DataFrame
    watermark: Watermark


@dataclass(frozen=True, slots=True)
class Renewal:
    """How far a rebuild has come: the revision it has reached of the newest one, and what it reads with."""

    reached: int
    newest: int
    voices: int
    taxonomies: str
    started_at: datetime


class Projector:
    """Owns the way from ledger to facts; one per installation, in the process that owns the facts file."""

    def __init__(
        self,
        ledger: Ledger,
        facts: FactsStore,
        analyser: Analyser,
        *,
        zone: ZoneInfo,
        clock: Clock,
        taxonomies: Callable[[], Mapping[str, Taxonomy]] = packaged,
    ) -> None:
        self._ledger = ledger
        self._facts = facts
        self._analyser = analyser
        self._zone = zone
        self._clock = clock
        self._taxonomies = taxonomies
        self._stepping = threading.Lock()
        self._renewing = threading.Lock()
        self._renewal: Renewal | None = None

    def step(self, limit: int = STEP) -> Projected | None:
        """Project the next changes and return them, or None when the facts are up to date."""
        with self._stepping:
            watermark = self._facts.watermark()
            if not self._is_behind(watermark):
                return None
            batch, found = self._next(watermark, limit, self._taxonomies())
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
        makers = self._makers(self._taxonomies())
        return watermark is not None and (watermark.analyser, watermark.taxonomies) != makers

    @property
    def renewal(self) -> Renewal | None:
        """How far the rebuild under way has come, None when there is none."""
        return self._renewal

    def rebuild(self) -> int:
        """Build the facts anew beside the old ones and swap them in; return the number of voices.

        Steps go on meanwhile and wait only for the last stretch, so nothing that is accepted meanwhile is missed.
        """
        taxonomies, started = self._taxonomies(), self._clock()
        with self._renewing, ExitStack() as held:
            try:
                with self._facts.rebuilding() as draft:
                    total, mark = self._fill(draft, None, taxonomies, started)
                    held.enter_context(self._stepping)
                    rest, _ = self._fill(draft, mark, taxonomies, started)
            finally:
                self._renewal = None
        return total + rest

    def _is_behind(self, watermark: Watermark | None) -> bool:
        # Asked twenty times a second of a server at rest: one look at an index instead of the joins.
        with self._ledger.read() as connection:
            return newest_revision(connection) > (watermark.revision if watermark else 0)

    def _fill(
        self,
        draft: FactsDraft,
        watermark: Watermark | None,
        taxonomies: Mapping[str, Taxonomy],
        started: datetime,
    ) -> tuple[int, Watermark | None]:
        total = 0
        while True:
            self._renewal = self._reached(watermark, total, taxonomies, started)
            batch, found = self._next(watermark, STEP, taxonomies)
            if batch is None or found is None:
                return total, watermark
            draft.apply(batch)
            watermark = batch.watermark
            total += found.voices.height

    def _reached(
        self, mark: Watermark | None, voices: int, taxonomies: Mapping[str, Taxonomy], started: datetime
    ) -> Renewal:
        with self._ledger.read() as connection:
            newest = newest_revision(connection)
        return Renewal(mark.revision if mark else 0, newest, voices, self._makers(taxonomies)[1], started)

    def _next(
        self, watermark: Watermark | None, limit: int, trees: Mapping[str, Taxonomy]
    ) -> tuple[FactsBatch, Projected] | tuple[None, None]:
        with self._ledger.read() as connection:
            changes = changes_after(connection, watermark.revision if watermark else 0, limit)
            coded = coded_in(connection, changes)
            judged = second_opinions_of(connection, changes.get_column("feedback_id").to_list())
        if changes.is_empty():
            return None, None
        voices, opinions, needs = enrich(changes, self._analyser, self._zone, trees)
        voices, opinions = with_second_opinions(voices, opinions, judged)
        voices, opinions = with_coded(voices, opinions, coded)
        analyser, taxonomies = self._makers(trees)
        moved = Watermark(
            revision=changes.item(-1, "revision"),
            analyser=analyser if watermark is None else watermark.analyser,
            taxonomies=taxonomies if watermark is None else watermark.taxonomies,
            newest_voice=_newest(changes, watermark),
            projected_at=self._clock().replace(tzinfo=None),
        )
        batch = FactsBatch(voices, opinions, changes.get_column("feedback_id"), moved, needs)
        return batch, Projected(voices, opinions, moved)

    def _makers(self, taxonomies: Mapping[str, Taxonomy]) -> tuple[str, str]:
        return (
            signature(self._analyser),
            ",".join(f"{each.name}@{each.version}" for each in taxonomies.values()),
        )


def _newest(changes: pl.DataFrame, watermark: Watermark | None) -> datetime | None:
    newest = changes.get_column("received_at").dt.replace_time_zone(None).max()
    if not isinstance(newest, datetime):
        return None
    return max(newest, watermark.newest_voice) if watermark and watermark.newest_voice else newest
