"""Connectors over HTTP: set up, watched, pushed to; the Segment API with its official client."""

from __future__ import annotations

import base64
import gzip
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import segment.analytics as segment
import uvicorn
from sqlalchemy import select
from starlette.testclient import TestClient

from huiyin.bootstrap import Installation, installation
from huiyin.collect import connectors
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings
from huiyin.store.ledger import tables
from huiyin.web.app import create_app
from huiyin.web.collect.segment import SNIPPET

CHAT = {
    "event": "message_created",
    "id": 81,
    "content": "空调有异味",
    "message_type": "incoming",
    "created_at": "2026-03-05T10:00:00+08:00",
    "sender": {"id": 5, "name": "李雷", "type": "contact", "identifier": "c-5"},
    "conversation": {"id": 9},
    "account": {"id": 1},
}


def _connect(
    client: TestClient, kind: str, config: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    answer = client.post(
        "/connectors", json={"name": f"我的{kind}", "kind": kind, "config": config or {}, **more}
    )
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def _outside(client: TestClient) -> TestClient:
    return TestClient(client.app, base_url="http://testserver")


def test_kinds_tell_their_settings(client: TestClient) -> None:
    kinds = {each["kind"]: each for each in client.get("/connector-kinds").json()}
    assert set(kinds) >= {
        "chatwoot",
        "folder",
        "mailbox",
        "nats",
        "redis",
        "rss",
        "segment",
        "sql",
        "webhook",
    }
    assert kinds["rss"]["config_schema"]["required"] == ["url"]
    assert (kinds["rss"]["mode"], kinds["webhook"]["mode"]) == ("pull", "push")


def test_a_connector_is_made_paused_and_forgotten(client: TestClient) -> None:
    made = _connect(client, "rss", {"url": "https://forum.example/feed"}, terms_note="公开订阅")
    assert (made["condition"], made["terms_note"], made["channel"]) == ("waiting", "公开订阅", "social")
    paused = client.patch(f"/connectors/{made['id']}", json={"enabled": False}).json()
    assert paused["condition"] == "paused"
    assert client.delete(f"/connectors/{made['id']}").status_code == 204
    assert client.get("/connectors").json() == []


def test_the_same_name_twice_is_refused(client: TestClient) -> None:
    _connect(client, "webhook")
    answer = client.post("/connectors", json={"name": "我的webhook", "kind": "webhook", "config": {}})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "connector_exists")


def test_a_signed_webhook_is_taken_and_a_forged_one_is_not(client: TestClient) -> None:
    made = _connect(
        client,
        "webhook",
        {"secret": "sesam", "items": "data", "mapping": {"external_id": "no", "text": "msg"}},
    )
    body = json.dumps({"data": [{"no": 1, "msg": "空调有异味"}, {"no": 2}]}).encode()
    signature = hmac.new(b"sesam", body, hashlib.sha256).hexdigest()
    outside = _outside(client)
    taken = outside.post(made["push_path"], content=body, headers={"X-Signature": f"sha256={signature}"})
    assert (taken.status_code, taken.json()["accepted"], taken.json()["rejected"]) == (202, 1, 1)
    forged = outside.post(made["push_path"], content=body, headers={"X-Signature": "sha256=00"})
    assert (forged.status_code, forged.json()["error"]["code"]) == (401, "wrong_signature")
    [letter] = client.get("/dead-letters").json()
    assert (letter["field"], json.loads(letter["text"])) == ("text", {"no": 2})


def test_an_old_signature_is_refused(client: TestClient, app: Installation) -> None:
    made = _connect(client, "webhook", {"secret": "sesam"})
    old = str(int((app.clock() - timedelta(hours=1)).timestamp()))
    signature = hmac.new(b"sesam", f"{old}.{{}}".encode(), hashlib.sha256).hexdigest()
    answer = _outside(client).post(
        made["push_path"], content=b"{}", headers={"X-Signature": signature, "X-Timestamp": old}
    )
    assert answer.status_code == 401


def test_nothing_listens_at_a_guessed_address(client: TestClient) -> None:
    assert _outside(client).post("/api/v1/hooks/guess", content=b"{}").status_code == 404


def test_chatwoot_brings_only_what_customers_said(client: TestClient, app: Installation) -> None:
    path, outside = _connect(client, "chatwoot")["push_path"], _outside(client)
    for event in (
        CHAT,
        CHAT,
        CHAT | {"id": 82, "message_type": "outgoing", "sender": {"type": "user"}},
        CHAT | {"id": 83, "private": True},
        CHAT | {"event": "conversation_created"},
    ):
        assert outside.post(path, json=event).status_code == 202
    with app.ledger.read() as connection:
        [voice] = connection.execute(select(tables.feedback)).mappings().all()
    assert (voice["text"], voice["external_id"], voice["parent_external_id"]) == (
        "空调有异味",
        "1/81",
        "1/c9",
    )


def test_a_dead_letter_is_replayed_and_dropped_over_http(client: TestClient) -> None:
    made = _connect(client, "webhook", {"mapping": {"external_id": "no", "text": "wrong"}})
    _outside(client).post(made["push_path"], content=json.dumps([{"no": 1, "msg": "好"}, {"no": 2}]).encode())
    second, first = client.get("/dead-letters").json()
    client.patch(
        f"/connectors/{made['id']}", json={"config": {"mapping": {"external_id": "no", "text": "msg"}}}
    )
    assert client.post(f"/dead-letters/{first['id']}/replay").json()["accepted"] == 1
    assert client.post(f"/dead-letters/{second['id']}/drop").json()["state"] == "dropped"
    assert client.get("/dead-letters").json() == []
    [listed] = client.get("/connectors").json()
    assert (listed["condition"], listed["dead_letters"], listed["freshness"]["n"]) == ("ok", 0, 1)


