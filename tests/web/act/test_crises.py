"""A crisis room over HTTP: people are called by their names, in the log, in notices and in the trail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import insert
from starlette.testclient import TestClient
from tests.people import token_in
from tests.serving import api_of, bearing

from huiyin import access
from huiyin.bootstrap import Installation
from huiyin.store.ledger.tables_signals import signal as table

_MOMENTS = ("since", "first_seen_at", "last_seen_at", "window_from", "window_to", "updated_at")
_NUMBERS = ("observed", "expected", "low", "high", "p_value", "adjusted_p", "people", "voices", "crisis")
_LISTS = ("members", "days", "causes", "origin", "verbatims")


@pytest.fixture
def signal_id(app: Installation) -> int:
    row: dict[str, Any] = (
        dict.fromkeys(_MOMENTS, app.clock()) | dict.fromkeys(_NUMBERS, 1) | {name: [] for name in _LISTS}
    )
    row |= {"kind": "volume", "taxonomy": "automotive", "product": "星途 X1", "state": "open", "note": ""}
    with app.ledger.write() as connection:
        statement = insert(table).values(row | {"who": {}, "crisis_parts": {}}).returning(table.c.id)
        return int(connection.execute(statement).scalar_one())


@pytest.fixture
def lin(app: Installation) -> Iterator[TestClient]:
    """An administrator whose name is not the username."""
    with app.ledger.write() as connection:
        token = token_in(connection, app.clock, access.Role.ADMIN, username="lin", display_name="林工")
    with bearing(api_of(app), token) as client:
        yield client


def test_the_log_calls_people_by_their_names(lin: TestClient, signal_id: int) -> None:
    lin.post(f"/crises/{signal_id}", json={"owner": "林工"})
    for assignee in ("Lin", "供应商"):
        task = {"kind": "task", "text": "暂停发运", "assignee": assignee}
        assert lin.post(f"/crises/{signal_id}/entries", json=task).status_code == 201
    room = lin.get(f"/crises/{signal_id}").json()
    assert room["opened_by_name"] == "林工"
    assert {(each["actor"], each["actor_name"]) for each in room["entries"]} == {("lin", "林工")}
    assert [each["assignee_name"] for each in room["entries"]] == [None, "林工", "供应商"]
    told = lin.get("/notices").json()["items"]
    assert [(each["actor"], each["actor_name"]) for each in told] == [("lin", "林工")]


def test_the_trail_says_what_the_signal_is(lin: TestClient, signal_id: int) -> None:
    lin.post(f"/crises/{signal_id}", json={"owner": "林工"})
    newest = lin.get("/audit").json()["items"][0]
    assert (newest["object_kind"], newest["object_id"]) == ("signal", str(signal_id))
    assert newest["object_name"] == {"zh": "星途 X1 · 声量突增", "en": "星途 X1 · A burst of voices"}
