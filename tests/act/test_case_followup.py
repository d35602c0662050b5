"""After a case: the reply, the question whether it helped, and a customer who is not content."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from huiyin import access, act
from huiyin.collect import surveys
from huiyin.store.ledger.tables import customer

ZONE = ZoneInfo("Asia/Shanghai")
POLICY = act.ServicePolicy(act.WorkingHours(ZONE), act.DEFAULT_LEVELS)
LETTERHEAD = act.Letterhead(zone=ZONE, public_url="https://voc.example")
SOLVED = act.CaseChange(state=act.CaseState.RESOLVED, resolution="更换脚垫")


@pytest.fixture
def person(connection, clock):
    values = {"external_id": "C-7", "name": "王小明", "attributes": {"email": "wang@example.com"}}
    statement = insert(customer).values(values | {"created_at": clock()}).returning(customer.c.id)
    return connection.execute(statement).scalar_one()


@pytest.fixture
def solved(connection, analyst, clock, person):
    draft = act.CaseDraft(title="异味投诉", owner=analyst.username, team="售后", customer_id=person)
    case = act.open_case(connection, draft, policy=POLICY, by=analyst, clock=clock)
    return act.change_case(connection, case.id, SOLVED, policy=POLICY, by=analyst, clock=clock)


@pytest.fixture
def team(connection, analyst, clock):
    target = act.Target(act.TargetKind.WEBHOOK, "https://hooks.example/team")
    return act.add_team_target(connection, "售后", target, by=analyst, clock=clock)


def ask(connection, case, clock, *, mails=False):
    return act.ask_after(
        connection, case, taxonomy="automotive", public_url="https://voc.example", mails=mails, clock=clock
    )


def test_customer_gets_a_link_or_a_mail(connection, solved, clock):
    asked = ask(connection, solved, clock)
    assert asked.link.startswith("https://voc.example/s/")
    assert act.get_case(connection, solved.id).asked_again_at == clock()


def test_nobody_is_asked_twice_about_one_resolution(connection, solved, clock):
    ask(connection, solved, clock)
    again = ask(connection, act.get_case(connection, solved.id), clock)
    assert (again.link, again.mailed) == (None, False)
    assert again.reason


def test_case_without_a_customer_asks_nobody(connection, analyst, clock):
    case = act.open_case(
        connection, act.CaseDraft(title="来电", owner="李"), policy=POLICY, by=analyst, clock=clock
    )
    assert ask(connection, case, clock).reason == "no customer is known"


@pytest.mark.parametrize(("score", "state"), [(1, "open"), (2, "open"), (3, "resolved"), (5, "resolved")])
def test_who_is_not_content_is_heard_again(connection, solved, team, clock, monkeypatch, score, state):
    ask(connection, solved, clock)
    said = surveys.Answered(score, {"score": score}, "response-1")
    monkeypatch.setattr(surveys, "answer_about", lambda *_: said)
    clock.move(hours=1)
    act.hear_answers(connection, policy=POLICY, letterhead=LETTERHEAD, clock=clock)
    case = act.get_case(connection, solved.id)
    assert (case.state.value, case.asked_again_score) == (state, score)
    told = act.list_notifications(connection)
    assert [each.content.event for each in told] == (["case.reopened"] if state == "open" else [])
    assert not act.answers_waiting(connection)


def test_reply_is_mailed_where_an_address_is_known(connection, solved, clock):
    replied = act.reply_to(connection, solved, "您好，\n已为您更换脚垫。", mails=True, clock=clock)
    assert (replied.mailed, replied.address) == (True, "wang@example.com")
    sent = act.list_notifications(connection)[0]
    assert (sent.target.kind, sent.content.event) == (act.TargetKind.EMAIL, "case.reply")
    assert "更换脚垫" in sent.content.text


def test_reply_without_mail_is_kept_as_said_by_hand(connection, solved, clock):
    assert not act.reply_to(connection, solved, "已更换。", mails=False, clock=clock).mailed
    last = act.case_history(connection, solved.id)[-1]
    assert (last.kind, last.changes, last.note) == ("replied", {"by_hand": True}, "已更换。")


def test_late_case_tells_its_team_and_its_owner(connection, analyst, team, clock):
    clock.now = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    user = access.create_user(
        connection,
        username="zhou",
        display_name="小周",
        role=access.Role.AGENT,
        password_hash="x",
        clock=clock,
    )
    draft = act.CaseDraft(title="无人应答", owner="小周", team="售后")
    act.open_case(connection, draft, policy=POLICY, by=analyst, clock=clock)
    clock.now += timedelta(days=3)
    late = act.escalate_late_cases(connection, clock=clock)
    act.tell_late(connection, late, LETTERHEAD, clock=clock)
    message = act.list_notifications(connection)[0]
    assert (message.target.address, message.content.event) == ("https://hooks.example/team", "case.late")
    assert "https://voc.example/act/cases?case=" in message.content.markdown
    notice = act.list_notices(connection, user.username)[0]
    assert (notice.kind, notice.subject.link) == (act.NoticeKind.LATE, f"/act/cases?case={late[0].id}")
