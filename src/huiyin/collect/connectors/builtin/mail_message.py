"""One mail, read: sender, time, subject, and the sender's own words in whatever charset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from huiyin.collect.charset import decode_bytes
from huiyin.collect.connectors.builtin.bounce_letter import returned_letter
from huiyin.collect.connectors.builtin.delivery_report import undelivered
from huiyin.collect.connectors.port import Undelivered, refuse
from huiyin.collect.connectors.quoting import own_words
from huiyin.collect.markup import plain_text

_MACHINES = re.compile(r"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@", re.IGNORECASE)
MOST_PARTS = 200


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says; `words` is free of quotes and signature."""

    message_id: str
    answers: str
    sender: str
    address: str
    sent_at: str | None
    subject: str
    words: str
    automatic: bool
    undelivered: tuple[Undelivered, ...] = ()


def read_mail(payload: bytes) -> Mail:
    """Return the mail in RFC 5322 bytes. Raises InvalidInputError when there is none in them."""
    try:
        message = message_from_bytes(payload)
        sender, address = parseaddr(_header(message, "From"))
        if not message.keys():
            raise refuse(
                "no mail: there are no headers", field="payload", expected="a mail as RFC 5322 bytes"
            )
        return Mail(
            message_id=_header(message, "Message-ID").strip("<> \t"),
            answers=_header(message, "In-Reply-To").strip("<> \t"),
            sender=sender.strip(),
            address=address.strip().lower(),
            sent_at=_sent_at(message),
            subject=_header(message, "Subject"),
            words=_words(message),
            automatic=_is_automatic(message, address),
            undelivered=undelivered(message) or returned_letter(message),
        )
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise refuse(
            f"no readable mail: {error}"[:300], field="payload", expected="a mail as RFC 5322 bytes"
        ) from error


def _words(message: Message) -> str:
    parts = list(_texts(message))
    plain = "\n".join(
        own_words(_decoded(part)) for part in parts if part.get_content_subtype() == "plain"
    ).strip()
    if plain:
        return plain
    htmls = [_decoded(part) for part in parts if part.get_content_subtype() == "html"]
    return "\n".join(own_words(plain_text(html, without_quotes=True)) for html in htmls).strip()


def _texts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            return
        attached = "attachment" in str(part.get("Content-Disposition", "")).lower()
        if part.get_content_maintype() == "text" and not part.is_multipart() and not attached:
            yield part


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    return decode_bytes(raw, part.get_param("charset"))


def _header(message: Message, name: str) -> str:
    value = message.get(name)
    if value is None:
        return ""
    try:
        pieces = decode_header(str(value))
    except (HeaderParseError, ValueError, LookupError):
        return _clean(str(value))
    return _clean(
        "".join(decode_bytes(raw, coding) if isinstance(raw, bytes) else raw for raw, coding in pieces)
    )


def _clean(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode().replace("\x00", "").split())


def _sent_at(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _is_automatic(message: Message, address: str) -> bool:
    submitted = _header(message, "Auto-Submitted").lower()
    answered = _header(message, "X-Autoreply") or _header(message, "X-Autorespond")
    return bool(answered) or (submitted not in ("", "no")) or bool(_MACHINES.match(address))
