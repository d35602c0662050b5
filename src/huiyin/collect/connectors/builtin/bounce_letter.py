"""A mail that came back without a report (RFC 3464): the plain letters of qmail, Exchange, QQ, 163 and others.

Such letters are words for people in many shapes. One counts only when a mail server wrote it, when it says that the
delivery failed for good, and when it quotes the id of a mail of ours, which nobody knows who did not get that mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from huiyin.collect.charset import decode_bytes
from huiyin.collect.connectors.port import Undelivered
from huiyin.collect.mail_bounces import UNKNOWN_STATUS
from huiyin.collect.markup import plain_text

_SENDERS = re.compile(
    r"^(?:mailer-?daemon|postmaster|mail\.?system|microsoftexchange\w*|bounces?)@", re.IGNORECASE
)
_SUBJECTS = re.compile(
    r"undeliver|delivery (?:status notification|failure|has failed)|failure notice|returned mail|mail delivery failed"
    r"|退信|投递失败|发送失败|无法投递|未能送达",
    re.IGNORECASE,
)
_OUR_ID = re.compile(
    r"Message-I[dD]\s*:\s*<?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@", re.IGNORECASE
)
_ANSWERED = re.compile(r"<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@", re.IGNORECASE)
# A code of three digits is a reply of a server only where an enhanced code or words follow (RFC 5321, RFC 3463).
_FAILED = re.compile(
    r"\b5\d\d[ \-#(]+(5\.\d{1,3}\.\d{1,3})?|#(5\.\d{1,3}\.\d{1,3})|\b(5\.\d{1,3}\.\d{1,3})\b"
)
_UNKNOWN_USER = re.compile(
    r"user unknown|unknown user|no such (?:user|mailbox|recipient)|mailbox (?:not found|unavailable|does ?n[o']t exist)"
    r"|user not found|recipient (?:rejected|not found)|(?:address|recipient|account|user) (?:does not|doesn't) exist"
    r"|wasn't found at|no mailbox here by that name"
    r"|(?:用户|收件人|邮箱|帐号|账号|地址)(?:名)?(?:地址)?(?:不存在|不可用|无效|错误|未找到)|不存在(?:该|此)(?:用户|收件人)",
    re.IGNORECASE,
)
_FULL = re.compile(
    r"mailbox (?:is )?full|over ?quota|quota exceeded|邮箱(?:空间)?已满|容量(?:已满|不足)", re.IGNORECASE
)
_WAITING = re.compile(
    r"will (?:be retried|retry|keep trying|continue to (?:try|retry))|has been delayed|delivery delayed|not yet been delivered"
    r"|(?:继续|再次)(?:尝试|重试)|延迟投递|投递延迟",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"^-{2,}.*(?:copy of the message|original message|message headers|原(?:始)?邮件|邮件原文|header).*$|^Original message headers",
    re.IGNORECASE | re.MULTILINE,
)
UNKNOWN_ADDRESS = "5.1.1"
MAILBOX_FULL = "5.2.2"
MOST_PARTS = 50
LONGEST = 200_000


def returned_letter(message: Message) -> tuple[Undelivered, ...]:
    """Return the mail of ours that a letter says will never arrive; nothing where the mail is no such letter."""
    if not _is_from_a_server(message):
        return ()
    texts = [text[:LONGEST] for text in _texts(message)]
    delivery_id = _delivery_id(message, texts)
    status = failure_in("\n".join(texts))
    return (Undelivered(delivery_id, status),) if delivery_id and status else ()


def failure_in(text: str) -> str | None:
    """Return the status of a lasting failure that a letter tells, None for a delay or where it tells none.

    >>> failure_in("Sorry, no mailbox here by that name. (#5.1.1)"), failure_in("该邮箱空间已满，无法接收")
    ('5.1.1', '5.2.2')
    >>> failure_in("The message has been delayed and will be retried for 2 days.") is None
    True
    """
    said = _CUT.split(text, maxsplit=1)[0]
    if _WAITING.search(said):
        return None
    codes = [next((code for code in found if code), "") for found in _FAILED.findall(said)]
    known = next((code for code in codes if code and code != UNKNOWN_STATUS), None)
    if known is not None:
        return known
    if _UNKNOWN_USER.search(said):
        return UNKNOWN_ADDRESS
    if _FULL.search(said):
        return MAILBOX_FULL
    # A bare 550 may be a policy as well as a dead address: it is kept as a refusal that may pass.
    return "5.7.0" if codes else None


def _is_from_a_server(message: Message) -> bool:
    address = parseaddr(str(message.get("From", "")))[1]
    returned = str(message.get("Return-Path", "")).strip() == "<>"
    automatic = str(message.get("Auto-Submitted", "no")).strip().lower() not in ("", "no")
    return bool(_SENDERS.match(address)) or (
        (returned or automatic) and bool(_SUBJECTS.search(_subject(message)))
    )


def _subject(message: Message) -> str:
    try:
        return str(make_header(decode_header(str(message.get("Subject", "")))))
    except (MessageError, ValueError, LookupError):
        return str(message.get("Subject", ""))


def _delivery_id(message: Message, texts: list[str]) -> str | None:
    answered = f"{message.get('In-Reply-To', '')} {message.get('References', '')}"
    inside = [str(part.get("Message-ID", "")) for part in _parts(message)[1:]]
    found = _ANSWERED.search(f"{answered} {' '.join(inside)}") or next(
        (match for text in texts if (match := _OUR_ID.search(text))), None
    )
    return found.group(1).lower() if found else None


def _parts(message: Message) -> list[Message]:
    return [part for part, _ in zip(message.walk(), range(MOST_PARTS), strict=False)]


def _texts(message: Message) -> Iterator[str]:
    """Yield the words of the letter; those of our own mail, which hangs on it, tell nothing about its fate."""
    ours: set[int] = set()
    for part in _parts(message):
        if part.get_content_type() == "message/rfc822":
            ours |= {id(each) for each in part.walk()}
        if id(part) in ours or part.is_multipart() or part.get_content_maintype() not in ("text", "message"):
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            text = decode_bytes(payload, part.get_param("charset"))
            yield plain_text(text) if part.get_content_subtype() == "html" else text
