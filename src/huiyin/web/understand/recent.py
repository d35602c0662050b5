"""The newest voices, for a live page that opens."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from huiyin import understand
from huiyin.understand import LiveVoice
from huiyin.web.deps import User
from huiyin.web.understand.query import RoomContext
from huiyin.web.understand.schemas import LiveVoiceOut

router = APIRouter(tags=["understand"])


@router.get("/live/recent", summary="The voices accepted last", response_model=list[LiveVoiceOut])
def get_recent(
    context: RoomContext, _user: User, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> tuple[LiveVoice, ...]:
    """Return the newest voices, the newest first."""
    return understand.recent_voices(context.facts, context.names, limit=limit)
