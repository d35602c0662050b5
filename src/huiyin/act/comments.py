"""What colleagues say to each other about a fact, an action, a case or a signal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from huiyin.access import Principal
from huiyin.act.notices import NoticeKind, Subject, notify
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_access import app_user
from huiyin.store.ledger.tables_teamwork import comment

LONGEST = 4000
_MENTION = re.compile(r"@([\w.+-]{2,64})")


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark; `mentioned` are the usernames that it called."""

    id: int
    author: str
    text: str
    at: datetime
    mentioned: tuple[str, ...]


def say(connection: Connection, subject: Subject, text: str, *, by: Principal, clock: Clock) -> Comment:
    """Keep a remark and tell whom it mentions; raises `InvalidInputError` for an empty or endless one."""
    words = text.strip()
    if not 1 <= len(words) <= LONGEST:
        raise InvalidInputError(
            "nothing to say, or too much", field="text", expected=f"1 to {LONGEST} characters"
        )
    values = {
        "object_kind": subject.kind.value,
        "object_id": subject.id,
        "author": by.username,
        "text": words,
        "at": clock(),
    }
    row = connection.execute(insert(comment).values(values).returning(comment.c.id)).one()
    called = _called(connection, words)
    for username in called:
        if username != by.username:
            notify(
                connection, username, NoticeKind.MENTION, subject, actor=by.username, text=words, clock=clock
            )
    return Comment(row.id, by.username, words, values["at"], called)  # type: ignore[arg-type]


def list_comments(connection: Connection, subject: Subject) -> list[Comment]:
    """Return what was said about something, oldest first."""
    query = (
        select(comment)
        .where(comment.c.object_kind == subject.kind.value, comment.c.object_id == subject.id)
        .order_by(comment.c.id)
    )
    rows = list(connection.execute(query))
    return [Comment(row.id, row.author, row.text, row.at, _names(row.text)) for row in rows]


def _called(connection: Connection, text: str) -> tuple[str, ...]:
    names = _names(text)
    query = select(app_user.c.username).where(app_user.c.username.in_(names), app_user.c.enabled)
    known = set(connection.scalars(query)) if names else set()
    return tuple(name for name in names if name in known)


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.rstrip(".").casefold() for found in _MENTION.findall(text)))
