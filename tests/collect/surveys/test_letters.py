"""Invitations by mail through a real SMTP server, reminders, opt-outs, and one question after a case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, timedelta
from email.message import EmailMessage

import pytest
from sqlalchemy import insert
from tests.clocks import MovingClock
from tests.collect.surveys.conftest import NPS, Open
from tests.conftest import NOON
from tests.receiving import Mailbox, receiving

from huiyin import act
from huiyin.act.sending.asking import post_letters
from huiyin.collect import surveys
from huiyin.kit.clock import Clock
from huiyin.store.ledger import Ledger, tables

URL = "https://voc.example.com"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, act.MailTransport]]:
    """A real SMTP server, and the transport to it."""
    with receiving() as box:
        yield box, act.MailTransport(host="127.0.0.1", port=box.port, sender="voc@example.com")


def deliver(ledger: Ledger, transport: act.MailTransport, clock: Clock) -> None:
    act.deliver_due(ledger.write, {act.TargetKind.EMAIL: transport}, clock)


def body(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def tokens(mail: EmailMessage) -> set[str]:
    return set(re.findall(r"[?&]t=([\w-]+)", body(mail)))


def send(
    ledger: Ledger, survey: surveys.Survey, people: list[surveys.Invitee], clock: Clock, reminders: int = 2
) -> None:
    with ledger.write() as connection:
        invited = surveys.invite(connection, survey, people, clock=clock)
        letters = surveys.write_letters(
            connection, survey, invited, language="zh", schedule=surveys.Schedule(reminders, 3), clock=clock
        )
        post_letters(connection, letters, public_url=URL, clock=clock)


def remind(ledger: Ledger, clock: Clock) -> list[surveys.Letter]:
    with ledger.write() as connection:
        letters = surveys.write_reminders(connection, clock=clock)
        post_letters(connection, letters, public_url=URL, clock=clock)
        return letters


def answer(
    ledger: Ledger, survey: surveys.Survey, token: str, clock: Clock, score: int = 9
) -> surveys.Receipt:
    with ledger.write() as connection:
        now = surveys.get_survey(connection, survey.id)
        submission = surveys.Submission({"score": score}, token=token, complete=True)
        return surveys.save_answers(connection, now, submission, zone=UTC, clock=clock)


def test_the_points_stand_in_the_mail_and_reminders_stop_with_the_answer(
    ledger: Ledger, opened: Open, mailbox: tuple[Mailbox, act.MailTransport]
) -> None:
    box, transport = mailbox
    clock, survey = MovingClock(NOON), opened()
    people = [surveys.Invitee(f"M{n}", f"客户{n}", address=f"m{n}@example.com") for n in (1, 2)]
    send(ledger, survey, people, clock)
    deliver(ledger, transport, clock)
    first, second = sorted(box.mails, key=lambda mail: str(mail["To"]))
    assert (first["To"], first["Subject"]) == ("m1@example.com", "回访")
    links = re.findall(r"https://voc\.example\.com/s/[^\s]+&score=(\d+)", body(first))
    assert links == [str(point) for point in range(11)]
    assert body(first, "html").count("&amp;score=") == 11
    assert tokens(first).isdisjoint(tokens(second))
    answer(ledger, survey, tokens(first).pop(), clock)
    assert remind(ledger, clock) == []
    clock.now += timedelta(days=3, hours=1)
    assert [letter.address for letter in remind(ledger, clock)] == ["m2@example.com"]
    assert remind(ledger, clock) == []
    deliver(ledger, transport, clock)
    reminder = box.mails[-1]
    assert reminder["Subject"] == "【提醒】回访"
    for token in (tokens(second).pop(), tokens(reminder).pop()):
        assert answer(ledger, survey, token, clock, score=2).answers == {"score": 2}
    with ledger.read() as connection:
        work = surveys.fieldwork(connection, surveys.get_survey(connection, survey.id))
    assert (work.invited, work.complete, work.mailed, work.reminded) == (2, 2, 2, 1)
    assert work.rr1 is not None
    assert work.rr1.value == 1.0


def test_who_opted_out_is_neither_reminded_nor_invited_again(
    ledger: Ledger, opened: Open, mailbox: tuple[Mailbox, act.MailTransport]
) -> None:
    box, transport = mailbox
    clock, survey, other = MovingClock(NOON), opened(), opened(recontact_days=0)
    person = surveys.Invitee("M1", address="m1@example.com")
    send(ledger, survey, [person], clock)
    deliver(ledger, transport, clock)
    with ledger.write() as connection:
        assert surveys.opt_out(connection, survey.id, tokens(box.mails[0]).pop(), clock=clock)
        assert not surveys.opt_out(connection, survey.id, "made up", clock=clock)
    clock.now += timedelta(days=4)
    assert remind(ledger, clock) == []
    with ledger.write() as connection:
        assert (
            surveys.invite(connection, other, [person], clock=clock)[0].reason == "does not want to be asked"
        )


def test_a_closed_survey_reminds_nobody(ledger: Ledger, opened: Open) -> None:
    clock, survey = MovingClock(NOON), opened()
    send(ledger, survey, [surveys.Invitee("M1", address="m1@example.com")], clock)
    with ledger.write() as connection:
        surveys.change_survey(connection, survey.id, clock=clock, state=surveys.SurveyState.CLOSED)
    clock.now += timedelta(days=4)
    assert remind(ledger, clock) == []


def test_the_customer_s_own_address_and_refusal_are_known(ledger: Ledger, opened: Open) -> None:
    clock, survey = MovingClock(NOON), opened()
    rows = [
        {"external_id": "M1", "attributes": {"email": "own@example.com"}, "created_at": NOON},
        {"external_id": "M2", "attributes": {"consent": {"contact": False}}, "created_at": NOON},
    ]
    with ledger.write() as connection:
        connection.execute(insert(tables.customer), rows)
        invited = surveys.invite(
            connection, survey, [surveys.Invitee("M1"), surveys.Invitee("M2")], clock=clock
        )
    assert [(one.address, one.reason) for one in invited] == [
        ("own@example.com", None),
        (None, "does not want to be asked"),
    ]


def test_a_customer_is_asked_about_each_occasion_once(ledger: Ledger) -> None:
    clock = MovingClock(NOON)

    def ask(occasion: str) -> surveys.Asked:
        with ledger.write() as connection:
            return surveys.ask_again(
                connection, "M1", occasion=occasion, taxonomy="automotive", recontact_days=7, clock=clock
            )

    with ledger.write() as connection:
        connection.execute(
            insert(tables.customer).values(
                external_id="M1",
                name="李雷",
                segment="增换购",
                attributes={"email": "m1@example.com"},
                created_at=NOON,
            )
        )
    first = ask("case-12")
    assert first.token is not None
    assert first.letter is not None
    assert first.letter.address == "m1@example.com"
    assert ask("case-12").reason == "asked about this already"
    assert ask("case-13").reason == "invited elsewhere within 7 days"
    clock.now += timedelta(days=8)
    second = ask("case-13")
    assert (second.survey_id, second.reason) == (first.survey_id, None)
    with ledger.write() as connection:
        survey = surveys.get_survey(connection, first.survey_id)
    answer(ledger, survey, first.token, clock, score=2)
    answer(ledger, survey, str(second.token), clock, score=5)
    with ledger.read() as connection:
        found = [surveys.answer_about(connection, f"case-{n}") for n in (12, 13, 14)]
        assert [one and one.score for one in found] == [2, 5, None]
        work = surveys.fieldwork(connection, surveys.get_survey(connection, survey.id))
        sheets = surveys.read_sheets(connection, survey)
    assert (work.invited, work.complete) == (2, 2)
    assert [(sheet.occasion, sheet.segment) for sheet in sheets] == [
        ("case-12", "增换购"),
        ("case-13", "增换购"),
    ]


def test_titles_are_escaped_and_subjects_stay_one_line() -> None:
    definition = surveys.parse_definition(
        NPS | {"title": "回访 <b>\n\nBcc: x@example.com"} | {"theme": {"logo": "<i>"}}
    )
    letter = surveys.Letter("slug", definition, "token", "m@example.com", "<script>", 0)
    mail = surveys.compose(letter, URL)
    assert "<script>" not in mail.html
    assert "<i>" not in mail.html


def test_a_mail_program_has_its_own_button_to_stop(
    ledger: Ledger, opened: Open, mailbox: tuple[Mailbox, act.MailTransport]
) -> None:
    box, transport = mailbox
    clock, long = (
        MovingClock(NOON),
        "https://survey.of-a-company-with-a-long-name.example.com/voice-of-the-customer",
    )
    survey, people = opened(), [surveys.Invitee("M1", address="m1@example.com")]
    with ledger.write() as connection:
        invited = surveys.invite(connection, survey, people, clock=clock)
        letters = surveys.write_letters(
            connection, survey, invited, language="zh", schedule=surveys.Schedule(), clock=clock
        )
        post_letters(connection, letters, public_url=long, clock=clock)
    deliver(ledger, transport, clock)
    (mail,) = box.mails
    assert re.fullmatch(rf"<{re.escape(long)}/s/[\w-]+/stop\?t=[\w-]+>", str(mail["List-Unsubscribe"]))
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_an_address_that_the_server_refuses_gets_no_further_mail(
    ledger: Ledger, opened: Open, mailbox: tuple[Mailbox, act.MailTransport]
) -> None:
    box, transport = mailbox
    box.reply = "550 5.1.1 no such user"
    clock = MovingClock(NOON)
    send(ledger, opened(), [surveys.Invitee("M1", address="gone@example.com")], clock)
    deliver(ledger, transport, clock)
    assert box.mails == []
    clock.now += timedelta(days=4)
    assert remind(ledger, clock) == []
    people = [
        surveys.Invitee(f"M{n}", address=one) for n, one in enumerate(("Gone@example.com", "m2@example.com"))
    ]
    survey = opened(recontact_days=0)
    with ledger.write() as connection:
        invited = surveys.invite(connection, survey, people, clock=clock)
        assert surveys.dead_addresses(connection, invited, now=clock()) == {"Gone@example.com": "5.1.1"}
        letters = surveys.write_letters(
            connection, survey, invited, language="zh", schedule=surveys.Schedule(), clock=clock
        )
        assert [letter.address for letter in letters] == ["m2@example.com"]
        later = clock() + timedelta(days=200)
        assert surveys.dead_addresses(connection, invited, now=later) == {}
