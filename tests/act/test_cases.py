from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from huiyin import act
from huiyin.kit.errors import InvalidInputError

POLICY = act.ServicePolicy(act.WorkingHours(ZoneInfo("Asia/Shanghai")), act.DEFAULT_LEVELS)
DRAFT = act.CaseDraft(
    title="客户投诉异味", owner="小周", team="售后", origin=act.CaseOrigin.VOICE, origin_id="17"
)
RESOLVED = {"state": act.CaseState.RESOLVED, "resolution": "更换脚垫并回访"}


@pytest.fixture
def clock(clock):
    """Monday morning at nine in Beijing."""
    clock.now = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    return clock


@pytest.fixture
def case(connection, analyst, clock):
    return act.open_case(connection, DRAFT, policy=POLICY, by=analyst, clock=clock)


@pytest.fixture
def change(connection, analyst, clock):
    def run(case, **changes):
        return act.change_case(
            connection, case.id, act.CaseChange(**changes), policy=POLICY, by=analyst, clock=clock
        )

    return run


def test_clocks_run_in_working_time(case):
    assert case.respond_by == datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    assert case.resolve_by == datetime(2026, 11, 27, 10, 0, tzinfo=UTC)


def test_same_voice_opens_one_case(connection, case, analyst, clock):
    with pytest.raises(act.CaseExistsError, match=f"case {case.id}"):
        act.open_case(connection, DRAFT, policy=POLICY, by=analyst, clock=clock)


def test_manual_cases_may_be_many(connection, analyst, clock):
    manual = act.CaseDraft(title="来电", owner="小周")
    for _ in range(2):
        act.open_case(connection, manual, policy=POLICY, by=analyst, clock=clock)
    assert len(act.list_cases(connection)) == 2


@pytest.mark.parametrize("name", ["title", "owner"])
def test_case_needs_title_and_owner(connection, analyst, clock, name):
    draft = act.CaseDraft(**{"title": "来电", "owner": "小周"} | {name: " "})
    with pytest.raises(InvalidInputError) as caught:
        act.open_case(connection, draft, policy=POLICY, by=analyst, clock=clock)
    assert caught.value.field == name


def test_first_answer_stops_the_first_clock(case, change, clock):
    clock.move(hours=2)
    answered = change(case, answered=True, note="已致电客户")
    assert answered.responded_at == clock()
    clock.move(hours=1)
    assert change(case, answered=True).responded_at == answered.responded_at
    clock.move(hours=20)
    assert not act.Case.late(answered, clock())


def test_unanswered_case_is_late_although_its_resolution_is_not(connection, case, clock):
    clock.move(hours=10)
    assert case.late(clock())
    assert act.list_cases(connection, late_at=clock()) == [case]


def test_waiting_for_the_customer_stops_the_second_clock(case, change, clock):
    clock.move(hours=3)
    change(case, state=act.CaseState.WAITING, answered=True)
    clock.move(days=2)
    again = change(case, state=act.CaseState.OPEN)
    # Two days of nine working hours stood still, and so the end moves from Friday to Tuesday evening.
    assert again.resolve_by == datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
    assert again.waiting_since is None


def test_waiting_case_is_not_late(case, change, clock):
    waiting = change(case, state=act.CaseState.WAITING, answered=True)
    clock.move(days=30)
    assert not waiting.late(clock())


def test_resolving_needs_a_resolution(case, change):
    with pytest.raises(InvalidInputError) as caught:
        change(case, state=act.CaseState.RESOLVED)
    assert caught.value.field == "resolution"


def test_resolved_case_is_closed_and_answered(case, change, clock):
    clock.move(hours=1)
    resolved = change(case, **RESOLVED, root_cause="胶水")
    assert (resolved.resolved_at, resolved.responded_at) == (clock(), clock())
    clock.move(days=30)
    assert not resolved.late(clock())


def test_reopening_starts_the_clock_afresh_and_is_counted(case, change, clock):
    change(case, **RESOLVED)
    clock.move(days=7)
    again = change(case, state=act.CaseState.OPEN, note="复发")
    assert (again.reopened, again.resolved_at) == (1, None)
    assert again.resolve_by == case.resolve_by + timedelta(days=7)


def test_higher_priority_counts_from_the_beginning(case, change, clock):
    clock.move(minutes=30)
    urgent = change(case, priority=act.CasePriority.URGENT)
    assert urgent.respond_by == case.created_at + timedelta(hours=1)
    assert urgent.resolve_by == case.created_at + timedelta(hours=9)


def test_late_cases_are_escalated_once(connection, case, change, clock):
    assert act.escalate_late_cases(connection, clock=clock) == []
    clock.move(hours=10)
    (escalated,) = act.escalate_late_cases(connection, clock=clock)
    assert (escalated.id, escalated.escalated_at) == (case.id, clock())
    assert act.escalate_late_cases(connection, clock=clock) == []
    assert act.case_history(connection, case.id)[-1].kind == "escalated"


def test_late_cases_in_the_inbox_are_those_that_say_so(connection, analyst, clock, change):
    for number in range(12):
        draft = act.CaseDraft(title=f"来电 {number}", owner="小周")
        made = act.open_case(connection, draft, policy=POLICY, by=analyst, clock=clock)
        if number % 3 == 0:
            change(made, answered=True)
        if number % 4 == 0:
            change(made, **RESOLVED)
        if number % 5 == 0:
            change(made, state=act.CaseState.WAITING)
        clock.move(hours=7)
    late = [case.id for case in act.list_cases(connection, late_at=clock())]
    assert late
    assert sorted(late) == [
        case.id for case in sorted(act.list_cases(connection), key=lambda c: c.id) if case.late(clock())
    ]


def test_history_tells_who_changed_what(connection, case, change):
    change(case, owner="小吴", note="转交")
    event = act.case_history(connection, case.id)[-1]
    assert event.changes == {"owner": {"from": "小周", "to": "小吴"}}
    assert (event.actor, event.note) == ("li.na", "转交")


def test_changing_nothing_records_nothing(connection, case, change):
    change(case, owner=case.owner)
    assert len(act.case_history(connection, case.id)) == 1


def test_inbox_filters(connection, case, analyst, clock):
    assert act.list_cases(connection, owner="小周", states=[act.CaseState.OPEN]) == [case]
    assert act.list_cases(connection, owner="小吴") == []
    assert act.list_cases(connection, customer_id=7) == []


def test_inbox_puts_first_what_must_move_next(connection, analyst, clock, change):
    def opened(title, **fields):
        draft = act.CaseDraft(title=title, owner="小周", **fields)
        return act.open_case(connection, draft, policy=POLICY, by=analyst, clock=clock)

    change(opened("先解决"), **RESOLVED)
    change(opened("等客户"), state=act.CaseState.WAITING)
    change(opened("已答复"), answered=True)
    clock.move(hours=1)
    change(opened("后解决"), **RESOLVED)
    opened("未答复")
    opened("紧急", priority=act.CasePriority.URGENT)
    titles = [case.title for case in act.list_cases(connection)]
    assert titles == ["紧急", "未答复", "已答复", "等客户", "后解决", "先解决"]


def test_unknown_case_is_not_found(connection):
    with pytest.raises(act.CaseNotFoundError):
        act.get_case(connection, 404)
