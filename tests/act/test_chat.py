"""Group robots against local servers that check the protocol as the real ones document it."""

import base64
import hashlib
import hmac
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from huiyin import act

SECRET = "SEC-dummy-secret"
CONTENT = act.Content(
    event="alert.fired",
    subject="[回音预警] 异味：负面客户 35 位（阈值 30 位）",
    data={},
    text="",
    markdown="### 标题\n\n负面客户 35 位\n\n> 味道很大",
    html="",
)
TRANSPORTS = {
    act.TargetKind.DINGTALK: act.DingTalkTransport(),
    act.TargetKind.FEISHU: act.FeishuTransport(),
    act.TargetKind.WECOM: act.WeComTransport(),
    act.TargetKind.SLACK: act.SlackTransport(),
}


def dingtalk(request, now) -> dict:
    """Answer as oapi.dingtalk.com/robot/send does: signature in the address, within an hour."""
    query = {name: values[0] for name, values in parse_qs(urlsplit(request.path).query).items()}
    message = f"{query.get('timestamp')}\n{SECRET}".encode()
    signature = base64.b64encode(hmac.new(SECRET.encode(), message, hashlib.sha256).digest()).decode()
    fresh = abs(int(query.get("timestamp", 0)) - now.timestamp() * 1000) < 3_600_000
    if query.get("access_token") != "abc" or query.get("sign") != signature or not fresh:
        return {"errcode": 310000, "errmsg": "sign not match"}
    body = json.loads(request.body)
    valid = body["msgtype"] == "markdown" and body["markdown"]["title"] and body["markdown"]["text"]
    return {"errcode": 0, "errmsg": "ok"} if valid else {"errcode": 400, "errmsg": "bad message"}


def feishu(request, now) -> dict:
    """Answer as open.feishu.cn/open-apis/bot/v2/hook does: signature in the body, within an hour."""
    body = json.loads(request.body)
    key = f"{body.get('timestamp')}\n{SECRET}".encode()
    signature = base64.b64encode(hmac.new(key, b"", hashlib.sha256).digest()).decode()
    fresh = abs(int(body.get("timestamp", 0)) - now.timestamp()) < 3600
    if body.get("sign") != signature or not fresh:
        return {"code": 19021, "msg": "sign match fail or timestamp is not within one hour from current time"}
    card = body["card"]
    valid = body["msg_type"] == "interactive" and card["header"]["title"]["content"] and card["elements"]
    return {"code": 0, "msg": "success", "data": {}} if valid else {"code": 9499, "msg": "Bad Request"}


def wecom(request, _now) -> dict:
    """Answer as qyapi.weixin.qq.com/cgi-bin/webhook/send does: at most 4096 bytes of Markdown."""
    body = json.loads(request.body)
    if len(body["markdown"]["content"].encode()) > 4096:
        return {"errcode": 40058, "errmsg": "markdown.content exceed max length 4096"}
    return {"errcode": 0, "errmsg": "ok"} if body["msgtype"] == "markdown" else {"errcode": 40008}


def slack(request, _now) -> bytes:
    """Answer as hooks.slack.com does: the word ok, or why not; header and section have a longest text."""
    body = json.loads(request.body)
    header, section = body["blocks"]
    plain = header["type"] == "header" and header["text"]["type"] == "plain_text"
    words = section["type"] == "section" and section["text"]["type"] == "mrkdwn"
    fits = len(header["text"]["text"]) <= 150 and 0 < len(section["text"]["text"]) <= 3000
    valid = plain and words and fits and body["text"] and "###" not in section["text"]["text"]
    return b"ok" if valid else b"invalid_blocks"


def answered(said) -> bytes:
    return said if isinstance(said, bytes) else json.dumps(said).encode()


ROBOTS = {
    act.TargetKind.SLACK: (slack, "/services/T0/B0/abc"),
    act.TargetKind.DINGTALK: (dingtalk, "/robot/send?access_token=abc"),
    act.TargetKind.FEISHU: (feishu, "/open-apis/bot/v2/hook/abc"),
    act.TargetKind.WECOM: (wecom, "/cgi-bin/webhook/send?key=abc"),
}


@pytest.fixture
def deliver(ledger, clock, receiver):
    """Sends one message to a robot and returns what became of it."""

    def run(kind, *, secret=SECRET, content=CONTENT) -> act.Notification:
        robot, path = ROBOTS[kind]
        receiver.respond = lambda request: answered(robot(request, clock()))
        with ledger.write() as connection:
            target = act.Target(kind, receiver.url + path, secret)
            act.enqueue(connection, target, content, clock=clock)
        act.deliver_due(ledger.write, TRANSPORTS, clock)
        with ledger.read() as connection:
            return act.list_notifications(connection)[0]

    return run


@pytest.mark.parametrize("kind", ROBOTS)
def test_robot_takes_the_message(deliver, receiver, kind):
    assert deliver(kind).state is act.NotificationState.SENT
    assert "味道很大" in receiver.requests[0].body.decode()


@pytest.mark.parametrize("kind", [act.TargetKind.DINGTALK, act.TargetKind.FEISHU])
@pytest.mark.parametrize("secret", ["SEC-wrong-secret", None])
def test_refusal_inside_a_200_is_no_delivery(deliver, kind, secret):
    message = deliver(kind, secret=secret)
    assert message.state is act.NotificationState.QUEUED
    assert "sign" in message.last_error


@pytest.mark.parametrize("kind", [act.TargetKind.WECOM, act.TargetKind.SLACK])
def test_long_messages_fit(deliver, kind):
    content = act.Content(event="e", subject="s" * 200, data={}, text="", markdown="味" * 5000, html="")
    assert deliver(kind, content=content).state is act.NotificationState.SENT


@pytest.mark.parametrize("answer", [b"", b"<html>", b"[]", b"{}"])
@pytest.mark.parametrize("kind", ROBOTS)
def test_strange_answers_are_no_delivery(ledger, clock, receiver, kind, answer):
    receiver.answer = answer
    with ledger.write() as connection:
        act.enqueue(connection, act.Target(kind, receiver.url, SECRET), CONTENT, clock=clock)
    assert act.deliver_due(ledger.write, TRANSPORTS, clock) == act.DeliveryReport(retried=1)


@pytest.mark.parametrize("kind", ROBOTS)
def test_outage_queues_and_then_delivers_once(ledger, clock, web_receiver, kind):
    robot, path = ROBOTS[kind]
    with web_receiver() as gone:
        port = int(gone.url.rpartition(":")[2])
    with ledger.write() as connection:
        target = act.Target(kind, f"http://127.0.0.1:{port}{path}", SECRET)
        act.enqueue(connection, target, CONTENT, clock=clock)
    assert act.deliver_due(ledger.write, TRANSPORTS, clock) == act.DeliveryReport(retried=1)
    clock.move(hours=3)
    with web_receiver(port) as back:
        back.respond = lambda request: answered(robot(request, clock()))
        assert act.deliver_due(ledger.write, TRANSPORTS, clock) == act.DeliveryReport(sent=1)
        assert act.deliver_due(ledger.write, TRANSPORTS, clock) == act.DeliveryReport()
        assert len(back.requests) == 1
