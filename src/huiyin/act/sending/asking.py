"""Survey letters into the outbox: the same retries and the same log as every other message."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from huiyin.act.sending.outbox import Content, enqueue
from huiyin.act.sending.targets import Target, TargetKind
from huiyin.collect import surveys
from huiyin.kit.clock import Clock


def post_letters(
    connection: Connection, letters: Sequence[surveys.Letter], *, public_url: str, clock: Clock
) -> int:
    """Queue a mail for each letter in the caller's write transaction; return how many."""
    for letter in letters:
        mail = surveys.compose(letter, public_url)
        data = {"survey": letter.slug, "number": letter.number}
        event = "survey.reminder" if letter.number else "survey.invitation"
        # A subject is one line, whatever a title holds.
        subject = " ".join(mail.subject.split())
        content = Content(event, subject, data, mail.text, mail.text, mail.html, headers=mail.headers)
        enqueue(connection, Target(TargetKind.EMAIL, letter.address), content, clock=clock)
    return len(letters)
