"""SIGKILL while sources push: what was answered is kept, what is sent again for want of an answer is not doubled."""

from __future__ import annotations

import base64
import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from sqlalchemy import select

from huiyin.bootstrap import open_ledger_of
from huiyin.collect import connectors
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings
from huiyin.store.ledger import tables

if TYPE_CHECKING:
    from tests.processes.conftest import Server

KILLS = 3
TOTAL = 240
AT = "2026-03-05T10:00:00+08:00"
Request = tuple[str, dict[str, Any], dict[str, str]]


def _webhook(key: str, number: int) -> Request:
    body = {"id": f"w{number}", "text": f"第{number}次说空调有异味", "created_at": AT}
    return f"/api/v1/hooks/{key}", body, {}


def _chatwoot(key: str, number: int) -> Request:
    body = {
        "event": "message_created", "id": number, "content": f"第{number}次问车机", "message_type": "incoming",
        "created_at": AT, "private": False, "sender": {"id": 5, "type": "contact"}, "conversation": {"id": 9},
    }  # fmt: skip
    return f"/api/v1/hooks/{key}", body, {}


def _segment(key: str, number: int) -> Request:
    body = {
        "event": "Page Clicked",
        "messageId": f"s{number}",
        "userId": "c-1",
        "timestamp": "2026-03-05T02:00:00Z",
    }
    return "/v1/track", body, {"Authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode()}


SOURCES: dict[str, Callable[[str, int], Request]] = {
    "webhook": _webhook,
    "chatwoot": _chatwoot,
    "segment": _segment,
}


class Sender(threading.Thread):
    """A source: one record after another, each sent again until it is answered."""

    def __init__(self, server: Server, key: str, request: Callable[[str, int], Request]) -> None:
        super().__init__(daemon=True)
        self.answered, self.again = 0, 0
        self._url, self._key, self._request = f"http://127.0.0.1:{server.port}", key, request

    def run(self) -> None:
        with httpx.Client(base_url=self._url, timeout=30) as client:
            while self.answered < TOTAL:
                path, body, headers = self._request(self._key, self.answered)
                try:
                    client.post(path, json=body, headers=headers).raise_for_status()
                    self.answered += 1
                except httpx.HTTPError:
                    self.again += 1
                    time.sleep(0.05)


@pytest.mark.killing
@pytest.mark.timeout(420)
def test_pushed_records_are_kept_once_over_kills(server: Server, settings: Settings) -> None:
    keys = {kind: _connect(settings, kind) for kind in SOURCES}
    server.start()
    senders = {kind: Sender(server, str(keys[kind]), SOURCES[kind]) for kind in SOURCES}
    for sender in senders.values():
        sender.start()
    for kill in range(1, KILLS + 1):
        while min(sender.answered for sender in senders.values()) < TOTAL * kill // (KILLS + 1):
            time.sleep(0.002)
        server.kill()
        server.start()
    for sender in senders.values():
        sender.join(120)
        assert sender.answered == TOTAL
        assert sender.again > 0
    server.kill()
    kept = _kept(settings)
    assert {kind: len(ids) for kind, ids in kept.items()} == dict.fromkeys(SOURCES, TOTAL)
    assert [key for ids in kept.values() for key, times in Counter(ids).items() if times > 1] == []


def _connect(settings: Settings, kind: str) -> str | None:
    ledger = open_ledger_of(settings)
    wanted = connectors.NewConnector(name=kind, kind=kind, taxonomy="automotive", config={})
    with ledger.write() as connection:
        made = connectors.create_connector(connection, wanted, clock=utc_now, by="测试")
    ledger.close()
    return made.push_key


def _kept(settings: Settings) -> dict[str, list[str]]:
    ledger = open_ledger_of(settings)
    voice, source, event = tables.feedback.c, tables.source.c, tables.behaviour_event.c
    said = select(source.name, voice.external_id).join(tables.source, source.id == voice.source_id)
    kept: dict[str, list[str]] = {}
    with ledger.read() as connection:
        for name, key in connection.execute(said.where(source.name.in_(("webhook", "chatwoot")))):
            kept.setdefault(name, []).append(key)
        for name, key in connection.execute(select(event.source, event.external_id)):
            kept.setdefault(name, []).append(key)
    ledger.close()
    return kept
