"""The demo's crisis room opens over the signal of the key: led, decided in, prepared for outside, and not over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import insert

from huiyin import act
from huiyin.bootstrap import Installation, installation
from huiyin.demo import World, seeding
from huiyin.demo.breaking import FEWEST, break_keys
from huiyin.demo.crisis import LINES, TITLE, gather_once_seen
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.store.ledger.tables_signals import signal as table
from huiyin.understand import signals


@pytest.fixture
def app(settings: Settings, clock: Clock, small: World) -> Iterator[Installation]:
    with installation(settings, clock=clock) as opened:
        seeding.ensure_admin(opened)
        break_keys(opened, small)
        yield opened


def see_key(app: Installation) -> int:
    """Write the signal that a look finds in these voices; return its id."""
    now = app.clock()
    numbers = ("observed", "expected", "low", "high", "p_value", "adjusted_p", "people", "voices", "crisis")
    moments = ("since", "first_seen_at", "last_seen_at", "window_from", "window_to", "updated_at")
    with app.ledger.write() as connection:
        heard = connection.exec_driver_sql("SELECT id FROM feedback ORDER BY occurred_at").scalars().all()
        values = (
            dict.fromkeys(numbers, FEWEST)
            | dict.fromkeys(moments, now)
            | {name: [] for name in ("members", "days", "causes")}
            | {name: {} for name in ("crisis_parts", "who")}
            | {"kind": "complaints", "taxonomy": "automotive", "state": "open", "note": ""}
            | {"origin": [{"feedback_id": each} for each in heard[:3]], "verbatims": heard[-6:]}
        )
        return connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one()


def never(_: float) -> bool:
    """Rest no time and go on."""
    return False


def test_company_gathers_where_the_key_fails(app: Installation) -> None:
    signal_id = see_key(app)
    room = gather_once_seen(app, never)
    assert room is not None
    assert (room.signal_id, room.title, room.owner) == (signal_id, TITLE, "林工")
    assert room.state is act.CrisisState.OPEN
    assert {each.kind for each in room.entries} == set(act.EntryKind)
    assert "实体卡" in room.statement
    assert not any("{" in each.text for each in room.entries)


def test_log_is_of_today_in_order_and_before_now(app: Installation) -> None:
    see_key(app)
    room = gather_once_seen(app, never)
    assert room is not None
    times = [each.at for each in room.entries]
    assert times == sorted(times)
    assert len(times) == len(LINES) + 1
    assert app.clock() - timedelta(hours=14) < room.opened_at <= times[0]
    done = [each.done_at for each in room.entries if each.done_at]
    assert max(*times, *done) < app.clock()
    assert 0 < room.open_tasks < len([each for each in room.entries if each.kind is act.EntryKind.TASK])


def test_reader_is_asked_to_do_something_and_the_signal_is_taken(app: Installation) -> None:
    signal_id = see_key(app)
    gather_once_seen(app, never)
    with app.ledger.read() as connection:
        asked = act.list_notices(connection, seeding.USERNAME)
        taken = signals.get_signal(connection, signal_id)
        cases = act.list_cases(connection, limit=5)
    assert [each.kind for each in asked] == [act.NoticeKind.TASK]
    assert (taken.state, taken.owner) == (signals.SignalState.ACKNOWLEDGED, "林工")
    assert [each.customer_id for each in cases] != [None]
    assert all("钥匙" in each.title for each in cases)


def test_room_is_opened_once(app: Installation) -> None:
    see_key(app)
    assert gather_once_seen(app, never) == gather_once_seen(app, never)


def test_nothing_is_opened_before_the_signal_is_seen(app: Installation) -> None:
    rests: list[float] = []
    assert gather_once_seen(app, lambda seconds: not rests.append(seconds) and len(rests) == 2) is None
    assert len(rests) == 2


def test_nobody_gathers_over_what_broke_days_ago(settings: Settings, clock: Clock, small: World) -> None:
    with installation(settings, clock=clock) as opened:
        break_keys(opened, small)
        see_key(opened)
    with installation(settings, clock=lambda: clock() + timedelta(days=4)) as later:
        assert gather_once_seen(later, never) is None
