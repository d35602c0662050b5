"""Goals, cost, maturity, departments and participation."""

from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from huiyin import access
from huiyin.act import programme
from huiyin.act.programme import GoalState, HealthFigure, LoopStage, Unit
from huiyin.kit.errors import InvalidInputError
from huiyin.stats import wilson
from huiyin.store.ledger.tables_act import customer_case

TODAY = date(2026, 3, 2)


def figure(share: int, *, good: str = "up") -> HealthFigure:
    estimate = wilson(share, 100)
    return HealthFigure("coverage", LoopStage.COLLECT, "覆盖", "coverage", Unit.SHARE, estimate, "", "", good)


@pytest.mark.parametrize(
    ("share", "target", "due", "reach"),
    [
        (80, 0.5, "2026-04-01", GoalState.REACHED),
        (50, 0.52, "2026-04-01", GoalState.OPEN),
        (50, 0.52, "2026-02-01", GoalState.OPEN),
        (20, 0.5, "2026-04-01", GoalState.OPEN),
        (20, 0.5, "2026-02-01", GoalState.MISSED),
    ],
)
def test_goal_is_reached_or_missed_only_where_the_interval_says_so(
    connection, analyst, clock, share, target, due, reach
):
    programme.set_goal(
        connection,
        "coverage",
        target,
        date.fromisoformat(due),
        known=["coverage"],
        note="",
        by=analyst,
        clock=clock,
    )
    [found] = programme.goals_reached(connection, [figure(share)], today=TODAY)
    assert found.reach is reach


def test_goal_needs_a_known_figure_and_can_be_taken_down(connection, analyst, clock):
    with pytest.raises(InvalidInputError, match="unknown figure"):
        programme.set_goal(connection, "x", 1, TODAY, known=["coverage"], note="", by=analyst, clock=clock)
    goal = programme.set_goal(
        connection, "coverage", 0.5, TODAY, known=["coverage"], note="", by=analyst, clock=clock
    )
    programme.remove_goal(connection, goal.id, clock=clock)
    assert programme.goals_reached(connection, [figure(50)], today=TODAY) == []
    with pytest.raises(programme.GoalNotFoundError):
        programme.remove_goal(connection, goal.id, clock=clock)


def test_cost_of_a_month_is_replaced_not_added(connection, analyst, clock):
    for amount in (10_000, 12_000):
        programme.note_cost(connection, date(2026, 2, 17), amount, note="", by=analyst, clock=clock)
    since = clock() - timedelta(days=30)
    cost = programme.insight_cost(
        connection, start=date(2026, 2, 1), end=TODAY, since=since, until=clock(), effective=0
    )
    assert (cost.months, cost.amount, cost.insights, cost.per_insight) == (1, 12_000, 0, None)


def test_maturity_asks_for_every_step(connection, analyst, clock):
    answers = {question.id: 3 for question in programme.QUESTIONS}
    kept = programme.keep_check(connection, answers, note="第一次", by=analyst, clock=clock)
    assert programme.list_checks(connection) == [kept]
    for broken in ({"goals": 3}, answers | {"goals": 6}):
        with pytest.raises(InvalidInputError):
            programme.keep_check(connection, broken, note="", by=analyst, clock=clock)


def cases(connection, team, clock, *, minutes, reopened=0, score=None, count=12):
    for _ in range(count):
        opened = clock() - timedelta(days=2)
        values = {
            "title": "投诉",
            "state": "resolved",
            "priority": "normal",
            "origin": "manual",
            "owner": "李",
            "team": team,
            "root_cause": "",
            "resolution": "好",
            "respond_by": opened + timedelta(hours=4),
            "resolve_by": opened + timedelta(days=1),
            "resolved_at": opened + timedelta(minutes=minutes),
            "reopened": reopened,
            "created_by": "li",
            "created_at": opened,
            "updated_at": opened,
            "asked_again_score": score,
        }
        connection.execute(insert(customer_case).values(values))


def departments(connection, clock):
    since = clock() - timedelta(days=30)
    found = programme.read_departments(connection, since=since, now=clock(), minimum_n=30)
    return {each.team: each for each in found}


def test_department_has_its_own_figures(connection, clock):
    cases(connection, "售后", clock, minutes=300, score=5)
    cases(connection, "配送", clock, minutes=3000, score=1)
    found = departments(connection, clock)
    assert (found["售后"].in_time.value, found["售后"].content.value) == (1.0, 1.0)
    assert (found["配送"].in_time.value, found["配送"].content.value) == (0.0, 0.0)
    assert found["售后"].games == ()


def test_few_cases_are_no_figure(connection, clock):
    cases(connection, "新组", clock, minutes=300, count=3)
    assert not departments(connection, clock)["新组"].in_time.sufficient


def test_games_are_named(connection, clock):
    cases(connection, "快手", clock, minutes=2, reopened=1)
    assert {game.id for game in departments(connection, clock)["快手"].games} == {
        "hasty",
        "reopened",
        "unasked",
    }


def test_five_voices_stay_all_day_and_change_with_person_and_day(facts, clock):
    for number in range(40):
        facts.speak(f"a:论坛:{number}", hours_ago=number + 1)
    mine = programme.five_voices(facts.store, "li", TODAY)
    assert len(mine) == 5
    assert programme.five_voices(facts.store, "li", TODAY) == mine
    assert programme.five_voices(facts.store, "wang", TODAY) != mine
    assert programme.five_voices(facts.store, "li", TODAY - timedelta(days=1)) != mine


def test_readers_take_part(connection, clock):
    for name in ("li", "wang", "zhao", "sun", "qian"):
        access.create_user(
            connection,
            username=name,
            display_name=name,
            role=access.Role.AGENT,
            password_hash="x",
            clock=clock,
        )
    programme.note_read(connection, "li", TODAY, clock=clock)
    assert programme.read_today(connection, "li", TODAY)
    since = clock() - timedelta(days=7)
    found = programme.read_participation(connection, since=since, now=clock(), minimum_n=30)
    assert found.readers == 1
    assert 0 < found.taking_part.value <= 0.2
