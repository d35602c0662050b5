"""Connecting: every pulled source is asked when its time has come, none waits for a slow one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self

from huiyin.bootstrap import Installation
from huiyin.collect import connectors

AT_ONCE = 8


class Connecting:
    """Runs the due connectors, each at most once at a time, in threads of their own."""

    def __init__(self, app: Installation) -> None:
        self._app = app
        self._stopping = threading.Event()
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="huiyin-connector")
        self._running: dict[int, Future[object]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Let the runs under way commit what they hold, and end."""
        self._stopping.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def step(self) -> bool:
        """Start what is due; never asks to be called again at once."""
        self._running = {key: run for key, run in self._running.items() if not run.done()}
        with self._app.ledger.read() as connection:
            due = connectors.due_connectors(connection, self._app.clock())
        for connector_id in due:
            if connector_id not in self._running and len(self._running) < AT_ONCE:
                self._running[connector_id] = self._pool.submit(self._run(connector_id))
        return False

    def _run(self, connector_id: int) -> Callable[[], object]:
        return lambda: connectors.run_connector(
            self._app.ledger,
            self._app.settings,
            connector_id,
            clock=self._app.clock,
            stopping=self._stopping.is_set,
        )
