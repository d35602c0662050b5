"""The outbox: what must be told to whom, written in the transaction that gave the reason.

A notification is claimed by moving its next attempt into the future before it is sent. A process that
dies while sending therefore only delays it, and the receiver recognises a repeat by the delivery id.
"""

from __future__ import annotations

import base64
import random
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from huiyin.act.errors import NotificationNotFoundError
from huiyin.act.sending.targets import Target, kept_target, opened_target
from huiyin.kit.clock import Clock
from huiyin.store.ledger.tables_act import notification

_ERROR_LENGTH = 500


class NotificationState(StrEnum):
    """Where a notification stands; `dead` ones wait for a person."""

    QUEUED = "queued"
    SENT = "sent"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail; one with a `content_id` is shown inside the HTML as `cid:`."""

    name: str
    media_type: str
    data: bytes
    content_id: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a message says: data for programs, text, Markdown and HTML for people, files and headers for mails."""

    event: str
    subject: str
    data: dict[str, Any]
    text: str
    markdown: str
    html: str
    files: tuple[Attachment, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notification:
    """One message to one target; `delivery_id` stays the same over all attempts."""

    id: int
    delivery_id: str
    target: Target
    content: Content
    state: NotificationState
    attempts: int
    next_attempt_at: datetime
    last_error: str | None
    created_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Exponential back-off with jitter: `first`, doubled each time up to `longest`, ± `jitter`.

    `first` must exceed the time a transport may take, because it is also the claim's lease.
    """

    attempts: int = 12
    first: timedelta = timedelta(seconds=30)
    longest: timedelta = timedelta(hours=6)
    jitter: float = 0.2
    # Jitter spreads load; it guards nothing.
    rng: random.Random = field(default_factory=random.Random, compare=False)

    def delay(self, attempt: int) -> timedelta:
        """Return how long to wait after the `attempt`-th attempt (counted from 1).

        >>> [RetryPolicy(jitter=0).delay(attempt).total_seconds() for attempt in (1, 2, 3, 20)]
        [30.0, 60.0, 120.0, 21600.0]
        """
        plain = min(self.first * int(2 ** min(attempt - 1, 30)), self.longest)
        return plain * self.rng.uniform(1, 1 + self.jitter)


def enqueue(
    connection: Connection,
    target: Target,
    content: Content,
    *,
    clock: Clock,
    alert_id: int | None = None,
    not_before: datetime | None = None,
) -> None:
    """Put a message to one target into the outbox, due at once or at `not_before`."""
    connection.execute(
        insert(notification).values(
            delivery_id=str(uuid.uuid4()),
            alert_id=alert_id,
            **kept_target(connection, target),
            subject=content.subject,
            payload=_payload(content),
            state=NotificationState.QUEUED.value,
            attempts=0,
            next_attempt_at=not_before or clock(),
            created_at=clock(),
        )
    )


def claim_next(connection: Connection, policy: RetryPolicy, *, clock: Clock) -> Notification | None:
    """Take the longest-due message, counting the attempt and moving its next one ahead."""
    due = (
        select(notification)
        .where(
            notification.c.state == NotificationState.QUEUED.value,
            notification.c.next_attempt_at <= clock(),
        )
        .order_by(notification.c.next_attempt_at, notification.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = connection.execute(due).one_or_none()
    if row is None:
        return None
    attempt = row.attempts + 1
    connection.execute(
        update(notification)
        .where(notification.c.id == row.id)
        .values(attempts=attempt, next_attempt_at=clock() + policy.delay(attempt))
    )
    return get_notification(connection, row.id)


def mark_sent(connection: Connection, notification_id: int, *, clock: Clock) -> None:
    """Record that the receiver took the message."""
    _set(connection, notification_id, state=NotificationState.SENT.value, sent_at=clock(), last_error=None)


def mark_failed(connection: Connection, notification_id: int, error: str, *, dead: bool) -> None:
    """Record a failed attempt; a dead message is not tried again by itself."""
    state = NotificationState.DEAD if dead else NotificationState.QUEUED
    _set(connection, notification_id, state=state.value, last_error=error[:_ERROR_LENGTH])


def replay(connection: Connection, notification_id: int, *, clock: Clock) -> Notification:
    """Queue a message again, due at once and under its old delivery id."""
    _set(
        connection,
        notification_id,
        state=NotificationState.QUEUED.value,
        attempts=0,
        next_attempt_at=clock(),
        sent_at=None,
    )
    return get_notification(connection, notification_id)


def get_notification(connection: Connection, notification_id: int) -> Notification:
    """Return one message; raises `NotificationNotFoundError`."""
    row = connection.execute(select(notification).where(notification.c.id == notification_id)).one_or_none()
    if row is None:
        raise NotificationNotFoundError(f"no notification has the id {notification_id}")
    return _notification(connection, row)


def list_notifications(
    connection: Connection,
    *,
    state: NotificationState | None = None,
    alert_id: int | None = None,
    limit: int = 100,
) -> list[Notification]:
    """Return messages, newest first."""
    query = select(notification).order_by(notification.c.id.desc()).limit(limit)
    if state is not None:
        query = query.where(notification.c.state == state.value)
    if alert_id is not None:
        query = query.where(notification.c.alert_id == alert_id)
    return [_notification(connection, row) for row in connection.execute(query)]


def count_notifications(connection: Connection) -> dict[NotificationState, int]:
    """Return how many messages stand in each state."""
    grouped = select(notification.c.state, func.count()).group_by(notification.c.state)
    found = {row[0]: row[1] for row in connection.execute(grouped)}
    return {state: found.get(state.value, 0) for state in NotificationState}


def _payload(content: Content) -> dict[str, Any]:
    payload: dict[str, Any] = {
        "event": content.event,
        "data": content.data,
        "text": content.text,
        "markdown": content.markdown,
        "html": content.html,
    }
    files = [asdict(each) | {"data": base64.b64encode(each.data).decode()} for each in content.files]
    more = {"files": files, "headers": dict(content.headers)}
    return payload | {name: value for name, value in more.items() if value}


def _content(subject: str, payload: dict[str, Any]) -> Content:
    kept = dict(payload)
    files = [each | {"data": base64.b64decode(each["data"])} for each in kept.pop("files", [])]
    return Content(subject=subject, **kept, files=tuple(Attachment(**each) for each in files))


def _set(connection: Connection, notification_id: int, **values: Any) -> None:
    connection.execute(update(notification).where(notification.c.id == notification_id).values(values))


def _notification(connection: Connection, row: Row[Any]) -> Notification:
    return Notification(
        id=row.id,
        delivery_id=row.delivery_id,
        target=opened_target(connection, {"kind": row.kind, "address": row.address, "secret": row.secret}),
        content=_content(row.subject, row.payload),
        state=NotificationState(row.state),
        attempts=row.attempts,
        next_attempt_at=row.next_attempt_at,
        last_error=row.last_error,
        created_at=row.created_at,
        sent_at=row.sent_at,
    )
