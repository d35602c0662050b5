"""The live feed inside one process: what the projector makes visible reaches every open page."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

CAPACITY = 500


@dataclass(frozen=True)
class Event:
    """One server-sent event: its name and its JSON-ready data."""

    name: str
    data: Mapping[str, Any]

    @cached_property
    def frame(self) -> str:
        """The event as it goes over the line; written once, however many pages are open."""
        return f"event: {self.name}\ndata: {json.dumps(self.data, ensure_ascii=False)}\n\n"


class Hub:
    """Publishes from any thread to any number of listeners; a slow listener loses its oldest events."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._lock = threading.Lock()
        self._listeners: set[Subscription] = set()

    @property
    def listeners(self) -> int:
        """How many pages are listening."""
        with self._lock:
            return len(self._listeners)

    def publish(self, *events: Event) -> None:
        """Hand events to every listener; never blocks, and one listener never fails another."""
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener.offer(events)

    @contextmanager
    def subscribe(self) -> Iterator[Subscription]:
        """Listen for as long as the block lasts; enter it on the listener's running event loop."""
        subscription = Subscription(asyncio.get_running_loop(), self._capacity)
        with self._lock:
            self._listeners.add(subscription)
        try:
            yield subscription
        finally:
            with self._lock:
                self._listeners.discard(subscription)


class Subscription:
    """One listener's queue."""

    def __init__(self, loop: asyncio.AbstractEventLoop, capacity: int) -> None:
        self._loop = loop
        self._waiting: deque[Event] = deque(maxlen=capacity)
        self._news = asyncio.Event()

    def offer(self, events: Sequence[Event]) -> None:
        """Queue events from any thread; a listener whose loop has ended is passed over."""
        try:
            self._loop.call_soon_threadsafe(self._put, events)
        except RuntimeError:
            return

    async def heard(self, timeout_s: float) -> list[Event]:
        """Return everything that waits, the oldest first, as soon as there is something; nothing when none came in time."""
        try:
            await asyncio.wait_for(self._news.wait(), timeout_s)
        except TimeoutError:
            return []
        found = list(self._waiting)
        self._waiting.clear()
        self._news.clear()
        return found

    def _put(self, events: Sequence[Event]) -> None:
        self._waiting.extend(events)
        self._news.set()
