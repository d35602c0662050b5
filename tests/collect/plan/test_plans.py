"""Plans: sizes from rules, fieldwork counted in people."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from huiyin.collect import Channel, accept, ensure_source, exclusions, plan, validate
from huiyin.collect.plan import Goal
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger


def test_every_goal_has_a_number_a_reason_and_more_than_one_channel() -> None:
    for goal in Goal:
        found = plan.propose([goal])
        assert len({one.channel for one in found}) > 1
        assert all(one.zh and one.en for one in found)


def test_sizes_follow_the_formula_and_the_groups() -> None:
    by_metric = {one.metric: one for one in plan.propose([Goal.SERVICE, Goal.CHURN], margin=0.05, groups=2)}
    assert (by_metric["csat"].people, by_metric["csat"].invitations) == (770, 3850)
    assert by_metric["themes"].people == 12
    assert by_metric["complaints"].people == 0


@pytest.mark.parametrize("wrong", [{"goals": []}, {"goals": [Goal.MARKET], "margin": 0.0}])
def test_impossible_wishes_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InvalidInputError):
        plan.propose(**wrong)  # type: ignore[arg-type]


def test_fieldwork_counts_people_once_and_says_how_many_are_missing(
    ledger: Ledger, settings: Settings, clock: Clock
) -> None:
    now = clock()
    with ledger.write() as connection:
        kept = plan.create_plan(
            connection, title="二季度", goals=[Goal.SERVICE], targets=plan.propose([Goal.SERVICE], margin=0.2),
            starts_on=date(2026, 11, 5), weeks=5, by="周敏", clock=clock,
        )  # fmt: skip
        assert kept.starts_on == date(2026, 11, 2)
        source = ensure_source(connection, name="问卷", channel="survey", taxonomy="automotive", now=now)
        rows = [
            {"external_id": f"{place}", "text": "好", "customer_id": f"C{place % 4}", "occurred_at": now - timedelta(days=18 - place)}
            for place in range(8)
        ]  # fmt: skip
        voices, _ = validate(enumerate(rows), zone=settings.zone, received_at=now)
        accept(connection, source, voices, received_at=now)
        found = {one.channel: one for one in plan.follow(connection, kept, zone=settings.zone, clock=clock)}
        survey = found[Channel.SURVEY]
        assert (survey.planned, survey.heard) == (25, 4)
        assert [week.heard for week in survey.weeks] == [4, 0, 0]
        assert [week.planned_by_then for week in survey.weeks] == [5, 10, 15]
        assert survey.behind == 6
        assert found[Channel.SERVICE].planned is None
        exclusions.exclude(connection, [1, 5], reason="bot", by="a", clock=clock)
        [again] = [
            one
            for one in plan.follow(connection, kept, zone=settings.zone, clock=clock)
            if one.channel is Channel.SURVEY
        ]
        assert again.heard == 3
