"""The addresses that sources push to; the unguessable key in the address says which connector is meant."""

from __future__ import annotations

from fastapi import APIRouter, Request

from huiyin.collect import connectors
from huiyin.web.collect.bodies import ReceivedBody
from huiyin.web.collect.connectors import ArrivalOut, arrival_out
from huiyin.web.deps import App, WriteConnection

router = APIRouter(tags=["collect"])


@router.post("/hooks/{key}", summary="Push records to a connector", status_code=202)
def post_hook(
    key: str, request: Request, body: ReceivedBody, app: App, connection: WriteConnection
) -> ArrivalOut:
    """Accept what can be read and keep the rest as dead letters; the reply is sent after the commit."""
    pushed = connectors.Pushed({name.lower(): value for name, value in request.headers.items()}, body)
    configured = connectors.find_pushed(connection, key)
    return arrival_out(connectors.take_pushed(connection, app.settings, configured, pushed, clock=app.clock))
