"""Sending messages by e-mail."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from typing import Any

from huiyin.act.errors import AddressRefusedError, DeliveryError
from huiyin.act.sending.outbox import Attachment, Notification
from huiyin.collect import status_in
from huiyin.kit.clock import Clock

TIMEOUT_S = 20.0
# Links for programs: in encoded words, as long lines are otherwise folded, they would be no links.
VERBATIM = frozenset({"list-unsubscribe", "list-unsubscribe-post"})


class _Wording(EmailPolicy):
    """The usual wording of mails, links of programs on one line."""

    def fold(self, name: str, value: Any) -> str:
        return f"{name}: {value}{self.linesep}" if name.lower() in VERBATIM else super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        return (
            self.fold(name, value).encode() if name.lower() in VERBATIM else super().fold_binary(name, value)
        )


@dataclass(frozen=True, slots=True)
class MailTransport:
    """Hands mails to one SMTP server; text and HTML, the delivery id as Message-ID.

    Mail programs drop a second mail with the same Message-ID, which makes a repeat harmless.
    """

    host: str
    port: int = 25
    sender: str = "huiyin@localhost"
    user: str = ""
    password: str = ""
    starttls: bool = False
    timeout_s: float = TIMEOUT_S

    def send(self, notification: Notification, *, clock: Clock) -> None:
        """Hand the mail over; a refused recipient is final, anything else is tried again."""
        mail = compose(notification, sender=self.sender, clock=clock)
        try:
            with smtplib.SMTP(self.host, self.port, timeout=self.timeout_s) as server:
                self._open(server)
                server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            raise _refusal(error) from error
        except (smtplib.SMTPException, OSError) as error:
            raise DeliveryError(f"{type(error).__name__}: {error}") from error

    def _open(self, server: smtplib.SMTP) -> None:
        if self.starttls:
            server.starttls(context=ssl.create_default_context())
        if self.user:
            server.login(self.user, self.password)


def compose(notification: Notification, *, sender: str, clock: Clock) -> EmailMessage:
    """Return the mail for a message."""
    content = notification.content
    mail = EmailMessage(policy=_Wording())
    mail["From"] = sender
    mail["To"] = notification.target.address
    mail["Subject"] = content.subject
    mail["Date"] = format_datetime(clock())
    mail["Message-ID"] = f"<{notification.delivery_id}@{_domain(sender)}>"
    # Keeps out-of-office robots from answering (RFC 3834).
    mail["Auto-Submitted"] = "auto-generated"
    for name, value in content.headers.items():
        mail[name] = value
    mail.set_content(content.text)
    mail.add_alternative(content.html, subtype="html")
    for file in content.files:
        _attach(mail, file)
    return mail


def _attach(mail: EmailMessage, file: Attachment) -> None:
    main, _, sub = file.media_type.partition("/")
    if file.content_id is None:
        mail.add_attachment(file.data, maintype=main, subtype=sub, filename=file.name)
        return
    shown = mail.get_body(("related", "html"))
    if isinstance(shown, EmailMessage):
        shown.add_related(
            file.data,
            maintype=main,
            subtype=sub,
            cid=f"<{file.content_id}>",
            filename=file.name,
            disposition="inline",
        )


def _domain(sender: str) -> str:
    return sender.rpartition("@")[2].strip("> ") or "localhost"


def _refusal(error: smtplib.SMTPRecipientsRefused) -> DeliveryError:
    replies = [f"{code} {text.decode(errors='replace')}" for code, text in error.recipients.values()]
    final = all(code >= 500 for code, _ in error.recipients.values())
    said = f"recipient refused: {'; '.join(replies)}"
    return AddressRefusedError(said, reply=status_in(said)) if final else DeliveryError(said)
