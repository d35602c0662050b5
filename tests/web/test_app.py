"""The edge: pages, headers, error shapes, the live stream."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from huiyin import access
from huiyin.bootstrap import Installation
from huiyin.understand import Event
from huiyin.web.app import api_router
from huiyin.web.client import install_client
from huiyin.web.live import _stream

READER = access.Principal(1, "boss", "老板", access.Role.ADMIN)


def test_unknown_endpoint_has_the_error_shape(client: TestClient) -> None:
    answer = client.get("/nothing/here")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


def test_every_answer_tells_browsers_to_trust_this_page_only(client: TestClient) -> None:
    headers = client.get("/health").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_every_endpoint_is_described() -> None:
    api = FastAPI()
    api.include_router(api_router())
    undescribed = [
        f"{method} {path}"
        for path, methods in api.openapi()["paths"].items()
        for method, operation in methods.items()
        if not operation.get("summary") or not operation.get("description")
    ]
    assert undescribed == []


@pytest.fixture
def pages(tmp_path: Path) -> TestClient:
    static = tmp_path / "static"
    (static / "assets").mkdir(parents=True)
    (static / "index.html").write_text("<title>回音</title>")
    (static / "assets" / "app-1.js").write_text("1")
    (tmp_path / "secret").write_text("no")
    api = FastAPI()
    install_client(api, static)
    return TestClient(api)


def test_client_route_is_the_page(pages: TestClient) -> None:
    answer = pages.get("/understand/facts")
    assert "回音" in answer.text
    assert answer.headers["Cache-Control"] == "no-cache"


def test_asset_is_kept_for_ever(pages: TestClient) -> None:
    assert "immutable" in pages.get("/assets/app-1.js").headers["Cache-Control"]


def test_no_file_outside_is_served(pages: TestClient) -> None:
    assert pages.get("/..%2fsecret").text != "no"


def test_live_stream_tells_what_is_published(app: Installation) -> None:
    class Connected:
        async def is_disconnected(self) -> bool:
            return False

    async def listen() -> list[str]:
        stream = _stream(Connected(), app, READER)  # type: ignore[arg-type]
        told = [await anext(stream)]
        waiting = asyncio.ensure_future(anext(stream))
        while not app.hub.listeners:  # noqa: ASYNC110 the hub has no event to wait for
            await asyncio.sleep(0)
        app.hub.publish(Event("voice", {"text": "你好"}))
        told.append(await waiting)
        await stream.aclose()
        return told

    retry, voice = asyncio.run(listen())
    assert retry.startswith("retry:")
    assert voice.startswith("event: voice\n")
    assert json.loads(voice.split("data: ")[1]) == {"text": "你好"}
    assert app.hub.listeners == 0
