"""One thing done again and again in a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)
LONGEST_PAUSE_S = 30.0


class Loop:
    """Calls `work` until stopped; `work` tells whether there may be more to do at once.

    An exception is logged with its loop's name and tried again after a growing pause, for the work of
    one loop must not end because one round of it failed.
    """

    def __init__(self, name: str, work: Callable[[], bool], *, pause_s: float) -> None:
        self._work = work
        self._pause_s = pause_s
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"huiyin-{name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ask the loop to end and wait for the round under way."""
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            try:
                more = self._work()
                failures = 0
            except Exception:
                log.exception("a round of %s failed", self._thread.name)
                more, failures = False, failures + 1
            if not more:
                growing = min(self._pause_s * 2**failures, LONGEST_PAUSE_S)
                self._stopping.wait(max(self._pause_s, growing))
