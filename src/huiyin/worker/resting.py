"""What keeps heavy rounds from taking the machine: the rest after them, and waiting until the facts stand."""

from __future__ import annotations

import time

from huiyin.analyse import newest_revision
from huiyin.bootstrap import Installation

_FEW = 500


class Rest:
    """The time kept free after a round: so many times as long as it took."""

    def __init__(self, times: float) -> None:
        self._times = times
        self._until = 0.0

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._until

    def follow(self, spent_s: float) -> None:
        """Begin the rest after a round that took so many seconds."""
        self._until = time.monotonic() + self._times * spent_s


def facts_stand(app: Installation, revision: int) -> bool:
    """Tell whether facts of this revision hold nearly all that was accepted.

    While they are filled, half of the past would look like a burst; a few voices behind is no harm.
    """
    with app.ledger.read() as connection:
        return newest_revision(connection) - revision <= _FEW
