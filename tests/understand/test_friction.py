"""Friction by step and the impact of an aspect: what was planted in events, purchases and voices is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, insert

from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import migrate, open_ledger, tables
from huiyin.understand import Context, Filters, ImpactOn, aspect_impacts, journey
from huiyin.understand.experience.sessions import read_events

FIRST = date(2026, 6, 1)
ZONE = ZoneInfo("Asia/Shanghai")
PAYMENT, ODOUR = "retail.platform.payment", "automotive.comfort.odour"
JUNE = Filters(FIRST, FIRST + timedelta(days=29))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    ledger = open_ledger(tmp_path / "ledger.db")
    migrate(ledger)
    with ledger.write() as opened:
        yield opened


def _at(day: int, second: int = 0) -> datetime:
    return datetime(2026, 6, 1, 2, tzinfo=UTC) + timedelta(days=day, seconds=second)


def _customers(connection: Connection, count: int) -> None:
    rows = [
        {"id": i, "external_id": f"K{i}", "attributes": {}, "created_at": _at(0)} for i in range(1, count + 1)
    ]
    connection.execute(insert(tables.customer), rows)


def _session(
    connection: Connection, who: int, names: tuple[str, ...], day: int = 40, **properties: str
) -> None:
    rows = [
        {
            "source": "app",
            "external_id": f"{who}-{day}-{place}",
            "customer_id": who,
            "name": name,
            "properties": {"session": f"s{who}-{day}"} | properties,
            "at": _at(day, 10 * place),
        }
        for place, name in enumerate(names)
    ]
    connection.execute(insert(tables.behaviour_event), rows)


@pytest.fixture
def broken_checkout(
    world: Any, context_of: Callable[..., Context], connection: Connection
) -> tuple[Context, Connection]:
    """200 sessions: release 2 stops most at the checkout with an error, and those complain of payment."""
    _customers(connection, 200)
    for who in range(1, 201):
        newer = who % 2 == 0
        stuck = newer and who % 8 != 0
        names = ("view", "checkout", "pay_error") if stuck else ("view", "checkout", "purchase")
        _session(connection, who, names, app_version="2" if newer else "1")
        _session(connection, who, ("view", "checkout", "purchase"), day=10, app_version="1")
        said = [(PAYMENT, -1)] if stuck and who % 3 else [(ODOUR, -1)] if who % 10 == 1 else []
        world.say(f"c:{who}", day=41, opinions=said)
        world.voices[-1]["customer_id"] = who
        for opinion in world.opinions:
            if opinion["feedback_id"] == world.voices[-1]["feedback_id"]:
                opinion["customer_id"] = who
    return context_of(world), connection


WINDOW = Filters(FIRST + timedelta(days=30), FIRST + timedelta(days=59))


def test_the_broken_step_its_release_and_its_complaint_are_found(
    broken_checkout: tuple[Context, Connection],
) -> None:
    context, connection = broken_checkout
    found = journey(context, connection, WINDOW, zone=ZONE)
    assert [step.event for step in found.steps] == ["view", "checkout", "purchase"]
    checkout = found.steps[1]
    assert (checkout.sessions, checkout.people, checkout.worst) == (200, 200, True)
    assert checkout.passed is not None
    assert checkout.passed.value == pytest.approx(125 / 200)
    assert checkout.change is not None
    assert (checkout.change.high or 0) < 0
    assert [(each.event, each.sessions) for each in checkout.stumbles] == [("pay_error", 75)]
    assert [each.aspect for each in checkout.said] == [PAYMENT]
    worst = found.splits[0]
    assert (found.property, worst.value, worst.unusual) == ("app_version", "2", True)


def test_steps_are_the_readers_to_choose(broken_checkout: tuple[Context, Connection]) -> None:
    context, connection = broken_checkout
    found = journey(context, connection, WINDOW, zone=ZONE, steps=("view", "purchase"))
    assert found.steps[0].passed is not None
    assert found.steps[0].passed.value == pytest.approx(125 / 200)
    with pytest.raises(InvalidInputError, match="no event"):
        journey(context, connection, WINDOW, zone=ZONE, steps=("view", "nonsense"))


def test_without_events_there_is_no_path(
    world: Any, context_of: Callable[..., Context], connection: Connection
) -> None:
    world.say("c:1")
    found = journey(context_of(world), connection, WINDOW, zone=ZONE)
    assert (found.steps, found.events) == ((), ())


def test_what_goes_together_with_a_complaint_is_told_with_its_interval(
    world: Any, context_of: Callable[..., Context], connection: Connection
) -> None:
    """Those who complain rate 2 of 5 against 4, and half as many buy again within sixty days."""
    _customers(connection, 400)
    rows = []
    for who in range(1, 401):
        bad = who % 4 == 0
        world.say(f"c:{who}", opinions=[(ODOUR, -1)] if bad else [], rating=0.4 if bad else 0.8)
        world.voices[-1]["customer_id"] = who
        if bad:
            world.opinions[-1]["customer_id"] = who
        if who % (8 if bad else 2) == (0 if bad else 1):
            rows.append(who)
    purchases = [
        {"source": "s", "external_id": f"P{who}", "customer_id": who, "product": "x", "amount": 1.0}
        | {"at": _at(30), "kind": "order"}
        for who in rows
    ]
    late = {"source": "s", "external_id": "late", "customer_id": 1, "product": "x", "amount": 1.0}
    connection.execute(insert(tables.purchase), [*purchases, late | {"at": _at(90), "kind": "order"}])
    found = {each.on: each for each in aspect_impacts(context_of(world), connection, JUNE, ODOUR).impacts}
    rating = found[ImpactOn.RATING]
    assert (rating.complaining.value, rating.others.value) == (pytest.approx(2.0), pytest.approx(4.0))
    assert rating.lift is not None
    assert rating.lift.value == pytest.approx(-0.5)
    assert rating.significant
    bought = found[ImpactOn.PURCHASE]
    assert (bought.complaining.n, bought.others.n) == (100, 300)
    assert bought.complaining.value == pytest.approx(0.5)
    assert bought.others.value == pytest.approx(200 / 300)
    assert bought.significant
    assert not found[ImpactOn.NPS].difference.sufficient
    assert ImpactOn.LOYALTY not in found


def test_the_day_on_which_clocks_go_back_has_its_last_hour(connection: Connection) -> None:
    berlin, day = ZoneInfo("Europe/Berlin"), date(2026, 10, 25)
    late = {"source": "app", "external_id": "1", "customer_id": None, "name": "view", "properties": {}}
    at = datetime(2026, 10, 25, 23, 30, tzinfo=berlin).astimezone(UTC)
    connection.execute(insert(tables.behaviour_event), [late | {"at": at}])
    events, _ = read_events(connection, day, day, berlin)
    assert [event.at for event in events] == [at]
