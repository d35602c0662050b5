"""Answers that are still true: one question asked by many at once is computed once, and kept until the facts change."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TypeAlias

import polars as pl

KEPT = 512
MOST_ROWS = 20_000
# A costly answer over many voices is shared a little longer than it is the newest: ten times what it cost.
COSTLY_S = 0.1
PATIENCE = 10.0
OLDEST_S = 30.0
Version: TypeAlias = Hashable


@dataclass(frozen=True, slots=True)
class State:
    """Which facts a question is asked of.

    `version` changes with every write, `epoch` only when something that was there is changed or gone; `lenient`
    tells that an answer may miss what was added in the last seconds, which among very many voices nobody can see.
    """

    version: Version
    epoch: Hashable = None
    lenient: bool = False


@dataclass(slots=True)
class _Kept:
    """One answer, computed or on its way."""

    state: State
    answer: Future[pl.DataFrame] = field(default_factory=Future)
    computed_at: float = 0.0
    cost_s: float = 0.0

    def holds(self, state: State, now: float) -> bool:
        """Whether the answer may be given to who asks of `state`."""
        if self.state.version == state.version:
            return True
        if not state.lenient or self.state.epoch != state.epoch or not self.answer.done():
            return False
        return self.cost_s >= COSTLY_S and now - self.computed_at <= min(OLDEST_S, PATIENCE * self.cost_s)


class Answers:
    """Remembers small answers; safe from any thread.

    An answer is never older than its question, but where the state is lenient: then a costly one is shared for ten
    times what it cost, half a minute at most, and never across a change or a deletion.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._guard = threading.Lock()
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._clock = clock

    def find(self, state: State, key: Hashable, compute: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        """Return the answer to `key` at `state`, computing it unless somebody has or does so already."""
        with self._guard:
            shared = self._kept.get(key)
            if shared is not None and not shared.holds(state, self._clock()):
                shared = None
            mine = _Kept(state)
            if shared is None:
                self._kept[key] = mine
            self._kept.move_to_end(key)
        return shared.answer.result() if shared is not None else self._compute(key, mine, compute)

    def _compute(self, key: Hashable, mine: _Kept, compute: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        begin = self._clock()
        try:
            answer = compute()
        except BaseException as error:
            self._drop(key, mine)
            mine.answer.set_exception(error)
            raise
        # The facts it tells of are those of its beginning.
        mine.computed_at, mine.cost_s = begin, self._clock() - begin
        mine.answer.set_result(answer)
        if answer.height > MOST_ROWS:
            self._drop(key, mine)
        with self._guard:
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return answer

    def _drop(self, key: Hashable, mine: _Kept) -> None:
        with self._guard:
            if self._kept.get(key) is mine:
                del self._kept[key]
