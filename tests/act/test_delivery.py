"""Delivery over real sockets: a web server and a mail server on loopback."""

import json
import random
from datetime import timedelta

import pytest

from huiyin import act

CONTENT = act.Content(
    event="alert.fired",
    subject="[回音预警] 异味：负面客户 35 位（阈值 30 位）",
    data={"alert_id": 7},
    text="负面客户 35 位\n",
    markdown="### 异味",
    html="<p>负面客户 35 位</p>",
)
STEADY = act.RetryPolicy(attempts=4, jitter=0)


@pytest.fixture
def queue(ledger, clock):
    def put(kind: act.TargetKind, address: str, secret: str | None = None) -> None:
        with ledger.write() as connection:
            act.enqueue(connection, act.Target(kind, address, secret), CONTENT, clock=clock)

    return put


@pytest.fixture
def deliver(ledger, clock):
    def run(policy=STEADY, **transports) -> act.DeliveryReport:
        known = {act.TargetKind(kind): transport for kind, transport in transports.items()}
        return act.deliver_due(ledger.write, known, clock, policy=policy)

    return run


@pytest.fixture
def outbox(ledger):
    def read() -> list[act.Notification]:
        with ledger.read() as connection:
            return act.list_notifications(connection)

    return read


def test_webhook_is_posted_once_and_signed(queue, deliver, outbox, receiver, clock):
    queue(act.TargetKind.WEBHOOK, f"{receiver.url}/hook", "whsec-12345")
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport(sent=1)
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport()
    (request,) = receiver.requests
    assert act.signature_holds(request.headers, request.body, secret="whsec-12345", now=clock())
    document = json.loads(request.body)
    assert (document["event"], document["data"]) == ("alert.fired", {"alert_id": 7})
    assert request.headers["X-Huiyin-Delivery"] == document["id"] == outbox()[0].delivery_id


def test_installation_key_signs_targets_without_their_own(queue, deliver, receiver, clock):
    queue(act.TargetKind.WEBHOOK, receiver.url)
    deliver(webhook=act.WebhookTransport(secret="installation"))
    (request,) = receiver.requests
    assert act.signature_holds(request.headers, request.body, secret="installation", now=clock())


def test_without_any_key_nothing_is_signed(queue, deliver, receiver):
    queue(act.TargetKind.WEBHOOK, receiver.url)
    deliver(webhook=act.WebhookTransport())
    assert "X-Huiyin-Signature" not in receiver.requests[0].headers


def test_outage_queues_and_then_delivers_once(queue, deliver, outbox, clock, web_receiver):
    with web_receiver() as receiver:
        port = int(receiver.url.rpartition(":")[2])
    queue(act.TargetKind.WEBHOOK, f"http://127.0.0.1:{port}/")
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport(retried=1)
    assert outbox()[0].state is act.NotificationState.QUEUED
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport()
    with web_receiver(port) as receiver:
        clock.move(seconds=30)
        assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport(sent=1)
        clock.move(hours=24)
        assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport()
        assert len(receiver.requests) == 1


def test_refusals_back_off_keep_the_delivery_id_and_end_dead(queue, deliver, outbox, receiver, clock):
    receiver.status = 500
    queue(act.TargetKind.WEBHOOK, receiver.url)
    waits = []
    for _ in range(4):
        clock.now = max(clock.now, outbox()[0].next_attempt_at)
        deliver(webhook=act.WebhookTransport())
        waits.append(outbox()[0].next_attempt_at - clock.now)
    assert waits[:3] == [timedelta(seconds=30), timedelta(seconds=60), timedelta(seconds=120)]
    (message,) = outbox()
    assert (message.state, message.attempts) == (act.NotificationState.DEAD, 4)
    assert "500" in message.last_error
    assert {request.headers["X-Huiyin-Delivery"] for request in receiver.requests} == {message.delivery_id}
    clock.move(days=30)
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport()


def test_gone_is_not_tried_again(queue, deliver, receiver):
    receiver.status = 410
    queue(act.TargetKind.WEBHOOK, receiver.url)
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport(dead=1)


def test_redirect_is_a_failure_and_not_followed(queue, deliver, receiver):
    receiver.status = 302
    queue(act.TargetKind.WEBHOOK, receiver.url)
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport(retried=1)
    assert len(receiver.requests) == 1


def test_hung_up_connection_is_tried_again(queue, deliver, receiver):
    receiver.status = 0
    queue(act.TargetKind.WEBHOOK, receiver.url)
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport(retried=1)


