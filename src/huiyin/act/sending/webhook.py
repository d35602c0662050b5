"""Sending messages to web addresses as signed JSON."""

from __future__ import annotations

import json

from huiyin.act.sending.outbox import Notification
from huiyin.act.sending.posting import TIMEOUT_S, post
from huiyin.act.sending.signing import (
    DELIVERY_HEADER,
    EVENT_HEADER,
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    sign,
)
from huiyin.kit.clock import Clock


class WebhookTransport:
    """Posts JSON; a target's own secret signs it, else the installation's."""

    def __init__(self, *, secret: str = "", timeout_s: float = TIMEOUT_S) -> None:
        self._secret = secret
        self._timeout_s = timeout_s

    def send(self, notification: Notification, *, clock: Clock) -> None:
        """Post the message; any 2xx answer means that it was taken."""
        body = webhook_body(notification)
        headers = self._headers(notification, body, clock)
        post(notification.target.address, body, headers=headers, timeout_s=self._timeout_s)

    def _headers(self, notification: Notification, body: bytes, clock: Clock) -> dict[str, str]:
        timestamp = int(clock().timestamp())
        headers = {
            DELIVERY_HEADER: notification.delivery_id,
            EVENT_HEADER: notification.content.event,
            TIMESTAMP_HEADER: str(timestamp),
        }
        secret = notification.target.secret or self._secret
        if secret:
            headers[SIGNATURE_HEADER] = sign(
                body, secret=secret, delivery_id=notification.delivery_id, timestamp=timestamp
            )
        return headers


def webhook_body(notification: Notification) -> bytes:
    """Return the JSON document that is posted and signed."""
    document = {
        "id": notification.delivery_id,
        "event": notification.content.event,
        "subject": notification.content.subject,
        "data": notification.content.data,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
