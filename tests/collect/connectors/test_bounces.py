"""Mails that come back, read from the mailbox: the address is dead, and no voice is made of the report."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from tests.collect.connectors.conftest import Bench
from tests.collect.connectors.imap_server import ImapServer

from huiyin.act.outbox import Content, Target, TargetKind, enqueue
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
