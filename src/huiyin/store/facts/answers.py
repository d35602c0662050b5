"""Answers that are still true: one question asked by many at once is computed once, and kept until the facts change."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import TypeAlias

import polars as pl

KEPT = 512
MOST_ROWS = 20_000
Version: TypeAlias = Hashable


class Answers:
    """Remembers small answers of one version of the facts; safe from any thread.

    An answer is never older than its question: it is shared only among those who ask about the same version.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._version: Version = None
        self._kept: OrderedDict[Hashable, Future[pl.DataFrame]] = OrderedDict()

    def find(self, version: Version, key: Hashable, compute: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        """Return the answer to `key` at `version`, computing it unless somebody has or does so already."""
        with self._guard:
            if version != self._version:
                self._version, self._kept = version, OrderedDict()
            shared = self._kept.get(key)
            mine: Future[pl.DataFrame] = Future()
            if shared is None:
                self._kept[key] = mine
            else:
                self._kept.move_to_end(key)
        return shared.result() if shared is not None else self._compute(key, mine, compute)

    def _compute(
        self, key: Hashable, mine: Future[pl.DataFrame], compute: Callable[[], pl.DataFrame]
    ) -> pl.DataFrame:
        try:
            answer = compute()
        except BaseException as error:
            self._drop(key, mine)
            mine.set_exception(error)
            raise
        mine.set_result(answer)
        if answer.height > MOST_ROWS:
            self._drop(key, mine)
        with self._guard:
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return answer

    def _drop(self, key: Hashable, mine: Future[pl.DataFrame]) -> None:
        with self._guard:
            if self._kept.get(key) is mine:
                del self._kept[key]