def test_segment_calls_with_basic_authorisation_and_gzip(client: TestClient, app: Installation) -> None:
    key = _connect(client, "segment")["write_key"]
    basic = {"Authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode()}
    outside = _outside(client)
    said = {
        "messageId": "m1",
        "userId": "c-5",
        "event": "Feedback Sent",
        "properties": {"feedback": "付款总是失败"},
    }
    packed = gzip.compress(json.dumps(said).encode())
    assert outside.post("/v1/track", content=packed, headers=basic | {"Content-Encoding": "gzip"}).json()[
        "success"
    ]
    traits = {
        "traits": {"name": "李雷", "segment": "老客户", "plan": "pro"},
        "userId": "c-5",
        "messageId": "m2",
    }
    assert outside.post("/v1/identify", json=traits, headers=basic).status_code == 200
    for call in ("page", "screen", "group", "alias"):
        assert (
            outside.post(f"/v1/{call}", json={"userId": "c-5", "messageId": call}, headers=basic).json()[
                "accepted"
            ]
            == 1
        )
    with app.ledger.read() as connection:
        events = connection.execute(select(tables.behaviour_event.c.name)).scalars().all()
        customer = connection.execute(select(tables.customer)).mappings().one()
        voice = connection.execute(select(tables.feedback)).mappings().one()
    assert sorted(events) == ["Feedback Sent", "alias", "group", "identify", "page", "screen"]
    assert (customer["name"], customer["segment"], customer["attributes"]) == (
        "李雷",
        "老客户",
        {"plan": "pro"},
    )
    assert (voice["text"], voice["customer_id"], voice["channel"]) == (
        "付款总是失败",
        customer["id"],
        "behaviour",
    )


def test_a_wrong_write_key_is_refused(client: TestClient) -> None:
    answer = _outside(client).post("/v1/batch", json={"writeKey": "no", "batch": []})
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "wrong_write_key")


def test_any_site_may_send_events_with_a_write_key(client: TestClient) -> None:
    key, outside = _connect(client, "segment")["write_key"], _outside(client)
    headers = {"Origin": "https://shop.example", "Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain"}
    batch = {"writeKey": key, "batch": [{"type": "page", "anonymousId": "a", "messageId": "p"}]}
    answer = outside.post("/v1/batch", content=json.dumps(batch), headers=headers)
    assert (answer.json()["accepted"], answer.headers["access-control-allow-origin"]) == (1, "*")
    assert outside.options("/v1/batch", headers=headers).headers["access-control-allow-methods"] == "POST"


def test_the_snippet_is_small_and_served(client: TestClient) -> None:
    answer = _outside(client).get("/v1/snippet.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert len(answer.content) == SNIPPET.stat().st_size < 2_000


def test_behaviour_that_tells_of_trouble_becomes_feedback(client: TestClient, app: Installation) -> None:
    key, outside = _connect(client, "segment")["write_key"], _outside(client)
    begin = app.clock() - timedelta(hours=2)

    def event(number: int, who: str, name: str, seconds: float, **properties: Any) -> dict[str, Any]:
        at = (begin + timedelta(seconds=seconds)).isoformat()
        return {
            "type": "track",
            "messageId": f"e{number}",
            "userId": who,
            "event": name,
            "timestamp": at,
            "properties": {"path": "/checkout"} | properties,
        }

    batch = [
        event(1, "left", "Checkout Started", 0),
        event(2, "bought", "Checkout Started", 0),
        event(3, "bought", "Order Completed", 300),
        *(event(10 + n, "angry", "Click", n / 2, target="#pay") for n in range(4)),
        *(event(20 + n, "stuck", "Payment Failed", n * 60) for n in range(3)),
    ]
    assert outside.post("/v1/batch", json={"writeKey": key, "batch": batch}).json()["accepted"] == len(batch)
    assert connectors.raise_signals(app.ledger, app.settings, clock=app.clock) == 3
    assert connectors.raise_signals(app.ledger, app.settings, clock=app.clock) == 0
    with app.ledger.read() as connection:
        query = select(tables.feedback.c.metadata, tables.customer.c.external_id).join(tables.customer)
        found = {row.external_id: row.metadata["event"] for row in connection.execute(query)}
    assert found == {"left": "abandon", "angry": "rage_click", "stuck": "retry"}


@pytest.fixture
def address(settings: Settings) -> Iterator[tuple[str, str, Installation]]:
    """A real server on loopback with a behaviour connector: its address and write key."""
    with installation(settings, clock=utc_now) as app:
        wanted = connectors.NewConnector(name="官网", kind="segment", taxonomy="automotive", config={})
        with app.ledger.write() as connection:
            made = connectors.create_connector(connection, wanted, clock=utc_now, by="测试")
        server = uvicorn.Server(uvicorn.Config(create_app(app), host="127.0.0.1", port=0, log_level="error"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}", made.push_key or "", app
        server.should_exit = True
        thread.join()


def test_the_official_segment_client_works_unchanged(address: tuple[str, str, Installation]) -> None:
    host, key, app = address
    client = segment.Client(key, host=host, gzip=True, on_error=pytest.fail)
    client.identify("c-7", {"name": "韩梅梅", "region": "上海"})
    for number in range(250):
        client.track("c-7", "Page Clicked", {"number": number})
    client.alias("a-7", "c-7")
    client.flush()
    client.join()
    with app.ledger.read() as connection:
        events = connection.execute(select(tables.behaviour_event)).mappings().all()
        customer = connection.execute(select(tables.customer)).mappings().one()
    assert len(events) == 252
    assert {event["customer_id"] for event in events} == {customer["id"]}
    assert (customer["name"], customer["region"]) == ("韩梅梅", "上海")
