"""Where a crowd hands in its answers: whoever comes while a batch goes to disk is in the next one.

A reply waits for the commit of its own batch, so what a respondent was told is what a crash keeps.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import tzinfo
from threading import Lock

from sqlalchemy import Connection

from huiyin.collect.surveys.responses import Receipt, Submission, save_together
from huiyin.collect.surveys.surveys import open_survey
from huiyin.kit.clock import Clock
from huiyin.kit.errors import HuiyinError
from huiyin.store.ledger import Ledger

LARGEST_BATCH = 200


@dataclass(frozen=True, slots=True)
class _Waiting:
    slug: str
    submission: Submission
    reply: Future[Receipt] = field(default_factory=Future)


class Desk:
    """Takes answers to open surveys, many respondents to a transaction."""

    def __init__(self, ledger: Ledger, *, zone: tzinfo, clock: Clock) -> None:
        self._ledger, self._zone, self._clock = ledger, zone, clock
        self._clerk = ThreadPoolExecutor(1, thread_name_prefix="huiyin-survey-desk")
        self._lock = Lock()
        self._queue: list[_Waiting] = []
        self._at_work = False

    def submit(self, slug: str, submission: Submission) -> Future[Receipt]:
        """Return the receipt to come; it fails as `save_answers` does, or with NotFoundError."""
        waiting = _Waiting(slug, submission)
        with self._lock:
            self._queue.append(waiting)
            begin, self._at_work = not self._at_work, True
        if begin:
            self._clerk.submit(self._work)
        return waiting.reply

    def _work(self) -> None:
        while batch := self._next():
            self._keep([one for one in batch if one.reply.set_running_or_notify_cancel()])

    def _next(self) -> list[_Waiting]:
        with self._lock:
            batch, self._queue = self._queue[:LARGEST_BATCH], self._queue[LARGEST_BATCH:]
            self._at_work = bool(batch)
            return batch

    def _keep(self, batch: Sequence[_Waiting]) -> None:
        try:
            with self._ledger.write() as connection:
                outcomes = self._save(connection, batch)
        except Exception as error:  # noqa: BLE001 whatever it is, those who wait are told
            self._part(batch, error)
            return
        for waiting, outcome in zip(batch, outcomes, strict=True):
            if isinstance(outcome, HuiyinError):
                waiting.reply.set_exception(outcome)
            else:
                waiting.reply.set_result(outcome)

    def _part(self, batch: Sequence[_Waiting], error: Exception) -> None:
        """Tell the one who failed; of many, let each try alone so that one harms no other."""
        if len(batch) == 1:
            batch[0].reply.set_exception(error)
            return
        for waiting in batch:
            self._keep([waiting])

    def _save(self, connection: Connection, batch: Sequence[_Waiting]) -> list[Receipt | HuiyinError]:
        outcomes: dict[int, Receipt | HuiyinError] = {}
        for slug in dict.fromkeys(waiting.slug for waiting in batch):
            places = [place for place, waiting in enumerate(batch) if waiting.slug == slug]
            wanted = [batch[place].submission for place in places]
            outcomes |= dict(zip(places, self._save_one(connection, slug, wanted), strict=True))
        return [outcomes[place] for place in range(len(batch))]

    def _save_one(
        self, connection: Connection, slug: str, wanted: Sequence[Submission]
    ) -> Sequence[Receipt | HuiyinError]:
        try:
            survey = open_survey(connection, slug)
        except HuiyinError as error:
            return [error] * len(wanted)
        return save_together(connection, survey, wanted, zone=self._zone, clock=self._clock)
