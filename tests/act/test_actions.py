from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huiyin import act
from huiyin.kit.errors import InvalidInputError

DRAFT = act.ActionDraft(
    title="更换内饰胶水",
    kind=act.ActionKind.PRODUCT,
    owner="王工",
    team="内饰",
    due_date=date(2026, 3, 31),
    aspect="automotive.comfort.odour",
    hypothesis="胶水是异味来源",
    filters={"product": ["星途 X1"]},
    expected_effect=act.ExpectedEffect(
        metric=act.EffectMetric.SHARE_NEGATIVE,
        direction=act.EffectDirection.DOWN,
        size=30,
        unit=act.EffectUnit.PERCENT,
        due_date=date(2026, 4, 28),
    ),
)
EVIDENCE = {"fact": {"messages": 7}, "verbatims": [{"id": 1, "text": "味道很大"}]}


@pytest.fixture
def action(connection, analyst, clock):
    return act.create_action(connection, DRAFT, evidence=EVIDENCE, by=analyst, clock=clock)


def change(connection, action, analyst, clock, **changes):
    return act.change_action(connection, action.id, act.ActionChange(**changes), by=analyst, clock=clock)


def test_new_action_is_open_with_everything_registered(action, analyst, clock):
    assert action.state is act.ActionState.OPEN
    assert action.expected_effect == DRAFT.expected_effect
    assert (action.evidence, action.filters) == (EVIDENCE, DRAFT.filters)
    assert (action.created_by, action.created_at) == (analyst.username, clock())


def test_creation_is_the_first_event(connection, action):
    (event,) = act.action_history(connection, action.id)
    assert (event.kind, event.actor) == ("created", "li.na")


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        ({"title": "  "}, "title"),
        ({"owner": ""}, "owner"),
        ({"filters": {"colour": ["red"]}}, "filters"),
        ({"expected_effect": replace(DRAFT.expected_effect, size=0)}, "expected_effect.size"),
        ({"expected_effect": replace(DRAFT.expected_effect, size=float("nan"))}, "expected_effect.size"),
        (
            {"expected_effect": replace(DRAFT.expected_effect, due_date=date(2026, 3, 1))},
            "expected_effect.due_date",
        ),
    ],
)
def test_broken_draft_names_the_field(connection, analyst, clock, broken, field):
    with pytest.raises(InvalidInputError) as caught:
        act.create_action(connection, replace(DRAFT, **broken), evidence={}, by=analyst, clock=clock)
    assert caught.value.field == field


def test_change_keeps_old_and_new_value_with_the_note(connection, action, analyst, clock):
    clock.move(hours=1)
    change(connection, action, analyst, clock, owner="赵工", note="王工休假")
    event = act.action_history(connection, action.id)[-1]
    assert event.changes == {"owner": {"from": "王工", "to": "赵工"}}
    assert (event.note, event.at) == ("王工休假", clock())


def test_changing_nothing_records_nothing(connection, action, analyst, clock):
    change(connection, action, analyst, clock, owner=action.owner, state=act.ActionState.OPEN)
    assert len(act.action_history(connection, action.id)) == 1


def test_note_alone_is_an_event(connection, action, analyst, clock):
    change(connection, action, analyst, clock, note="样件已送检")
    assert act.action_history(connection, action.id)[-1].kind == "note"


def test_start_and_end_are_noted_once_work_begins_and_ends(connection, action, analyst, clock):
    clock.move(days=1)
    began = clock()
    change(connection, action, analyst, clock, state=act.ActionState.DOING)
    clock.move(days=1)
    done = change(connection, action, analyst, clock, state=act.ActionState.DONE)
    assert (done.started_at, done.closed_at) == (began, clock())


def test_reopening_clears_the_end_and_keeps_the_start(connection, action, analyst, clock):
    done = change(connection, action, analyst, clock, state=act.ActionState.DONE)
    clock.move(days=1)
    again = change(connection, action, analyst, clock, state=act.ActionState.DOING)
    assert (again.started_at, again.closed_at) == (done.started_at, None)


def test_moving_the_due_date_leaves_the_promise_alone(connection, action, analyst, clock):
    moved = change(connection, action, analyst, clock, due_date=date(2026, 5, 1))
    assert moved.expected_effect == DRAFT.expected_effect


@pytest.mark.parametrize("name", ["title", "owner"])
def test_emptying_a_field_is_refused(connection, action, analyst, clock, name):
    with pytest.raises(InvalidInputError):
        change(connection, action, analyst, clock, **{name: " "})


def test_unknown_action_is_not_found(connection, analyst, clock):
    with pytest.raises(act.ActionNotFoundError):
        act.change_action(connection, 404, act.ActionChange(note="?"), by=analyst, clock=clock)


def test_overdue_begins_the_day_after_and_ends_with_the_action(connection, action, analyst, clock):
    assert not action.overdue(date(2026, 3, 31))
    assert action.overdue(date(2026, 4, 1))
    dropped = change(connection, action, analyst, clock, state=act.ActionState.DROPPED)
    assert not dropped.overdue(date(2026, 4, 1))


def test_board_filters_and_orders_by_due_date(connection, action, analyst, clock):
    sooner = act.create_action(
        connection, replace(DRAFT, due_date=date(2026, 3, 5)), evidence={}, by=analyst, clock=clock
    )
    change(connection, sooner, analyst, clock, owner="赵工")
    assert [each.id for each in act.list_actions(connection)] == [sooner.id, action.id]
    assert [each.id for each in act.list_actions(connection, owner="王工")] == [action.id]
    assert act.list_actions(connection, states=[act.ActionState.DONE]) == []
    overdue = act.list_actions(connection, overdue_on=date(2026, 3, 10))
    assert [each.id for each in overdue] == [sooner.id]


steps = st.lists(st.sampled_from([*act.ActionState, "day"]), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(steps)
def test_history_replays_to_the_present_state(connection, analyst, clock, path):
    action = act.create_action(connection, DRAFT, evidence={}, by=analyst, clock=clock)
    for step in path:
        if step == "day":
            clock.move(days=1)
        else:
            change(connection, action, analyst, clock, state=step)
    state = "open"
    for event in act.action_history(connection, action.id)[1:]:
        assert event.changes["state"]["from"] == state
        state = event.changes["state"]["to"]
    now = act.get_action(connection, action.id)
    assert now.state == state
    assert (now.closed_at is not None) == now.state.closed
    if now.closed_at:
        assert now.started_at <= now.closed_at


def test_counts_add_up_to_the_board(connection, action, analyst, clock):
    for state in act.ActionState:
        each = act.create_action(connection, DRAFT, evidence={}, by=analyst, clock=clock)
        change(connection, each, analyst, clock, state=state)
    counts = act.count_actions(connection, today=date(2026, 4, 1))
    assert counts == act.ActionCounts(open=2, doing=1, done=1, dropped=1, overdue=3)
