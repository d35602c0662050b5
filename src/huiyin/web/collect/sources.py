"""The sources and how fresh they are."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel

from huiyin import collect
from huiyin.web.deps import ReadConnection, User

router = APIRouter(tags=["collect"])


class SourceRowOut(BaseModel):
    """A source, how many voices it gave, and when it last spoke."""

    id: int
    name: str
    channel: collect.Channel
    taxonomy: str
    terms_note: str
    voices: int
    last_at: datetime | None
    last_received_at: datetime | None


@router.get("/sources", summary="List the sources")
def get_sources(connection: ReadConnection, _user: User) -> list[SourceRowOut]:
    """Return every source with its number of voices and its freshness."""
    return [SourceRowOut.model_validate(row) for row in collect.list_sources(connection)]