def test_one_dead_target_does_not_hold_up_the_others(queue, deliver, receiver):
    queue(act.TargetKind.WEBHOOK, "http://127.0.0.1:1/")
    queue(act.TargetKind.WEBHOOK, receiver.url)
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport(sent=1, retried=1)


def test_killed_while_sending_sends_again_under_the_same_id(queue, ledger, deliver, receiver, clock):
    queue(act.TargetKind.WEBHOOK, receiver.url)

    class Killed:
        def send(self, notification, *, clock):
            act.WebhookTransport().send(notification, clock=clock)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deliver(webhook=Killed())
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport()
    clock.move(seconds=30)
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport(sent=1)
    first, second = receiver.requests
    assert first.headers["X-Huiyin-Delivery"] == second.headers["X-Huiyin-Delivery"]


def test_message_that_always_kills_its_process_ends_dead(queue, deliver, outbox, clock):
    queue(act.TargetKind.WEBHOOK, "http://127.0.0.1:1/")

    class Killer:
        def send(self, *_, **__):
            raise KeyboardInterrupt

    for _ in range(STEADY.attempts):
        with pytest.raises(KeyboardInterrupt):
            deliver(webhook=Killer())
        clock.move(hours=7)
    assert deliver(webhook=Killer()) == act.DeliveryReport(dead=1)


def test_replayed_message_goes_out_again_under_its_old_id(queue, deliver, outbox, receiver, ledger, clock):
    queue(act.TargetKind.WEBHOOK, receiver.url)
    deliver(webhook=act.WebhookTransport())
    with ledger.write() as connection:
        act.replay(connection, outbox()[0].id, clock=clock)
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport(sent=1)
    assert len({request.headers["X-Huiyin-Delivery"] for request in receiver.requests}) == 1


def test_missing_transport_waits_for_the_operator(queue, deliver, outbox):
    queue(act.TargetKind.EMAIL, "voc@example.com")
    assert deliver(webhook=act.WebhookTransport()) == act.DeliveryReport(retried=1)
    assert "email" in outbox()[0].last_error


def test_limit_bounds_a_round(queue, ledger, clock, receiver):
    for _ in range(3):
        queue(act.TargetKind.WEBHOOK, receiver.url)
    transports = {act.TargetKind.WEBHOOK: act.WebhookTransport()}
    assert act.deliver_due(ledger.write, transports, clock, limit=2).sent == 2


def test_mail_arrives_in_chinese_as_text_and_html(queue, deliver, outbox, mailbox):
    queue(act.TargetKind.EMAIL, "voc@example.com")
    mail_server = act.MailTransport(host="127.0.0.1", port=mailbox.port, sender="huiyin@example.com")
    assert deliver(email=mail_server) == act.DeliveryReport(sent=1)
    (mail,) = mailbox.mails
    assert mail["Subject"] == CONTENT.subject
    assert mail["To"] == "voc@example.com"
    assert mail["Message-ID"] == f"<{outbox()[0].delivery_id}@example.com>"
    assert mail.get_body(["plain"]).get_content().strip() == CONTENT.text.strip()
    assert mail.get_body(["html"]).get_content().strip() == CONTENT.html


def test_unknown_recipient_is_final(queue, deliver, outbox, mailbox):
    mailbox.reply = "550 no such mailbox"
    queue(act.TargetKind.EMAIL, "nobody@example.com")
    mail_server = act.MailTransport(host="127.0.0.1", port=mailbox.port)
    assert deliver(email=mail_server) == act.DeliveryReport(dead=1)
    assert "no such mailbox" in outbox()[0].last_error


def test_busy_mailbox_is_tried_again(queue, deliver, mailbox, clock):
    mailbox.reply = "450 try later"
    queue(act.TargetKind.EMAIL, "voc@example.com")
    mail_server = act.MailTransport(host="127.0.0.1", port=mailbox.port)
    assert deliver(email=mail_server) == act.DeliveryReport(retried=1)
    mailbox.reply = "250 OK"
    clock.move(seconds=30)
    assert deliver(email=mail_server) == act.DeliveryReport(sent=1)
    assert len(mailbox.mails) == 1


def test_unreachable_mail_server_is_tried_again(queue, deliver):
    queue(act.TargetKind.EMAIL, "voc@example.com")
    assert deliver(email=act.MailTransport(host="127.0.0.1", port=1)) == act.DeliveryReport(retried=1)


def test_jitter_spreads_retries_and_never_shortens_them():
    policy_with_jitter = act.RetryPolicy(rng=random.Random(7))  # noqa: S311 spreads load
    delays = {policy_with_jitter.delay(3) for _ in range(50)}
    assert len(delays) > 40
    assert all(timedelta(seconds=120) <= delay <= timedelta(seconds=144) for delay in delays)
