"""The roadmap: order, decisions with their reasons, coverage without double counting, budgets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import Ledger
from huiyin.understand import Context, Decision, Filters, decide, plan_roadmap, read_decisions

ODOUR, SEAT, NOISE = "automotive.comfort.odour", "automotive.comfort.seat", "automotive.comfort.noise"
NOW = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


@pytest.fixture
def context(world: Any, context_of: Callable[..., Context]) -> Context:
    """Sixty complain of odour, forty of those of seats too, ten others of noise, fiercely."""
    for person in range(60):
        issues = [(ODOUR, -1, 0.1)] + ([(SEAT, -1, 0.3)] if person < 40 else [])
        world.say(f"c:{person}", opinions=issues)
    for person in range(100, 130):
        world.say(f"c:{person}", opinions=[(NOISE, -1, 0.9)] if person < 110 else ())
    return context_of(world)


def _decided(aspect: str, position: int | None, cost: float | None) -> Decision:
    return Decision(aspect, position, cost, "法规要求", NOW, "甲")


def _order(context: Context, **options: Any) -> list[str]:
    return [step.ranked.fact.aspect for step in plan_roadmap(context, Filters(), **options).steps]


def test_the_most_widespread_comes_first_and_nobody_is_covered_twice(context: Context) -> None:
    plan = plan_roadmap(context, Filters())
    assert [step.ranked.fact.aspect for step in plan.steps] == [ODOUR, SEAT, NOISE]
    assert plan.unhappy == 70
    assert [step.covered.value for step in plan.steps] == pytest.approx([60 / 70, 60 / 70, 1.0])


def test_a_rank_says_how_far_it_depends_on_the_weight(context: Context) -> None:
    by_aspect = {step.ranked.fact.aspect: step for step in plan_roadmap(context, Filters()).steps}
    assert (by_aspect[ODOUR].best, by_aspect[ODOUR].worst) == (1, 3)
    assert (by_aspect[NOISE].best, by_aspect[NOISE].worst) == (2, 3)


def test_a_decision_moves_an_issue_and_keeps_its_reason(context: Context) -> None:
    decided = {NOISE: _decided(NOISE, 1, None)}
    steps = plan_roadmap(context, Filters(), decisions=decided).steps
    assert [step.ranked.fact.aspect for step in steps] == [NOISE, ODOUR, SEAT]
    assert steps[0].decision is not None
    assert (steps[0].decision.reason, steps[0].ranked.rank) == ("法规要求", 3)


def test_a_budget_buys_from_the_top_and_passes_over_what_it_cannot_pay(context: Context) -> None:
    costs = {
        aspect: _decided(aspect, None, cost) for aspect, cost in ((ODOUR, 50.0), (SEAT, 80.0), (NOISE, 30.0))
    }
    plan = plan_roadmap(context, Filters(), decisions=costs, budget=100)
    assert [step.within_budget for step in plan.steps] == [True, False, True]
    assert plan.reached is not None
    assert plan.reached.value == pytest.approx(1.0)
    assert plan.steps[-1].spent == 80


def test_decisions_are_kept_and_the_newest_counts(ledger: Ledger) -> None:
    with ledger.write() as connection:
        for position in (1, 2):
            decide(connection, ODOUR, position=position, cost=None, reason="安全", by="甲", clock=lambda: NOW)
        assert read_decisions(connection)[ODOUR].position == 2
        with pytest.raises(InvalidInputError, match="reason"):
            decide(connection, ODOUR, position=1, cost=None, reason=" ", by="甲", clock=lambda: NOW)


def test_without_complaints_the_roadmap_is_empty(world: Any, context_of: Callable[..., Context]) -> None:
    world.say("c:1")
    plan = plan_roadmap(context_of(world), Filters())
    assert (plan.steps, plan.unhappy) == ((), 0)


def test_what_is_filed_at_a_broad_aspect_has_its_place_too(
    world: Any, context_of: Callable[..., Context]
) -> None:
    for person in range(40):
        world.say(f"c:{person}", opinions=[("automotive.comfort", -1), (ODOUR, -1)] if person < 20 else ())
    assert _order(context_of(world)) == [ODOUR, "automotive.comfort~"]
