"""Saved views over HTTP: keep the state of a page under a name, for oneself or for everybody."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from huiyin import access, understand
from huiyin.understand import Reader, SavedView
from huiyin.web.deps import App, ReadConnection, User, WriteConnection
from huiyin.web.understand.schemas import Out

router = APIRouter(tags=["views"])


class ViewIn(BaseModel):
    """The path and query string of a page, and what to call it."""

    name: str = Field(max_length=80)
    page: str = Field(max_length=200, description="Path of the page, such as /understand/explore.")
    query: str = Field("", max_length=8_000, description="Query string of the page: its whole state.")
    shared: bool = False


class ViewChangeIn(BaseModel):
    """What to change; what is left out stays."""

    name: str | None = Field(None, max_length=80)
    query: str | None = Field(None, max_length=8_000)
    shared: bool | None = None


class ViewOut(Out):
    """A saved view; `mine` tells whether the reader owns it."""

    id: int
    name: str
    page: str
    query: str
    shared: bool
    owner: str
    mine: bool
    created_at: datetime
    updated_at: datetime


@router.get("/views", summary="Your saved views and the shared ones", response_model=list[ViewOut])
def get_views(connection: ReadConnection, user: User) -> tuple[SavedView, ...]:
    """Return the views by name."""
    return understand.list_views(connection, _reader(user))


@router.post("/views", status_code=201, summary="Keep a page under a name", response_model=ViewOut)
def post_view(body: ViewIn, app: App, connection: WriteConnection, user: User) -> SavedView:
    """Save a view."""
    return understand.save_view(connection, _reader(user), **body.model_dump(), clock=app.clock)


@router.patch("/views/{view_id}", summary="Rename, share or update a view", response_model=ViewOut)
def patch_view(
    view_id: int, body: ViewChangeIn, app: App, connection: WriteConnection, user: User
) -> SavedView:
    """Change a view of one's own."""
    changes: dict[str, Any] = body.model_dump(exclude_none=True)
    return understand.change_view(connection, view_id, _reader(user), changes, clock=app.clock)


@router.delete("/views/{view_id}", status_code=204, summary="Forget a view")
def delete_view(view_id: int, connection: WriteConnection, user: User) -> Response:
    """Delete a view of one's own."""
    understand.delete_view(connection, view_id, _reader(user))
    return Response(status_code=204)


def _reader(user: access.Principal) -> Reader:
    return Reader(user.user_id, keeper=user.role.covers(access.Role.ADMIN))
