"""The signature on outgoing webhooks, and the check a receiver makes.

HMAC-SHA256 over `<delivery id>.<unix seconds>.<body>`, so that neither the body, nor the time, nor the id
can be changed or an old message replayed. After the Standard Webhooks specification.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta

DELIVERY_HEADER = "X-Huiyin-Delivery"
TIMESTAMP_HEADER = "X-Huiyin-Timestamp"
SIGNATURE_HEADER = "X-Huiyin-Signature"
EVENT_HEADER = "X-Huiyin-Event"

TOLERANCE = timedelta(minutes=5)


def sign(body: bytes, *, secret: str, delivery_id: str, timestamp: int) -> str:
    """Return the value of the signature header.

    >>> sign(b"{}", secret="key", delivery_id="d-1", timestamp=1)[:23]
    'sha256=9706cec580ac7917'
    """
    message = b".".join([delivery_id.encode(), str(timestamp).encode(), body])
    return "sha256=" + hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def signature_holds(
    headers: Mapping[str, str],
    body: bytes,
    *,
    secret: str,
    now: datetime,
    tolerance: timedelta = TOLERANCE,
) -> bool:
    """Return whether a received request is ours and fresh; header names may have any case."""
    lower = {name.lower(): value for name, value in headers.items()}
    timestamp = lower.get(TIMESTAMP_HEADER.lower(), "")
    if not timestamp.isdecimal() or abs(now.timestamp() - int(timestamp)) > tolerance.total_seconds():
        return False
    expected = sign(
        body,
        secret=secret,
        delivery_id=lower.get(DELIVERY_HEADER.lower(), ""),
        timestamp=int(timestamp),
    )
    return hmac.compare_digest(expected.encode(), lower.get(SIGNATURE_HEADER.lower(), "").encode())
