"""Counting ahead: nobody is the first to ask for a year of everything."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from huiyin.understand import Context, Filters, count_ahead, windows_ahead
from huiyin.worker.resting import Rest

# A round is followed by a rest of so many times its length, so that it never takes more than a twentieth of the time.
REST = 20


class Counting:
    """One window a step; after the last of a round it rests."""

    def __init__(self, context: Context, today: Callable[[], date], *, rest: float = REST) -> None:
        self._context = context
        self._today = today
        self._rest = Rest(rest)
        self._waiting: list[Filters] = []
        self._spent_s = 0.0

    def step(self) -> bool:
        """Count the next window; tells whether the round has more."""
        begin = time.monotonic()
        if not self._waiting:
            if not self._rest.is_over:
                return False
            self._waiting = list(windows_ahead(self._context, self._today()))
            self._spent_s = 0.0
        if self._waiting:
            count_ahead(self._context, self._waiting.pop(0))
        self._spent_s += time.monotonic() - begin
        self._rest.follow(self._spent_s)
        return bool(self._waiting)
