"""What was sent to whom, and what is stuck."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from huiyin import access, act
from huiyin.web.act.schemas import RowId
from huiyin.web.deps import Analyst, App, ReadConnection, WriteConnection

router = APIRouter(prefix="/notifications", tags=["act"])


class NotificationOut(BaseModel):
    """One message to one target."""

    id: int
    delivery_id: str
    kind: act.TargetKind
    address: str
    event: str
    subject: str
    state: act.NotificationState
    attempts: int
    next_attempt_at: datetime | None
    last_error: str | None
    created_at: datetime
    sent_at: datetime | None


class NotificationsOut(BaseModel):
    """Messages, newest first, and how many stand in each state over all."""

    items: list[NotificationOut]
    counts: dict[act.NotificationState, int]


@router.get("", summary="Sent and waiting messages")
def get_notifications(
    connection: ReadConnection,
    _user: Analyst,
    state: act.NotificationState | None = None,
    alert_id: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> NotificationsOut:
    """Return the outbox; dead messages wait for somebody to replay them."""
    found = act.list_notifications(connection, state=state, alert_id=alert_id, limit=limit)
    return NotificationsOut(
        items=[_shown(each) for each in found], counts=act.count_notifications(connection)
    )


@router.post("/{notification_id}/replay", summary="Send a message again")
def post_replay(
    notification_id: RowId, app: App, connection: WriteConnection, user: Analyst
) -> NotificationOut:
    """Queue a message again under its old delivery id, so that a receiver that has it can tell."""
    replayed = act.replay(connection, notification_id, clock=app.clock)
    access.record(
        connection,
        "notification.replayed",
        clock=app.clock,
        by=user,
        object_kind="notification",
        object_id=notification_id,
    )
    return _shown(replayed)


def _shown(notification: act.Notification) -> NotificationOut:
    waiting = notification.state is act.NotificationState.QUEUED
    same = ("id", "delivery_id", "state", "attempts", "last_error", "created_at", "sent_at")
    return NotificationOut(
        **{name: getattr(notification, name) for name in same},
        kind=notification.target.kind,
        address=act.shown_address(notification.target),
        event=notification.content.event,
        subject=notification.content.subject,
        next_attempt_at=notification.next_attempt_at if waiting else None,
    )
