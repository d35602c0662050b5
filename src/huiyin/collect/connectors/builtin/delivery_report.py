"""A report that a mail could not be delivered (RFC 3464): which of our mails, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_string
from email.errors import MessageError
from email.message import Message

from huiyin.collect.connectors.port import Undelivered
from huiyin.collect.mail_bounces import UNKNOWN_STATUS, status_in

_MESSAGE_ID = re.compile(r"<?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@", re.IGNORECASE)
MOST_PARTS = 50


def undelivered(message: Message) -> tuple[Undelivered, ...]:
    """Return the mail of ours that a report says will never arrive; nothing for other mails and for mere delays."""
    if message.get_content_type() != "multipart/report":
        return ()
    parts = [part for part, _ in zip(message.walk(), range(MOST_PARTS), strict=False)]
    ids = [found for part in parts for found in _delivery_ids(part)]
    statuses = [status for part in parts for status in _failures(part)]
    return (Undelivered(ids[0].lower(), statuses[0]),) if ids and statuses else ()


def _failures(part: Message) -> Iterator[str]:
    """Yield the status of each group of a delivery-status part that reports a failure for good."""
    if str(part.get("Action", "")).strip().lower() == "failed":
        status = status_in(str(part.get("Status", "")))
        if status == UNKNOWN_STATUS:
            status = status_in(str(part.get("Diagnostic-Code", "")))
        if status.startswith("5"):
            yield status


def _delivery_ids(part: Message) -> Iterator[str]:
    for holder in (part, *_quoted_headers(part)):
        found = _MESSAGE_ID.match(str(holder.get("Message-ID", "")).strip())
        if found:
            yield found.group(1)


def _quoted_headers(part: Message) -> Iterator[Message]:
    """Yield the headers of our mail where a report holds them as text."""
    if part.get_content_type() != "text/rfc822-headers":
        return
    try:
        raw = part.get_payload(decode=True)
        yield message_from_string(raw.decode("utf-8", "replace") if isinstance(raw, bytes) else "")
    except (MessageError, ValueError, LookupError, TypeError):
        return
