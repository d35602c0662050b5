"""Sending messages to the group robots of DingTalk 钉钉, Feishu 飞书 and WeCom 企业微信.

Each answers 200 even when it refuses and says so in the body. Sources: the custom-robot pages of
open.dingtalk.com, open.feishu.cn and developer.work.weixin.qq.com.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import httpx

from huiyin.act.errors import DeliveryError
from huiyin.act.sending.outbox import Notification
from huiyin.act.sending.posting import post
from huiyin.kit.clock import Clock

WECOM_BYTES = 4096
_ELLIPSIS = "…"


class DingTalkTransport:
    """Posts Markdown; the target's secret signs the address."""

    def send(self, notification: Notification, *, clock: Clock) -> None:
        content = notification.content
        body = {
            "msgtype": "markdown",
            "markdown": {"title": content.subject, "text": content.markdown},
        }
        _check(post(dingtalk_address(notification, clock), _json(body)), "errcode", "errmsg")


class FeishuTransport:
    """Posts a card; the target's secret signs the body."""

    def send(self, notification: Notification, *, clock: Clock) -> None:
        body: dict[str, Any] = {"msg_type": "interactive", "card": _card(notification)}
        if secret := notification.target.secret:
            timestamp = str(int(clock().timestamp()))
            body |= {"timestamp": timestamp, "sign": feishu_sign(secret, timestamp)}
        _check(post(notification.target.address, _json(body)), "code", "msg")


class WeComTransport:
    """Posts Markdown, shortened to what the robot takes; its address is its only secret."""

    def send(self, notification: Notification, *, clock: Clock) -> None:
        del clock
        text = shortened(notification.content.markdown, WECOM_BYTES)
        body = {"msgtype": "markdown", "markdown": {"content": text}}
        _check(post(notification.target.address, _json(body)), "errcode", "errmsg")


def dingtalk_address(notification: Notification, clock: Clock) -> str:
    """Return the robot's address, with milliseconds and signature where the target has a secret."""
    address, secret = notification.target.address, notification.target.secret
    if not secret:
        return address
    timestamp = str(int(clock().timestamp() * 1000))
    signed = urlencode({"timestamp": timestamp, "sign": dingtalk_sign(secret, timestamp)})
    return f"{address}{'&' if '?' in address else '?'}{signed}"


def dingtalk_sign(secret: str, timestamp: str) -> str:
    r"""Return DingTalk's signature: the secret keys the HMAC of `timestamp\nsecret`.

    >>> dingtalk_sign("SEC123", "1700000000000")
    'lkcPI1uoxBY1gUnCnnPH1Kkru0Hqjo7rFpA3haIVhEQ='
    """
    return _hmac(secret, f"{timestamp}\n{secret}")


def feishu_sign(secret: str, timestamp: str) -> str:
    r"""Return Feishu's signature: `timestamp\nsecret` keys the HMAC of nothing.

    >>> feishu_sign("SEC123", "1700000000")
    'j/tImR0k8vYXRsYw0+GHVQkV1v/J/8obOuMU7PE/KDo='
    """
    return _hmac(f"{timestamp}\n{secret}", "")


def shortened(text: str, most: int) -> str:
    """Return the text within `most` bytes of UTF-8, cut between characters.

    >>> shortened("负面客户", 12), shortened("负面客户", 11)
    ('负面客户', '负面…')
    """
    encoded = text.encode()
    if len(encoded) <= most:
        return text
    kept = encoded[: most - len(_ELLIPSIS.encode())].decode(errors="ignore")
    return kept + _ELLIPSIS


def _card(notification: Notification) -> dict[str, Any]:
    content = notification.content
    title, _, rest = content.markdown.partition("\n\n")
    return {
        "config": {"wide_screen_mode": True},
        "header": {
            "template": "red",
            "title": {"tag": "plain_text", "content": content.subject},
        },
        "elements": [{"tag": "markdown", "content": rest or title}],
    }


def _hmac(key: str, message: str) -> str:
    return base64.b64encode(hmac.new(key.encode(), message.encode(), hashlib.sha256).digest()).decode()


def _json(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()


def _check(answer: httpx.Response, code: str, message: str) -> None:
    try:
        said = answer.json()
    except ValueError as error:
        raise DeliveryError("the robot answered no JSON") from error
    if not isinstance(said, dict) or said.get(code) != 0:
        reason = said.get(message) if isinstance(said, dict) else said
        raise DeliveryError(f"the robot refused: {reason}")
