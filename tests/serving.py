"""An installation behind an application, or behind a real socket for what speaks to it over HTTP."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import cast

import uvicorn
from fastapi import FastAPI
from starlette.datastructures import State
from starlette.testclient import TestClient
from tests.people import token_in

from huiyin import access
from huiyin.bootstrap import Installation
from huiyin.web.app import create_app


def api_of(app: Installation) -> FastAPI:
    """Return the application over an installation; one at a time, for all tests share its routes."""
    api = _routes()
    api.state = State({"installation": app, "setup_code": None})
    return api


@cache
def _routes() -> FastAPI:
    """Building every route takes a second, which hundreds of tests would each spend."""
    return create_app(cast(Installation, None))


@contextmanager
def serving(app: Installation) -> Iterator[str]:
    """Serve while the block runs; give the address."""
    server = uvicorn.Server(uvicorn.Config(create_app(app), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            thread.join(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


def token_of(app: Installation, role: access.Role, *scopes: access.Scope) -> str:
    """Return an API token of a new person."""
    with app.ledger.write() as connection:
        return token_in(connection, app.clock, role, *scopes, username=f"program-{role.value}")


def bearing(api: FastAPI, token: str) -> TestClient:
    """Return a program's client of the API."""
    return TestClient(api, base_url="http://testserver/api/v1", headers={"Authorization": f"Bearer {token}"})
