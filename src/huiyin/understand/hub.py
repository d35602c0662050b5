"""The live feed inside one process: what the projector makes visible reaches every open page."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

CAPACITY = 500


@dataclass(frozen=True, slots=True)
class Event:
    """One server-sent event: its name and its JSON-ready data."""

    name: str
    data: Mapping[str, Any]


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

    def publish(self, event: Event) -> None:
        """Hand an event to every listener; never blocks, and one listener never fails another."""
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener.offer(event)

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
        self._queue: asyncio.Queue[Event] = asyncio.Queue(capacity)

    def offer(self, event: Event) -> None:
        """Queue an event from any thread; a listener whose loop has ended is passed over."""
        try:
            self._loop.call_soon_threadsafe(self._put, event)
        except RuntimeError:
            return

    async def next(self, timeout_s: float) -> Event | None:
        """Return the next event, None when none came in time."""
        try:
            return await asyncio.wait_for(self._queue.get(), timeout_s)
        except TimeoutError:
            return None

    def _put(self, event: Event) -> None:
        if self._queue.full():
            self._queue.get_nowait()
        self._queue.put_nowait(event)
