"""What somebody should know: inside the product, one line each, until it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from huiyin.kit.clock import Clock
from huiyin.store.ledger.tables_teamwork import notice

_TEXT_LENGTH = 200


class SubjectKind(StrEnum):
    """What people talk about."""

    FACT = "fact"
    ACTION = "action"
    CASE = "case"
    SIGNAL = "signal"


class NoticeKind(StrEnum):
    """Why somebody is told."""

    MENTION = "mention"
    LATE = "late"
    REOPENED = "reopened"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that people talk about: a number, or the id of an aspect for a fact."""

    kind: SubjectKind
    id: str

    @property
    def link(self) -> str:
        """The address of its page."""
        pages = {
            SubjectKind.FACT: f"/understand/facts/{self.id}",
            SubjectKind.ACTION: f"/act/actions/{self.id}",
            SubjectKind.CASE: f"/act/cases?case={self.id}",
            SubjectKind.SIGNAL: f"/understand/signals/{self.id}",
        }
        return pages[self.kind]


@dataclass(frozen=True, slots=True)
class Notice:
    """One line for one person."""

    id: int
    kind: NoticeKind
    subject: Subject
    actor: str
    text: str
    at: datetime
    read_at: datetime | None


def notify(
    connection: Connection,
    username: str,
    kind: NoticeKind,
    subject: Subject,
    *,
    actor: str,
    text: str,
    clock: Clock,
) -> None:
    """Leave a line for a person."""
    values = {
        "username": username,
        "kind": kind.value,
        "object_kind": subject.kind.value,
        "object_id": subject.id,
        "actor": actor,
        "text": " ".join(text.split())[:_TEXT_LENGTH],
        "at": clock(),
    }
    connection.execute(insert(notice).values(values))


def list_notices(connection: Connection, username: str, *, limit: int = 50) -> list[Notice]:
    """Return a person's notices, the unread first, then the newest."""
    query = (
        select(notice)
        .where(notice.c.username == username)
        .order_by(notice.c.read_at.is_not(None), notice.c.id.desc())
        .limit(limit)
    )
    return [_notice(row) for row in connection.execute(query)]


def count_unread(connection: Connection, username: str) -> int:
    """Return how many notices a person has not read."""
    query = select(func.count()).where(notice.c.username == username, notice.c.read_at.is_(None))
    return connection.scalar(query) or 0


def mark_read(connection: Connection, username: str, *, clock: Clock) -> None:
    """Note that a person has read everything."""
    unread = (notice.c.username == username) & notice.c.read_at.is_(None)
    connection.execute(update(notice).where(unread).values(read_at=clock()))


def _notice(row: Row[Any]) -> Notice:
    subject = Subject(SubjectKind(row.object_kind), row.object_id)
    return Notice(row.id, NoticeKind(row.kind), subject, row.actor, row.text, row.at, row.read_at)
