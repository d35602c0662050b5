"""A world goes into an empty ledger whole, with truths beside it and an admin who can sign in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Table, func, select

from huiyin import access, act, demo
from huiyin.bootstrap import Installation, installation
from huiyin.demo import World, WorldPlan
from huiyin.kit.settings import Settings
from huiyin.store.ledger import tables

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Installation]:
    """An empty installation on the day after the worlds of these tests end."""
    with installation(Settings(home=tmp_path), clock=lambda: NOW) as opened:
        yield opened


def rows_in(app: Installation, table: Table) -> int:
    with app.ledger.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_world_is_loaded_whole(app: Installation, small: World) -> None:
    demo.load(app.ledger, small)
    assert rows_in(app, tables.feedback) == small.voices.height
    assert rows_in(app, tables.customer) == small.customers.height
    assert rows_in(app, tables.purchase) == small.purchases.height
    assert rows_in(app, tables.behaviour_event) == small.events.height
    assert rows_in(app, tables.source) == len(small.sources)


def test_world_goes_into_an_empty_ledger_only(app: Installation, small: World) -> None:
    demo.load(app.ledger, small)
    with pytest.raises(demo.WorldLoadedError):
        demo.load(app.ledger, small)


def test_loading_tells_how_far_it_is(app: Installation, small: World) -> None:
    heard: list[tuple[str, int]] = []
    counts = demo.load(app.ledger, small, report=lambda name, rows: heard.append((name, rows)))
    assert ("feedback", small.voices.height) in heard
    assert counts["feedback"] == small.voices.height


def test_truths_are_written_beside_the_ledger(app: Installation, small: World) -> None:
    path = app.settings.home / demo.TRUTHS_FILE
    demo.write_truths(small, path)
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert {truth["id"] for truth in stored["truths"]} == {truth.id for truth in small.truths}


def test_a_home_keeps_its_plan(app: Installation, small: World) -> None:
    demo.write_truths(small, app.settings.home / demo.TRUTHS_FILE)
    assert demo.plan_for(app.settings.home, date(2027, 1, 1)) == small.plan


def test_a_new_world_ends_yesterday(tmp_path: Path) -> None:
    assert demo.plan_for(tmp_path, date(2027, 1, 1)).end == date(2026, 12, 31)


def test_admin_can_sign_in(app: Installation) -> None:
    first, second = demo.ensure_admin(app), demo.ensure_admin(app)
    assert first.user_id == second.user_id
    with app.ledger.read() as connection:
        user = access.check_password(connection, username=demo.USERNAME, password=demo.PASSWORD)
    assert user.role is access.Role.ADMIN


def test_seeding_fills_the_hours_since_the_world_ended(app: Installation) -> None:
    plan = WorldPlan(seed=3, end=date(2026, 11, 18), voices=2_000, customers=600)
    world = demo.seed_demo(app, plan)
    with app.ledger.read() as connection:
        newest = connection.execute(select(func.max(tables.feedback.c.occurred_at))).scalar_one()
    assert plan.ends_at <= newest <= NOW
    assert rows_in(app, tables.feedback) > world.voices.height


def test_live_voices_are_accepted_one_by_one(app: Installation, small: World) -> None:
    demo.load(app.ledger, small)
    stream = demo.keep_speaking(app.ledger, app.settings.zone, small, np.random.default_rng(1), app.clock)
    said = list(islice(stream, 20))
    assert len(said) == 20
    assert rows_in(app, tables.feedback) == small.voices.height + 20


def test_measures_are_opened_with_what_was_known_then(app: Installation, small: World) -> None:
    demo.load(app.ledger, small)
    app.projector.catch_up()
    actions = demo.open_measures(app, small, demo.ensure_admin(app))
    assert [action.state for action in actions] == [
        act.ActionState.DONE,
        act.ActionState.DONE,
        act.ActionState.DOING,
    ]
    for action in actions:
        assert action.aspect is not None
        assert (
            action.evidence["window"]["to"]
            <= action.created_at.astimezone(app.settings.zone).date().isoformat()
        )


def test_measures_of_truths_left_out_are_not_opened(app: Installation, small: World) -> None:
    bare = replace(small, truths=[])
    assert demo.open_measures(app, bare, demo.ensure_admin(app)) == []
