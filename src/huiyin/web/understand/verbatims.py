"""The voices behind a number."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from huiyin import understand
from huiyin.understand import Voice
from huiyin.web.deps import ReadConnection, User
from huiyin.web.understand.query import Question, RoomContext
from huiyin.web.understand.schemas import VoiceOut, VoicePageOut

router = APIRouter(tags=["understand"])


@router.get("/verbatims", summary="The voices behind a number, newest first", response_model=VoicePageOut)
def get_verbatims(
    asked: Question,
    connection: ReadConnection,
    _user: User,
    limit: Annotated[int, Query(ge=1, le=200, description="Voices on a page.")] = 20,
    cursor: Annotated[str | None, Query(description="The `next` of the page before.")] = None,
) -> dict[str, object]:
    """Return a page of voices with the opinions found in them."""
    context = asked.context
    page = understand.list_verbatims(
        context.facts, connection, context.names, asked.filters, limit=limit, cursor=cursor
    )
    return asked.dated | {"items": page.items, "next": page.next, "total": page.total}


@router.get(
    "/feedback/{feedback_id}", summary="One voice with its opinions and customer", response_model=VoiceOut
)
def get_voice(context: RoomContext, connection: ReadConnection, _user: User, feedback_id: int) -> Voice:
    """Return one voice."""
    return understand.one_voice(context.facts, connection, context.names, feedback_id)
