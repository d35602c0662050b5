"""The checks of data quality run by themselves, once a day and only when somebody spoke."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.clocks import MovingClock

from huiyin.bootstrap import Installation
from huiyin.collect import accept, ensure_source, quality, validate
from huiyin.worker.checking import check_data

COPY = "空调开了以后有一股很重的酸臭味，去店里洗过两次都没有用，希望厂家认真处理"


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


def say(app: Installation, *, key: str, author: str) -> None:
    now = app.clock()
    with app.ledger.write() as connection:
        source = ensure_source(connection, name="口碑", channel="review", taxonomy="automotive", now=now)
        row = {"external_id": key, "text": COPY, "author": author, "occurred_at": now.isoformat()}
        voices, _ = validate([(0, row)], zone=app.settings.zone, received_at=now)
        accept(connection, source, voices, received_at=now)


def scanned(app: Installation) -> datetime | None:
    check_data(app)
    with app.ledger.read() as connection:
        return quality.last_scan(connection)


def test_checks_run_once_a_day_when_somebody_spoke(app: Installation, clock: MovingClock) -> None:
    assert scanned(app) is None
    say(app, key="1", author="甲")
    say(app, key="2", author="乙")
    first = scanned(app)
    assert first == clock.now
    with app.ledger.read() as connection:
        assert quality.count_open(connection)[quality.Rule.NEAR_DUPLICATE] == 1
    clock.move(hours=3)
    say(app, key="3", author="丙")
    assert scanned(app) == first
    clock.move(hours=20)
    second = scanned(app)
    assert second == clock.now
    clock.move(hours=30)
    assert scanned(app) == second


def test_a_scan_without_findings_is_remembered(app: Installation, clock: MovingClock) -> None:
    say(app, key="1", author="甲")
    assert scanned(app) == clock.now
    with app.ledger.read() as connection:
        assert sum(quality.count_open(connection).values()) == 0
        assert quality.days_within_reach(connection, clock.now) == 90
