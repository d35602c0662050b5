"""Sending messages to web addresses as signed JSON."""

from __future__ import annotations

import json

import httpx

from huiyin.act.errors import DeliveryError, UndeliverableError
from huiyin.act.outbox import Notification
from huiyin.act.signing import (
    DELIVERY_HEADER,
    EVENT_HEADER,
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    sign,
)
from huiyin.kit.clock import Clock

TIMEOUT_S = 10.0
_GONE = 410


class WebhookTransport:
    """Posts JSON; a target's own secret signs it, else the installation's.

    Redirects are not followed: an address that moved is for a person to change.
    """

    def __init__(self, *, secret: str = "", timeout_s: float = TIMEOUT_S) -> None:
        self._secret = secret
        self._timeout_s = timeout_s

    def send(self, notification: Notification, *, clock: Clock) -> None:
        """Post the message; any 2xx answer means that it was taken."""
        body = webhook_body(notification)
        headers = {"Content-Type": "application/json"} | self._headers(notification, body, clock)
        try:
            answer = httpx.post(
                notification.target.address,
                content=body,
                headers=headers,
                timeout=self._timeout_s,
                trust_env=False,
            )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise DeliveryError(f"{type(error).__name__}: {error}") from error
        if answer.status_code == _GONE:
            raise UndeliverableError("the receiver answered 410 Gone")
        if not answer.is_success:
            raise DeliveryError(f"the receiver answered {answer.status_code}")

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
