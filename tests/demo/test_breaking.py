"""What breaks on the day the demo is opened is told by owners, of one thing, on that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from huiyin.bootstrap import Installation, installation
from huiyin.demo import World
from huiyin.demo.breaking import FEWEST, RELEASE, break_keys
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[Installation]:
    with installation(settings, clock=clock) as opened:
        yield opened


def test_owners_complain_of_the_key_within_a_day_and_once(app: Installation, small: World) -> None:
    assert break_keys(app, small) == FEWEST
    assert break_keys(app, small) == 0
    app.projector.catch_up()
    voices = app.facts.query("SELECT feedback_id, occurred_at, sentiment, channel FROM voice")
    now = app.clock().replace(tzinfo=None)
    assert all(now - timedelta(days=1) < at < now for at in voices["occurred_at"])
    assert (voices["sentiment"] == -1).mean() > 0.8
    assert set(voices["channel"]) == {"service", "social"}
    with app.ledger.read() as connection:
        told = connection.exec_driver_sql("SELECT metadata FROM feedback").scalars().all()
    assert all(RELEASE in str(each) for each in told)
