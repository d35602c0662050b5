"""The live stream: server-sent events of what has just become visible."""

from __future__ import annotations

from collections.abc import AsyncIterator

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from huiyin import access
from huiyin.bootstrap import Installation
from huiyin.understand import Event
from huiyin.web.deps import App, User
from huiyin.web.masking import blotted

router = APIRouter(tags=["understand"])
HEARTBEAT_S = 10.0


@router.get(
    "/live",
    summary="Follow new voices as server-sent events",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}}},
)
async def get_live(request: Request, app: App, user: User) -> StreamingResponse:
    """Stream `voice` events as voices become visible, a `tick` with the freshness, and heartbeats."""
    return StreamingResponse(
        _stream(request, app, user),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no", "Content-Encoding": "identity"},
    )


async def _stream(request: Request, app: Installation, user: access.Principal) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    with app.hub.subscribe() as subscription:
        while not await request.is_disconnected():
            events = await subscription.heard(HEARTBEAT_S)
            # A busy moment is one write, or twenty open pages would cost more than reading the voices.
            shown = [told.frame for event in events if (told := seen(event, app, user))]
            yield "".join(shown) or ": still here\n\n"


def seen(event: Event, app: Installation, user: access.Principal) -> Event | None:
    """Return the event as this reader may see it, None where it is about somebody else's rows."""
    if event.name != "voice":
        # How many voices came in is said of everybody's.
        return event if user.limits.whole else Event(event.name, {**event.data, "voices": None})
    if not user.limits.whole and not _is_visible(app, event.data["id"]):
        return None
    return Event(event.name, blotted(dict(event.data))) if user.masked else event


def _is_visible(app: Installation, feedback_id: int) -> bool:
    return not app.facts.query("SELECT 1 FROM voice WHERE feedback_id = $id", {"id": feedback_id}).is_empty()
