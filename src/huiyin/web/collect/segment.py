"""Segment's tracking API at `/v1`, so that its client libraries work unchanged, and the page snippet.

These addresses read no cookie: the write key says whose events they are, and any site may send them.
"""

from __future__ import annotations

import base64
import binascii
import json
from pathlib import Path
from typing import Literal

from fastapi import APIRouter, Request, Response

from huiyin.collect import connectors
from huiyin.kit.errors import NotFoundError, NotSignedInError
from huiyin.web.collect.bodies import ReceivedBody
from huiyin.web.deps import App, WriteConnection

router = APIRouter(prefix="/v1", tags=["collect"])
TYPE_HEADER = "x-huiyin-segment-type"
SNIPPET = Path(__file__).with_name("snippet.js")
_ANY_SITE = {"Access-Control-Allow-Origin": "*"}
_PREFLIGHT = _ANY_SITE | {
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": "authorization, content-type, content-encoding",
    "Access-Control-Max-Age": "86400",
}

Call = Literal["track", "identify", "page", "screen", "group", "alias", "batch"]


class WriteKeyError(NotSignedInError):
    """No behaviour connector has this write key."""

    code = "wrong_write_key"


@router.post("/{call}", summary="Send behaviour events", include_in_schema=False)
def post_events(
    call: Call, request: Request, body: ReceivedBody, app: App, connection: WriteConnection
) -> Response:
    """Accept a Segment call or batch; the reply is sent after the commit."""
    configured = _listening(connection, _write_key(request, body))
    pushed = connectors.Pushed({TYPE_HEADER: call}, body)
    arrival = connectors.take_pushed(connection, app.settings, configured, pushed, clock=app.clock)
    answer = {"success": True, "accepted": arrival.events, "rejected": len(arrival.refused)}
    return Response(json.dumps(answer), media_type="application/json", headers=_ANY_SITE)


@router.options("/{call}", include_in_schema=False)
def allow_any_site(call: Call) -> Response:
    """Answer a browser that asks before it sends."""
    del call
    return Response(status_code=204, headers=_PREFLIGHT)


@router.get("/snippet.js", include_in_schema=False)
def get_snippet() -> Response:
    """Return the snippet that a page includes with `data-key`."""
    headers = {"Cache-Control": "public, max-age=3600", "Cross-Origin-Resource-Policy": "cross-origin"}
    return Response(SNIPPET.read_bytes(), media_type="text/javascript", headers=headers)


def _listening(connection: WriteConnection, key: str) -> connectors.Configured:
    try:
        found = connectors.find_pushed(connection, key)
    except NotFoundError as error:
        raise WriteKeyError("no behaviour connector has this write key") from error
    if found.kind != "segment":
        raise WriteKeyError("this key belongs to another kind of connector")
    return found


def _write_key(request: Request, body: bytes) -> str:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(given, validate=True).decode().partition(":")[0]
        except (binascii.Error, ValueError) as error:
            raise WriteKeyError("the write key is not in Basic authorization") from error
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    key = told.get("writeKey") if isinstance(told, dict) else None
    return key if isinstance(key, str) else ""
