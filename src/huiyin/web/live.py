"""The live stream: server-sent events of what has just become visible."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from huiyin.understand import Hub
from huiyin.web.deps import App, User

router = APIRouter(tags=["understand"])
HEARTBEAT_S = 10.0


@router.get(
    "/live",
    summary="Follow new voices as server-sent events",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}}},
)
async def get_live(request: Request, app: App, _user: User) -> StreamingResponse:
    """Stream `voice` events as voices become visible, a `tick` with the freshness, and heartbeats."""
    return StreamingResponse(
        _stream(request, app.hub),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no", "Content-Encoding": "identity"},
    )


async def _stream(request: Request, hub: Hub) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    with hub.subscribe() as subscription:
        while not await request.is_disconnected():
            event = await subscription.next(HEARTBEAT_S)
            if event is None:
                yield ": still here\n\n"
            else:
                yield f"event: {event.name}\ndata: {json.dumps(event.data, ensure_ascii=False)}\n\n"
