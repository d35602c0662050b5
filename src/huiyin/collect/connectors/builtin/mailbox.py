"""IMAP mailbox: complaints and questions by mail; quotes and signatures removed."""

from __future__ import annotations

import imaplib
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError
from pydantic import Field, SecretStr

from huiyin.collect.channel import Channel
from huiyin.collect.connectors.builtin.mail_message import read_mail
from huiyin.collect.connectors.port import (
    LARGEST_PAYLOAD,
    TIMEOUT_S,
    Config,
    Connector,
    Ground,
    Haul,
    Reading,
    SourceDownError,
    Spoiled,
    Watermark,
    refuse,
)

BATCH = 50


class MailboxConfig(Config):
    """How to reach the mailbox."""

    host: str = Field(description="IMAP server, e.g. imap.exmail.qq.com.")
    port: int = Field(993, ge=1, le=65535, description="Port; 993 for TLS, 143 for STARTTLS.")
    security: str = Field(
        "tls", pattern="^(tls|starttls|none)$", description="tls, starttls, or none (loopback only)."
    )
    user: str = Field(description="User name, often the address.")
    password: SecretStr = Field(description="Password or authorisation code; env:NAME reads the environment.")
    folder: str = Field("INBOX", description="Folder to read; nothing in it is changed.")
    own_domains: list[str] = Field(
        default_factory=list, description="Your own mail domains; their mails are no voices."
    )
    product: str = Field("", description="Product that the mailbox is about; empty for none.")


def fetch(config: MailboxConfig, watermark: Watermark, ground: Ground) -> Iterator[Haul]:
    """Yield the mails above the last UID; when the server numbers anew (UIDVALIDITY), it begins again."""
    del ground
    try:
        with _open(config) as mailbox:
            yield from _new_mails(mailbox, config, watermark)
    except (ImapToolsError, imaplib.IMAP4.error, OSError) as error:
        raise SourceDownError(f"{config.host} gives no mail: {error}") from error


def read(config: MailboxConfig, payload: bytes, ground: Ground) -> Reading:
    """Read a mail: its subject and the sender's own words; machines' and our own mails hold no voice.

    A report that a mail of ours never arrived says that its address is dead.
    """
    del ground
    mail = read_mail(payload)
    if mail.undelivered:
        return Reading(undelivered=mail.undelivered)
    if mail.automatic or mail.address.rpartition("@")[2] in {each.lower() for each in config.own_domains}:
        return Reading()
    text = f"{mail.subject}\n{mail.words}".strip() if not mail.answers else mail.words or mail.subject
    if not text:
        raise refuse("the mail has no words", field="text", expected="a subject or a text part")
    handles = {"email": mail.address, "name": mail.sender}
    record: dict[str, Any] = {
        "external_id": _short(mail.message_id) or f"mail-{blake2b(payload, digest_size=12).hexdigest()}",
        "parent_external_id": _short(mail.answers) or None,
        "occurred_at": mail.sent_at,
        "text": text,
        "author": (mail.address or mail.sender)[:200] or None,
        "product": config.product or None,
        "metadata": {"subject": mail.subject, "handles": {k: v for k, v in handles.items() if v}},
    }
    return Reading(records=(record,))


def _short(message_id: str) -> str:
    if len(message_id) <= 200:
        return message_id
    return f"mail-{blake2b(message_id.encode('utf-8', 'replace'), digest_size=12).hexdigest()}"


def _open(config: MailboxConfig) -> BaseMailBox:
    kinds = {"tls": MailBox, "starttls": MailBoxStartTls, "none": MailBoxUnencrypted}
    mailbox: BaseMailBox = kinds[config.security](config.host, config.port, timeout=TIMEOUT_S)
    try:
        mailbox.login(config.user, config.password.get_secret_value(), initial_folder=None)
    except (ImapToolsError, imaplib.IMAP4.error):
        mailbox.client.shutdown()
        raise
    return mailbox


def _new_mails(mailbox: BaseMailBox, config: MailboxConfig, watermark: Watermark) -> Iterator[Haul]:
    status = mailbox.folder.status(config.folder, ["UIDVALIDITY", "UIDNEXT"])
    mailbox.folder.set(config.folder, readonly=True)
    validity = int(status["UIDVALIDITY"])
    last = int(watermark.get("uid", 0)) if watermark.get("validity") == validity else 0
    # `n:*` always names the newest mail too, even when its number is below n.
    numbers = sorted(uid for uid in map(int, mailbox.uids(f"UID {last + 1}:*")) if uid > last)
    for start in range(0, len(numbers), BATCH):
        part = numbers[start : start + BATCH]
        payloads, spoiled = _load(mailbox, part)
        yield Haul(tuple(payloads), {"uid": part[-1], "validity": validity}, tuple(spoiled))


def _load(mailbox: BaseMailBox, numbers: list[int]) -> tuple[list[bytes], list[Spoiled]]:
    payloads, spoiled = [], []
    for number in numbers:
        raw = _body(mailbox, number)
        if raw is None:
            continue
        if len(raw) > LARGEST_PAYLOAD:
            reason, expected = f"the mail has {len(raw) >> 20} MiB", f"at most {LARGEST_PAYLOAD >> 20} MiB"
            spoiled.append(Spoiled(raw[:LARGEST_PAYLOAD], reason, "payload", expected))
        else:
            payloads.append(raw)
    return payloads, spoiled


def _body(mailbox: BaseMailBox, number: int) -> bytes | None:
    status, answer = mailbox.client.uid("FETCH", str(number), "(BODY.PEEK[])")
    if status != "OK":
        raise SourceDownError(f"the server does not give mail {number}: {status}")
    # A mail removed since it was listed comes back as nothing.
    return next((bytes(part[1]) for part in answer if isinstance(part, tuple)), None)


CONNECTOR = Connector(
    kind="mailbox",
    zh="邮箱（IMAP）",
    en="Mailbox (IMAP)",
    about_zh="读取客服邮箱：去掉引用与签名，只留客户自己的话。",
    about_en="Reads a service mailbox: quotes and signatures removed, only the customer's own words.",
    channel=Channel.SERVICE,
    config=MailboxConfig,
    read=read,
    fetch=fetch,
    every_s=60,
)
