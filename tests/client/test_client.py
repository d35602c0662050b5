"""A program pushes voices and reads facts over a real socket."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any, ClassVar

import pytest
from tests.conftest import NOON
from tests.serving import serving, token_of

from huiyin.access import Role, Scope
from huiyin.bootstrap import Installation
from huiyin.client import AnswerError, Client, Pushed, Rejected, UnreachableError


@pytest.fixture
def huiyin(app: Installation) -> Iterator[Client]:
    with (
        serving(app) as url,
        Client(url, token_of(app, Role.ANALYST, Scope.READ, Scope.WRITE), pause_s=0.01) as client,
    ):
        yield client


def voices(count: int) -> list[dict[str, Any]]:
    return [
        {
            "external_id": f"v{i}",
            "text": "空调有异味，晚上开车受不了。",
            "occurred_at": (NOON - timedelta(days=1, minutes=i)).isoformat(),
            "customer": {"external_id": f"c{i}"},
        }
        for i in range(count)
    ]


def push(huiyin: Client, items: list[dict[str, Any]], **how: Any) -> Pushed:
    return huiyin.push(items, source="车友论坛", channel="social", taxonomy="automotive", **how)


def test_voices_go_in_once_and_come_back_as_facts_and_verbatims(app: Installation, huiyin: Client) -> None:
    assert push(huiyin, voices(25), batch=10) == Pushed(accepted=25)
    assert push(huiyin, voices(25), batch=10) == Pushed(duplicates=25)
    app.projector.catch_up()
    odour = next(fact for fact in huiyin.facts(level=3, taxonomy=["automotive"]) if "odour" in fact["aspect"])
    assert odour["negative_customers"]["count"] == 25
    assert len({voice["id"] for voice in huiyin.verbatims(page=10, aspect=[odour["aspect"]])}) == 25
    assert list(huiyin.verbatims(product=["nobody's"])) == []
    assert huiyin.check_story("车里有一股异味")["issues"]
    assert huiyin.get_bytes("/facts/file", kind="csv").startswith("\ufeff".encode())


def test_refused_voice_is_named_by_its_place_among_all(huiyin: Client) -> None:
    items = voices(12)
    items[10]["occurred_at"] = "yesterday"
    pushed = push(huiyin, items, batch=5)
    assert pushed.accepted == 11
    assert [(each.row, each.field) for each in pushed.rejected] == [(10, "occurred_at")]
    assert isinstance(pushed.rejected[0], Rejected)


def test_refusal_carries_status_code_and_field(huiyin: Client) -> None:
    with pytest.raises(AnswerError) as refused:
        huiyin.facts(level=9)
    assert (refused.value.answered, refused.value.field) == (422, "level")
    with pytest.raises(AnswerError) as unknown:
        huiyin.get("/facts/automotive.nothing")
    assert (unknown.value.answered, unknown.value.reason) == (404, "aspect_not_found")


def test_unknown_token_is_told_so(huiyin: Client) -> None:
    with Client(huiyin.url, "hy_wrong") as stranger, pytest.raises(AnswerError) as refused:
        stranger.facts()
    assert refused.value.answered == 401


class _Moody(BaseHTTPRequestHandler):
    """Says `later` twice, then accepts; keeps the keys it was sent."""

    keys: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.keys.append(self.headers["Idempotency-Key"])
        answer = b'{"accepted": 1, "duplicates": 0, "rejected": []}'
        self.send_response(503 if len(self.keys) < 3 else 200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: Any) -> None:
        pass


def test_a_push_is_tried_again_under_the_same_key() -> None:
    _Moody.keys.clear()
    server = HTTPServer(("127.0.0.1", 0), _Moody)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        with Client(f"http://127.0.0.1:{server.server_port}", "t", pause_s=0.01) as client:
            assert push(client, voices(1)).accepted == 1
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert len(_Moody.keys) == 3
    assert len(set(_Moody.keys)) == 1


def test_nobody_at_the_address_is_said_after_the_last_try() -> None:
    with Client("http://127.0.0.1:9", "t", tries=2, pause_s=0.01) as client, pytest.raises(UnreachableError):
        client.facts()
