"""Reports reach people on time, once, through servers that check the protocol as the real ones do."""

import base64
import hashlib
import hmac
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from huiyin import act
from huiyin.act import reports

SECRET = "SEC-dummy-secret"


@pytest.fixture
def send_due(ledger, context, clock, letterhead):
    return lambda: reports.send_due_reports(ledger.write, context, clock, letterhead=letterhead)


@pytest.fixture
def outbox(ledger):
    def read() -> list[act.Notification]:
        with ledger.read() as connection:
            return act.list_notifications(connection)

    return read


def test_due_report_goes_out_once_and_is_next_due_a_week_later(make_report, send_due, outbox, clock):
    saved = make_report(act.Target(act.TargetKind.WEBHOOK, "http://127.0.0.1:1/"))
    assert send_due() == []
    clock.now = saved.next_run_at
    assert [each.id for each in send_due()] == [saved.id]
    assert send_due() == []
    assert len(outbox()) == 1
    clock.move(days=7)
    assert len(send_due()) == 1


def test_two_processes_at_the_same_moment_send_one_edition(
    make_report, ledger, context, clock, letterhead, outbox
):
    saved = make_report(act.Target(act.TargetKind.WEBHOOK, "http://127.0.0.1:1/"))
    clock.now = saved.next_run_at
    with ledger.write() as connection:
        assert reports.saved.mark_run(connection, saved, clock=clock, zone=letterhead.zone)
        assert not reports.saved.mark_run(connection, saved, clock=clock, zone=letterhead.zone)
    assert outbox() == []


def test_edition_that_cannot_be_queued_stays_due(make_report, ledger, context, clock, letterhead, outbox):
    saved = make_report(act.Target(act.TargetKind.WEBHOOK, "http://127.0.0.1:1/"))
    clock.now = saved.next_run_at

    class Lost(Exception):
        pass

    opened = []

    def factory():
        opened.append(1)
        if len(opened) == 3:
            raise Lost
        return ledger.write()

    with pytest.raises(Lost):
        reports.send_due_reports(factory, context, clock, letterhead=letterhead)
    assert outbox() == []
    assert reports.send_due_reports(ledger.write, context, clock, letterhead=letterhead)
    assert len(outbox()) == 1


def test_mail_shows_charts_inside_and_carries_the_pdf(make_report, send_due, ledger, clock, mailbox):
    saved = make_report(act.Target(act.TargetKind.EMAIL, "quality@example.com"))
    clock.now = saved.next_run_at
    send_due()
    mailer = act.MailTransport(host="127.0.0.1", port=mailbox.port, sender="huiyin@example.com")
    report = act.deliver_due(ledger.write, {act.TargetKind.EMAIL: mailer}, clock)
    assert report == act.DeliveryReport(sent=1)
    (mail,) = mailbox.mails
    html = mail.get_body(["html"]).get_content()
    images = {
        part["Content-ID"].strip("<>"): part for part in mail.walk() if part.get_content_type() == "image/png"
    }
    assert images
    assert set(images) == {piece.split("'")[0] for piece in html.split("cid:")[1:]}
    assert all(part.get_content()[:4] == b"\x89PNG" for part in images.values())
    (paper,) = [part for part in mail.iter_attachments() if part.get_content_type() == "application/pdf"]
    assert paper.get_filename().endswith(".pdf")
    assert paper.get_content().startswith(b"%PDF-")
    assert "异味" in mail.get_body(["plain"]).get_content()


def test_dingtalk_outage_queues_and_delivers_once(make_report, send_due, ledger, clock, web_receiver):
    with web_receiver() as lost:
        port = int(lost.url.rpartition(":")[2])
    address = f"http://127.0.0.1:{port}/robot/send?access_token=abc"
    saved = make_report(act.Target(act.TargetKind.DINGTALK, address, SECRET))
    clock.now = saved.next_run_at
    send_due()
    transports = {act.TargetKind.DINGTALK: act.DingTalkTransport()}
    assert act.deliver_due(ledger.write, transports, clock) == act.DeliveryReport(retried=1)
    with web_receiver(port) as back:
        back.respond = lambda request: _dingtalk(request, clock())
        clock.move(minutes=5)
        assert act.deliver_due(ledger.write, transports, clock) == act.DeliveryReport(sent=1)
        assert act.deliver_due(ledger.write, transports, clock) == act.DeliveryReport()
        (request,) = back.requests
    text = json.loads(request.body)["markdown"]["text"]
    assert "客户之声周报" in text
    assert f"https://voc.example.com/act/reports?id={saved.id}" in text


def test_webhook_gets_the_findings_signed(make_report, send_due, ledger, clock, receiver):
    saved = make_report(act.Target(act.TargetKind.WEBHOOK, receiver.url, SECRET))
    clock.now = saved.next_run_at
    send_due()
    act.deliver_due(ledger.write, {act.TargetKind.WEBHOOK: act.WebhookTransport()}, clock)
    (request,) = receiver.requests
    assert act.signature_holds(request.headers, request.body, secret=SECRET, now=clock())
    body = json.loads(request.body)
    assert body["event"] == "report.digest"
    assert body["data"]["findings"][0]["zh"]


@pytest.mark.parametrize("kind", [act.TargetKind.FEISHU, act.TargetKind.WECOM])
def test_other_robots_take_the_digest(make_report, send_due, ledger, clock, receiver, kind):
    receiver.answer = b'{"code": 0, "errcode": 0}'
    saved = make_report(act.Target(kind, receiver.url, SECRET))
    clock.now = saved.next_run_at
    send_due()
    transports = {act.TargetKind.FEISHU: act.FeishuTransport(), act.TargetKind.WECOM: act.WeComTransport()}
    assert act.deliver_due(ledger.write, transports, clock) == act.DeliveryReport(sent=1)
    assert len(receiver.requests[0].body) < 5000


def _dingtalk(request, now) -> bytes:
    query = {name: values[0] for name, values in parse_qs(urlsplit(request.path).query).items()}
    message = f"{query.get('timestamp')}\n{SECRET}".encode()
    signature = base64.b64encode(hmac.new(SECRET.encode(), message, hashlib.sha256).digest()).decode()
    fresh = abs(int(query.get("timestamp", 0)) - now.timestamp() * 1000) < 3_600_000
    body = json.loads(request.body)
    holds = query.get("sign") == signature and fresh and body["msgtype"] == "markdown"
    return json.dumps(
        {"errcode": 0 if holds else 310000, "errmsg": "ok" if holds else "sign not match"}
    ).encode()
