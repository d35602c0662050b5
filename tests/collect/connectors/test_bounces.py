"""Mails that come back, read from the mailbox: the address is dead, and no voice is made of the report."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select
from tests.collect.connectors.conftest import Bench
from tests.collect.connectors.imap_server import ImapServer

from huiyin.act.sending.outbox import Content, enqueue
from huiyin.act.sending.targets import Target, TargetKind
from huiyin.collect.mail_bounces import bounced
from huiyin.store.ledger.tables_act import notification

ADDRESS = "lilei@example.cn"


def report(
    delivery_id: str, *, status: str = "5.1.1", action: str = "failed", headers_only: bool = False
) -> bytes:
    """Return a report as RFC 3464 has it; some servers quote our headers only."""
    quoted = "text/rfc822-headers" if headers_only else "message/rfc822"
    return (
        "From: MAILER-DAEMON@mx.example.cn\r\nMessage-ID: <r1@mx.example.cn>\r\nSubject: Undelivered\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nYour mail was not delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.cn\r\n\r\n"
        f"Final-Recipient: rfc822; {ADDRESS}\r\nAction: {action}\r\nStatus: {status}\r\n"
        "Diagnostic-Code: smtp; 550 no such user\r\n\r\n"
        f"--b\r\nContent-Type: {quoted}\r\n\r\n"
        f"Message-ID: <{delivery_id}@example.com>\r\nSubject: s\r\n\r\nwords\r\n--b--\r\n"
    ).encode()


def sent(bench: Bench) -> str:
    """Return the delivery id of a mail of ours."""
    with bench.ledger.write() as connection:
        content = Content("survey.invitation", "s", {}, "t", "t", "t")
        enqueue(connection, Target(TargetKind.EMAIL, ADDRESS), content, clock=bench.clock)
        query = select(notification.c.delivery_id).order_by(notification.c.id.desc()).limit(1)
        return str(connection.execute(query).scalar_one())


def read(bench: Bench, imap: ImapServer, *mails: bytes) -> dict[str, str]:
    config = {
        "host": "127.0.0.1",
        "port": imap.port,
        "security": "none",
        "user": "u",
        "password": imap.password,
    }
    for mail in mails:
        imap.put(mail)
    assert bench.run(bench.connect("mailbox", config)).error is None
    with bench.ledger.read() as connection:
        return bounced(connection, [ADDRESS], now=bench.clock())


@pytest.mark.parametrize("headers_only", [False, True])
def test_a_report_marks_the_address_and_is_no_voice(
    bench: Bench, imap: ImapServer, *, headers_only: bool
) -> None:
    mail = report(sent(bench), headers_only=headers_only)
    assert read(bench, imap, mail) == {ADDRESS: "5.1.1"}
    assert bench.voices() == []
    assert bench.letters() == []


def test_a_report_about_no_mail_of_ours_marks_nobody(bench: Bench, imap: ImapServer) -> None:
    sent(bench)
    assert read(bench, imap, report("00000000-0000-4000-8000-000000000000")) == {}


def test_a_delay_or_a_passing_trouble_marks_nobody(bench: Bench, imap: ImapServer) -> None:
    delayed = report(sent(bench), action="delayed", status="4.4.1")
    assert read(bench, imap, delayed, report(sent(bench), status="4.2.2")) == {}


def test_a_mailbox_that_stays_full_is_given_up_after_the_third_mail(bench: Bench, imap: ImapServer) -> None:
    full = [report(sent(bench), status="5.2.2") for _ in range(3)]
    assert read(bench, imap, *full[:2]) == {}
    assert read(bench, imap, full[2]) == {ADDRESS: "5.2.2"}


def qmail(delivery_id: str) -> bytes:
    return (
        "From: MAILER-DAEMON@mx.example.cn\r\nSubject: failure notice\r\nContent-Type: text/plain\r\n\r\n"
        "Hi. This is the mail program at mx.example.cn.\r\nI could not deliver your message to these addresses.\r\n\r\n"
        f"<{ADDRESS}>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n\r\n"
        "--- Below this line is a copy of the message.\r\n\r\n"
        f"Return-Path: <us@example.com>\r\nMessage-ID: <{delivery_id}@example.com>\r\nSubject: s\r\n\r\nwords\r\n"
    ).encode()


def exchange(delivery_id: str) -> bytes:
    return (
        "From: Microsoft Outlook <MicrosoftExchange329e71ec88@example.cn>\r\nSubject: Undeliverable: s\r\n"
        f"In-Reply-To: <{delivery_id}@example.com>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        f"<p>Your message to {ADDRESS} could not be delivered.</p><p>lilei was not found: 550 5.1.10 "
        "RESOLVER.ADR.RecipientNotFound</p>\r\n"
    ).encode()


def chinese_provider(delivery_id: str, why: str, *, sender: str, charset: str) -> bytes:
    head = (
        f"From: <{sender}>\r\nSubject: =?utf-8?B?57O757uf6YCA5L+h?=\r\nAuto-Submitted: auto-replied\r\n"
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
        f"Content-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    words = f"<p>抱歉，您的邮件被退回来了。</p><p>收件人：{ADDRESS}</p><p>退信原因：{why}</p>"
    ours = (
        "\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
        f"Message-ID: <{delivery_id}@example.com>\r\nSubject: s\r\n\r\n550 5.1.1 user unknown\r\n--b--\r\n"
    )
    return head.encode() + words.encode(charset) + ours.encode()


def qq(delivery_id: str) -> bytes:
    why = "收件人邮件地址（lilei@example.cn）不存在，邮件无法送达。host mx said: 550 Mailbox not found"
    return chinese_provider(delivery_id, why, sender="postmaster@qq.example", charset="gb18030")


def netease(delivery_id: str) -> bytes:
    return chinese_provider(
        delivery_id, "550 User not found: lilei", sender="postmaster@mail.example", charset="utf-8"
    )


def postfix(delivery_id: str) -> bytes:
    return (
        "From: Mail Delivery System <mailer-daemon@mta.example.cn>\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        "Content-Type: text/plain\r\n\r\n"
        f"<{ADDRESS}>: host mx.example.cn[10.0.0.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command)\r\n\r\n"
        f"---- Original message headers ----\r\nMessage-Id: <{delivery_id}@example.com>\r\n"
    ).encode()


@pytest.mark.parametrize("letter", [qmail, exchange, qq, netease, postfix])
def test_a_letter_that_is_no_report_marks_the_address_too(
    bench: Bench, imap: ImapServer, letter: Callable[[str], bytes]
) -> None:
    marked = read(bench, imap, letter(sent(bench)))
    assert marked[ADDRESS].startswith("5.1.1")
    assert bench.voices() == []


@pytest.mark.parametrize("letter", [qmail, exchange, qq, netease, postfix])
def test_a_letter_about_no_mail_of_ours_marks_nobody(
    bench: Bench, imap: ImapServer, letter: Callable[[str], bytes]
) -> None:
    sent(bench)
    assert read(bench, imap, letter("00000000-0000-4000-8000-000000000000")) == {}


def test_a_letter_about_a_delay_or_a_full_mailbox_marks_nobody_at_once(
    bench: Bench, imap: ImapServer
) -> None:
    waits = qmail(sent(bench)).replace(b"Sorry, no mailbox", b"It will be retried. Sorry, no mailbox")
    full = chinese_provider(
        sent(bench), "对方邮箱空间已满", sender="postmaster@qq.example", charset="gb18030"
    )
    assert read(bench, imap, waits, full) == {}


def test_somebody_who_answers_about_a_returned_mail_stays_a_voice(bench: Bench, imap: ImapServer) -> None:
    """A person's own words about a failed delivery, quoting our mail, are a voice and no bounce."""
    mail = (
        f"From: lilei@example.cn\r\nSubject: Re: s\r\nMessage-ID: <a@b>\r\nIn-Reply-To: <{sent(bench)}@example.com>\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n我写给你们客服的邮件退信了，说 550 user unknown\r\n"
    )
    assert read(bench, imap, mail.encode()) == {}
    assert len(bench.voices()) == 1
