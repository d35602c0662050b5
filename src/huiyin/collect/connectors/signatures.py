"""Signatures on pushed requests: HMAC-SHA256 in hex over the body, or over `<unix seconds>.<body>`."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

from huiyin.collect.connectors.port import Pushed, WrongSignatureError

TOLERANCE_S = 300


def check_signature(
    pushed: Pushed, *, secret: str, header: str, timestamp_header: str, now: datetime
) -> None:
    """Raise WrongSignatureError unless the request is signed with `secret`; no secret asks for no signature.

    With a timestamp header the signed text begins with it, and it may be five minutes off.
    """
    if not secret:
        return
    given = pushed.headers.get(header.lower(), "").removeprefix("sha256=").strip().lower()
    timestamp = pushed.headers.get(timestamp_header.lower(), "").strip()
    if timestamp and not _is_fresh(timestamp, now):
        raise WrongSignatureError(f"{timestamp_header} is more than {TOLERANCE_S} seconds off")
    signed = timestamp.encode() + b"." + pushed.body if timestamp else pushed.body
    expected = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), given.encode()):
        raise WrongSignatureError(f"{header} does not hold: expected HMAC-SHA256 of the body, in hex")


def _is_fresh(timestamp: str, now: datetime) -> bool:
    if not timestamp.isascii() or not timestamp.isdecimal() or len(timestamp) > 12:
        return False
    return abs(now.timestamp() - int(timestamp)) <= TOLERANCE_S
