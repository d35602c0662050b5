"""Comments with mentions, and what somebody should know."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from huiyin import access, act
from huiyin.web.deps import Agent, App, ReadConnection, User, WriteConnection
from huiyin.web.limits import check_talk

router = APIRouter(tags=["act"])
_ABOUT = Query(min_length=1, max_length=200, description="A number, or the id of an aspect for a fact.")


class SubjectIn(BaseModel):
    """What is talked about."""

    kind: act.SubjectKind
    id: str = Field(min_length=1, max_length=200)


class CommentIn(SubjectIn):
    """A remark; `@username` tells a colleague."""

    text: str = Field(min_length=1, max_length=4000)


class CommentOut(BaseModel):
    """A remark with the usernames that it called."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    author: str
    text: str
    at: datetime
    mentioned: list[str]


class ColleagueOut(BaseModel):
    """Somebody who can be mentioned."""

    model_config = ConfigDict(from_attributes=True)

    username: str
    display_name: str


class CommentsOut(BaseModel):
    """What was said about one thing, oldest first, and who can be mentioned."""

    items: list[CommentOut]
    colleagues: list[ColleagueOut]


class NoticeOut(BaseModel):
    """One line for the reader; `link` opens what it is about, `actor_name` is what people call the actor."""

    id: int
    kind: act.NoticeKind
    subject: act.SubjectKind
    subject_id: str
    actor: str
    actor_name: str
    text: str
    at: datetime
    read: bool
    link: str


class NoticesOut(BaseModel):
    """The reader's notices, the unread first, and how many are unread."""

    items: list[NoticeOut]
    unread: int


@router.get("/comments", summary="What was said about something")
def get_comments(
    app: App, connection: ReadConnection, user: User, kind: act.SubjectKind, about: Annotated[str, _ABOUT]
) -> CommentsOut:
    """Return the comments on a fact, action, case or signal, and the colleagues who can be mentioned."""
    check_talk(app, user, kind, about)
    people = [each for each in access.list_users(connection) if each.enabled]
    return CommentsOut(
        items=[
            CommentOut.model_validate(each)
            for each in act.list_comments(connection, act.Subject(kind, about))
        ],
        colleagues=[ColleagueOut.model_validate(each) for each in people],
    )


@router.post("/comments", status_code=201, summary="Say something about something")
def post_comment(body: CommentIn, app: App, connection: WriteConnection, user: Agent) -> CommentOut:
    """Keep a remark; everybody mentioned as `@username` gets a notice."""
    check_talk(app, user, body.kind, body.id)
    said = act.say(connection, act.Subject(body.kind, body.id), body.text, by=user, clock=app.clock)
    return CommentOut.model_validate(said)


@router.get("/notices", summary="What I should know")
def get_notices(
    connection: ReadConnection, user: User, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> NoticesOut:
    """Return the reader's notices: mentions, late cases, cases opened again, tasks."""
    found, people = act.list_notices(connection, user.username, limit=limit), access.display_names(connection)
    return NoticesOut(
        items=[_notice(each, people.get(each.actor, each.actor)) for each in found],
        unread=act.count_unread(connection, user.username),
    )


@router.post("/notices/read", status_code=204, summary="Mark my notices as read")
def post_read(app: App, connection: WriteConnection, user: User) -> None:
    """Note that the reader has seen every notice."""
    act.mark_read(connection, user.username, clock=app.clock)


def _notice(found: act.Notice, actor_name: str) -> NoticeOut:
    return NoticeOut(
        id=found.id,
        kind=found.kind,
        subject=found.subject.kind,
        subject_id=found.subject.id,
        actor=found.actor,
        actor_name=actor_name,
        text=found.text,
        at=found.at,
        read=found.read_at is not None,
        link=found.subject.link,
    )
