from datetime import timedelta

import pytest
from sqlalchemy import insert

from huiyin import act
from huiyin.act.crisis.reading import read_crisis
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_signals import signal as table
from huiyin.understand import signals


@pytest.fixture
def signal_id(connection, clock):
    moments = dict.fromkeys(
        ("first_seen_at", "last_seen_at", "window_from", "window_to", "updated_at"), clock()
    )
    numbers = dict.fromkeys(
        ("observed", "expected", "low", "high", "p_value", "adjusted_p", "people", "voices"), 5
    )
    lists = {
        "members": [],
        "crisis_parts": {},
        "days": [],
        "who": {},
        "causes": [],
        "origin": [],
        "verbatims": [],
    }
    values = (
        moments
        | numbers
        | lists
        | {
            "since": clock() - timedelta(days=3),
            "kind": "complaints",
            "taxonomy": "automotive",
            "aspect": "automotive.comfort.odour",
            "crisis": 0.8,
            "state": "open",
            "note": "",
        }
    )
    return connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one()


@pytest.fixture
def room(connection, signal_id, analyst, clock):
    return act.open_crisis(connection, signal_id, title="异味集中爆发", owner="陈工", by=analyst, clock=clock)


def test_signal_has_one_room(connection, room, signal_id, analyst, clock):
    with pytest.raises(act.CrisisExistsError):
        act.open_crisis(connection, signal_id, title="再一次", owner="李", by=analyst, clock=clock)


def test_log_keeps_decisions_tasks_and_every_statement(connection, room, signal_id, analyst, clock):
    act.add_entry(connection, signal_id, act.EntryKind.DECISION, "停发 B 批次", by=analyst, clock=clock)
    act.change_crisis(connection, signal_id, by=analyst, clock=clock, statement="我们已收到反馈。")
    act.change_crisis(
        connection, signal_id, by=analyst, clock=clock, statement="我们正在更换零件。", owner="林工"
    )
    kinds = [each.kind.value for each in act.get_crisis(connection, signal_id).entries]
    assert kinds == ["state", "decision", "statement", "state", "statement"]


def test_room_closes_with_a_review_and_without_open_tasks(connection, room, signal_id, analyst, clock):
    act.add_entry(
        connection, signal_id, act.EntryKind.TASK, "联系供应商", by=analyst, clock=clock, assignee="zhou"
    )
    with pytest.raises(InvalidInputError, match="1 tasks"):
        act.close_crisis(connection, signal_id, "复盘", by=analyst, clock=clock)
    task = act.get_crisis(connection, signal_id).entries[-1]
    act.finish_task(connection, signal_id, task.id, clock=clock)
    with pytest.raises(InvalidInputError):
        act.close_crisis(connection, signal_id, " ", by=analyst, clock=clock)
    closed = act.close_crisis(connection, signal_id, "批次问题，已召回。", by=analyst, clock=clock)
    assert (closed.state, closed.closed_at) == (act.CrisisState.CLOSED, clock())
    with pytest.raises(act.CrisisClosedError):
        act.add_entry(connection, signal_id, act.EntryKind.NOTE, "补充", by=analyst, clock=clock)


def test_reading_counts_people_once_in_each_span(connection, facts, signal_id, clock):
    for hours in (1, 2, 30, 31, 60):
        facts.speak("a:论坛:甲", hours_ago=hours)
    facts.speak("a:论坛:乙", hours_ago=3)
    facts.speak("a:论坛:丙", 1, hours_ago=3)
    reading = read_crisis(facts.store, signals.get_signal(connection, signal_id), now=clock())
    assert (reading.people, reading.voices) == (2, 6)
    assert (reading.people_last_day, reading.people_day_before) == (2, 1)
    assert sum(hour.voices for hour in reading.hours) == 5
