"""Many hand in at once: one transaction for all who wait, and none harms another."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import UTC

import pytest
from sqlalchemy import Connection, func, select
from tests.collect.surveys.conftest import Open

from huiyin.collect import surveys
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError, NotFoundError
from huiyin.store.ledger import Ledger, tables
from huiyin.store.ledger.tables_surveys import survey_response


@pytest.fixture
def desk(ledger: Ledger, clock: Clock) -> surveys.Desk:
    return surveys.Desk(ledger, zone=UTC, clock=clock)


def one(score: object, who: int, *, complete: bool = True) -> surveys.Submission:
    return surveys.Submission({"score": score, "why": f"原因 {who}"}, key=f"{who:020}", complete=complete)


def voices(ledger: Ledger) -> int:
    with ledger.read() as connection:
        return int(connection.execute(select(func.count()).select_from(tables.feedback)).scalar_one())


def test_a_crowd_is_kept_whole(ledger: Ledger, desk: surveys.Desk, opened: Open) -> None:
    slug = opened().slug
    with ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(lambda who: desk.submit(slug, one(who % 11, who)), range(700)))
    assert {reply.result(timeout=60).state for reply in replies} == {"complete"}
    assert voices(ledger) == 700


def test_a_refused_answer_harms_no_other_of_its_batch(ledger: Ledger, clock: Clock, opened: Open) -> None:
    survey = opened()
    crowd = [one(9, 1), one(11, 2), surveys.Submission({"score": 3}, key="short"), one(2, 3)]
    with ledger.write() as connection:
        kept = surveys.save_together(connection, survey, crowd, zone=UTC, clock=clock)
    assert [type(each) for each in kept] == [
        surveys.Receipt,
        InvalidInputError,
        InvalidInputError,
        surveys.Receipt,
    ]
    assert voices(ledger) == 2


def test_partial_and_complete_of_one_respondent_in_one_batch_are_one_response(
    ledger: Ledger, clock: Clock, opened: Open
) -> None:
    survey = opened()
    crowd = [one(3, 1, complete=False), one(9, 1), one(2, 1)]
    with ledger.write() as connection:
        kept = surveys.save_together(connection, survey, crowd, zone=UTC, clock=clock)
        rows = connection.execute(select(survey_response)).all()
    assert [each.answers["score"] for each in kept if isinstance(each, surveys.Receipt)] == [3, 9, 9]
    assert [(row.state, row.answers["score"]) for row in rows] == [("complete", 9)]


def test_quota_holds_within_a_batch(ledger: Ledger, clock: Clock, opened: Open) -> None:
    survey = opened(quota=2)
    with ledger.write() as connection:
        kept = surveys.save_together(
            connection, survey, [one(9, who) for who in range(4)], zone=UTC, clock=clock
        )
    assert sum(isinstance(each, surveys.Receipt) for each in kept) == 2
    assert voices(ledger) == 2


def test_each_tries_alone_when_their_batch_fails(clock: Clock, ledger: Ledger, opened: Open) -> None:
    slug = opened().slug

    class Stumbling(Ledger):
        """A ledger whose first two transactions are lost."""

        lost = 0

        @contextmanager
        def write(self) -> Iterator[Connection]:
            with super().write() as connection:
                yield connection
                if self.lost < 2:
                    self.lost += 1
                    raise OSError("disk")

    desk = surveys.Desk(Stumbling(ledger.engine), zone=UTC, clock=clock)
    replies = [desk.submit(slug, one(9, who)) for who in range(5)]
    wait(replies, timeout=30)
    failed = [reply for reply in replies if reply.exception() is not None]
    assert len(failed) in (1, 2)
    assert voices(ledger) == 5 - len(failed)


def test_unknown_survey_is_said_to_whoever_asked(desk: surveys.Desk) -> None:
    with pytest.raises(NotFoundError):
        desk.submit("nowhere", one(9, 1)).result(timeout=10)
