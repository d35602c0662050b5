"""The voices behind a number."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from huiyin import understand
from huiyin.kit.errors import InvalidInputError
from huiyin.understand import Voice
from huiyin.web.deps import ReadConnection, User
from huiyin.web.understand.files import TableFileKind, file_of
from huiyin.web.understand.query import Question, RoomContext
from huiyin.web.understand.schemas import VoiceOut, VoicePageOut

router = APIRouter(tags=["understand"])
MOST_IN_FILE = 10_000


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


@router.get("/verbatims/file", summary="The voices as CSV or XLSX", response_class=Response)
def get_verbatims_file(
    asked: Question,
    connection: ReadConnection,
    _user: User,
    kind: Annotated[
        TableFileKind, Query(description="csv or xlsx; words make no picture.")
    ] = TableFileKind.CSV,
) -> Response:
    """Return the newest ten thousand voices with what was found in them; `X-Huiyin-Total` counts all there are."""
    if kind is TableFileKind.PNG:
        raise InvalidInputError("words make no picture", field="kind", expected="csv or xlsx")
    context = asked.context
    page = understand.list_verbatims(
        context.facts, connection, context.names, asked.filters, limit=MOST_IN_FILE
    )
    answer = file_of(asked, kind, "verbatims", rows=lambda: understand.voice_rows(page.items, asked.language))
    answer.headers["X-Huiyin-Total"] = str(page.total)
    return answer


@router.get(
    "/feedback/{feedback_id}", summary="One voice with its opinions and customer", response_model=VoiceOut
)
def get_voice(context: RoomContext, connection: ReadConnection, _user: User, feedback_id: int) -> Voice:
    """Return one voice."""
    return understand.one_voice(context.facts, connection, context.names, feedback_id)
