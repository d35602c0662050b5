"""What the demo world hides, this room finds; the truths come from the world's own record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from huiyin import understand
from huiyin.bootstrap import installation
from huiyin.demo import World, WorldPlan, plan_for, seed_demo
from huiyin.kit.settings import Settings
from huiyin.stats import Direction
from huiyin.understand import Context, Filters

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, Context, Filters]]:
    """A year of the demo world, analysed as a user's data would be."""
    home: Path = tmp_path_factory.mktemp("demo")
    # The same day whenever it runs: another day is another world, in which other things happen by chance.
    with installation(Settings(home=home), clock=lambda: NOON) as app:
        plan: WorldPlan = plan_for(home, NOON.date(), seed=12, voices=24_000, customers=6_000)
        world = seed_demo(app, plan)
        app.projector.catch_up()
        fresh = understand.freshness(app.facts)
        year = understand.windowed(Filters(start=date(2000, 1, 1)), fresh, NOON.date())
        yield world, Context(app.facts, app.names, 30), year


def truth(world: World, kind: str) -> Any:
    return next(each for each in world.truths if each.kind.value == kind).as_dict()


def test_the_quiet_annoyance_is_listed(told: tuple[World, Context, Filters]) -> None:
    world, context, year = told
    found = understand.prioritise(context, year)
    assert truth(world, "quiet")["node"] in {fact.aspect for fact in found.quiet}


def test_the_loud_few_are_told_apart_and_do_not_lead_the_ranking(
    told: tuple[World, Context, Filters],
) -> None:
    world, context, year = told
    loud, found = truth(world, "loud"), understand.prioritise(context, year)
    assert loud["node"] not in {each.fact.aspect for each in found.ranking[:5]}
    assert found.repeated
    assert all(each.customers.count < each.messages / 2 for each in found.repeated)
    # The few are heard at their aspect, at the broader one, or without any.
    assert all(
        loud["node"].startswith(each.aspect) or each.aspect == "automotive.general" for each in found.repeated
    )


def test_the_defect_points_to_its_product(told: tuple[World, Context, Filters]) -> None:
    world, context, year = told
    defect = truth(world, "defect")
    detail = understand.fact_detail(context, year, defect["node"])
    first = detail.by_product[0]
    assert first.id == "澄野S7"
    assert first.unusual
    assert detail.fact.trend.direction is not Direction.DOWN


def test_the_action_that_does_nothing_shows_no_fall(told: tuple[World, Context, Filters]) -> None:
    world, context, year = told
    node = truth(world, "action_fails")["node"]
    _, fact = understand.one_fact(context, year, node)
    assert fact.trend.direction is Direction.FLAT


def test_drivers_carry_what_was_planted(told: tuple[World, Context, Filters]) -> None:
    _, context, year = told
    found = understand.find_drivers(context, year, level=understand.Level.BROAD)
    hurting = {d.aspect for d in found.drivers if d.penalty.high is not None and d.penalty.high < 0}
    assert {"automotive.quality", "automotive.after_sales", "automotive.cockpit"} <= hurting


def test_the_first_page_speaks_of_the_world(told: tuple[World, Context, Filters]) -> None:
    _, context, year = told
    page = understand.overview(context, year)
    assert len(page.headline) >= 2
    assert page.kpis[0].estimate.value == page.kpis[0].estimate.n > 20_000
    assert len(page.channels) == 8
