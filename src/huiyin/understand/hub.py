"""The hub: tells every viewer of this process what has just become visible."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

LONGEST_QUEUE = 500
REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class LiveEvent:
    """Something that viewers are told: its kind ('voice', 'tick', 'alert') and its data as plain JSON."""

    kind: str
    data: dict[str, Any]


class Hub:
    """Fan-out from worker threads to the viewers' event loops; a slow viewer loses the oldest events."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._viewers: set[Viewer] = set()
        self._recent: deque[LiveEvent] = deque(maxlen=REMEMBERED)

    def publish(self, kind: str, data: dict[str, Any]) -> None:
        """Tell every viewer; safe from any thread, never waits."""
        event = LiveEvent(kind, data)
        with self._guard:
            if kind == "voice":
                self._recent.append(event)
            viewers = list(self._viewers)
        for viewer in viewers:
            viewer.tell(event)

    def recent(self, limit: int = REMEMBERED) -> list[LiveEvent]:
        """Return the newest voices told, newest first."""
        with self._guard:
            return list(self._recent)[::-1][:limit]

    @contextmanager
    def viewing(self) -> Iterator[Viewer]:
        """Listen while the block runs; call it inside the viewer's event loop."""
        viewer = Viewer(asyncio.get_running_loop())
        with self._guard:
            self._viewers.add(viewer)
        try:
            yield viewer
        finally:
            with self._guard:
                self._viewers.discard(viewer)


@dataclass(eq=False, slots=True)
class Viewer:
    """One listener with a bounded queue in its own event loop."""

    loop: asyncio.AbstractEventLoop
    queue: asyncio.Queue[LiveEvent] = field(default_factory=lambda: asyncio.Queue(LONGEST_QUEUE))

    def tell(self, event: LiveEvent) -> None:
        """Hand the event over; a loop that has ended is left alone."""
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._put, event)

    def _put(self, event: LiveEvent) -> None:
        if self.queue.full():
            self.queue.get_nowait()
        self.queue.put_nowait(event)

    async def events(self, *, idle_s: float) -> AsyncIterator[LiveEvent | None]:
        """Yield events as they come, and None after every `idle_s` seconds of silence."""
        while True:
            try:
                yield await asyncio.wait_for(self.queue.get(), idle_s)
            except TimeoutError:
                yield None
