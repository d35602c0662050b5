"""Erasing a person: no store, file or export holds them afterwards, and an old file cannot bring them back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from starlette.testclient import TestClient

from huiyin.bootstrap import Installation
from huiyin.collect import jobs
from huiyin.customers import privacy
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import tables

PHONE = "13912345678"
WORDS = "雨天后视镜总被水珠糊住，希望以后能加个加热按钮就好了"
MARKS = (PHONE, "赵雨桐雨桐", "雨桐的小车车", "HY-77120", WORDS, WORDS[:20], "希望以后能加个加热按钮就好了")


@pytest.fixture
def world(client: TestClient, app: Installation) -> TestClient:
    """赵雨桐雨桐 in every place that keeps words; 李娜 beside her, who stays."""
    with app.ledger.write() as connection:
        rows = [
            {
                "external_id": "HY-77120",
                "name": "赵雨桐雨桐",
                "attributes": {"phone": PHONE, "openid": "o-yutong"},
            },
            {"external_id": "CY2", "name": "李娜", "attributes": {"phone": "13800000001"}},
        ]
        connection.execute(insert(tables.customer), [row | {"created_at": app.clock()} for row in rows])
        order = {
            "source": "销售",
            "external_id": "O-9",
            "customer_id": 1,
            "amount": 1.0,
            "at": app.clock(),
            "kind": "order",
        }
        event = {
            "source": "应用",
            "external_id": "E-9",
            "customer_id": 1,
            "name": "error",
            "properties": {"phone": PHONE},
            "at": app.clock(),
        }
        connection.execute(insert(tables.purchase), order)
        connection.execute(insert(tables.behaviour_event), event)
    _post(client, app, "售后热线", "service", "HY-1", WORDS, customer={"external_id": "HY-77120"})
    _post(
        client,
        app,
        "社交短帖",
        "social",
        "HY-2",
        "今天又去洗车了，" + WORDS,
        author="雨桐的小车车",
        metadata={"handles": {"openid": "o-yutong"}},
    )
    _post(
        client,
        app,
        "售后热线",
        "service",
        "LN-1",
        "李娜说空调有异味，没人管",
        customer={"external_id": "CY2"},
    )
    app.projector.catch_up()
    client.post("/customers/resolve")
    voice = client.get("/verbatims", params={"q": "后视镜"}).json()["items"][0]["id"]
    assert (
        client.post(
            "/cases", json={"title": f"回电 {PHONE}", "owner": "demo", "feedback_id": voice}
        ).status_code
        == 201
    )
    action = {
        "title": "后视镜", "kind": "product", "owner": "demo", "team": "产品", "due_date": "2030-01-01", "aspect": "automotive.exterior",
        "hypothesis": f"客户原话：{WORDS}",
        "expected_effect": {"metric": "share_negative", "direction": "down", "size": 10, "unit": "percent"},
    }  # fmt: skip
    answer = client.post("/actions", json=action)
    assert answer.status_code == 201, answer.text
    upload = jobs.keep_upload(app.settings, _file(f"编号,内容\nHY-1,{WORDS}\n"), "voices.csv")
    plan = {
        "source": "x",
        "channel": "review",
        "taxonomy": "automotive",
        "mapping": {},
        "defaults": {},
        "dry_run": True,
    }
    with app.ledger.write() as connection:
        job = {
            "file_name": "voices.csv", "upload_id": upload.parent.name, "plan": plan, "state": "done", "rows": 1, "accepted": 0,
            "duplicates": 0, "rejected": 0, "created_at": app.clock(),
        }  # fmt: skip
        connection.execute(insert(tables.import_job), job)
    return client


def test_nothing_of_the_person_is_left_anywhere(world: TestClient, app: Installation) -> None:
    person = _person(world, PHONE)
    assert set(_traces(app.settings.home, app)) == set(MARKS)
    answer = world.post(f"/customers/{person}/erase", json={"reason": "本人 11 月 20 日来电要求"})
    assert answer.status_code == 200, answer.text
    assert answer.json()["counts"]["feedback"] == 2
    world.post("/customers/compact")
    assert _traces(app.settings.home, app) == []
    for query in (*MARKS, "o-yutong"):
        assert world.get("/customers", params={"q": query}).json()["items"] == []
        assert world.get("/verbatims", params={"q": query}).json()["items"] == []
    assert world.get(f"/customers/{person}").status_code == 404


def test_everybody_else_stays_whole(world: TestClient, app: Installation) -> None:
    before = world.get(f"/customers/{_person(world, 'CY2')}").json()
    world.post(f"/customers/{_person(world, PHONE)}/erase", json={"reason": "本人要求"})
    world.post("/customers/compact")
    assert world.get(f"/customers/{_person(world, 'CY2')}").json() == before
    assert world.get("/verbatims", params={"q": "李娜说空调"}).json()["total"] == 1


def test_an_old_file_cannot_bring_them_back(world: TestClient, app: Installation) -> None:
    world.post(f"/customers/{_person(world, PHONE)}/erase", json={"reason": "本人要求"})
    answer = _post(
        world,
        app,
        "售后热线",
        "service",
        "HY-1",
        WORDS,
        customer={"external_id": "HY-77120", "name": "赵雨桐雨桐"},
    )
    assert (answer["accepted"], answer["duplicates"]) == (0, 1)
    with app.ledger.read() as connection:
        assert connection.execute(select(tables.customer.c.external_id)).scalars().all() == ["CY2"]


def test_a_new_voice_of_a_returning_customer_is_heard(world: TestClient, app: Installation) -> None:
    world.post(f"/customers/{_person(world, PHONE)}/erase", json={"reason": "本人要求"})
    answer = _post(
        world,
        app,
        "售后热线",
        "service",
        "HY-3",
        "又买了一辆，这次不错",
        customer={"external_id": "HY-77120"},
    )
    assert answer["accepted"] == 1


def test_a_dossier_holds_everything_and_opinions(world: TestClient, app: Installation) -> None:
    answer = world.get(f"/customers/{_person(world, PHONE)}/dossier")
    records = answer.json()["records"]
    assert {
        "customer",
        "feedback",
        "purchase",
        "behaviour_event",
        "handle",
        "customer_case",
        "case_event",
    } <= set(records)
    assert {row["text"] for row in records["feedback"]} >= {WORDS}
    assert "李娜" not in json.dumps(answer.json(), ensure_ascii=False)


def test_an_erasure_needs_a_reason(world: TestClient, app: Installation) -> None:
    with app.ledger.write() as connection, pytest.raises(InvalidInputError, match="reason"):
        privacy.erase(connection, _person(world, PHONE), by="demo", reason=" ", now=app.clock())


def test_old_voices_lose_who_said_them(world: TestClient, app: Installation) -> None:
    _post(
        world,
        app,
        "售后热线",
        "service",
        "HY-4",
        f"请回电{PHONE}，谢谢",
        customer={"external_id": "HY-77120"},
    )
    speakers = app.facts.query("SELECT count(DISTINCT speaker) AS n FROM voice").item()
    with app.ledger.write() as connection:
        counts = privacy.forget_old(connection, app.clock() + timedelta(days=1))
    app.projector.catch_up()
    assert counts == {"feedback": 4, "behaviour_event": 1}
    voices = app.facts.query("SELECT text, customer_id, speaker FROM voice")
    assert voices["customer_id"].null_count() == voices.height
    assert not any(PHONE in text for text in voices["text"])
    assert voices["speaker"].n_unique() == speakers
    assert world.get("/customers", params={"q": "雨桐的小车车"}).json()["items"] == []


def _post(
    client: TestClient, app: Installation, source: str, channel: str, key: str, text: str, **fields: object
) -> dict[str, int]:
    at = (app.clock() - timedelta(days=1)).isoformat()
    item = {"external_id": key, "text": text, "occurred_at": at, **fields}
    body = {"source": source, "channel": channel, "taxonomy": "automotive", "items": [item]}
    found: dict[str, int] = client.post("/feedback", json=body).json()
    return found


def _person(client: TestClient, text: str) -> int:
    return int(client.get("/customers", params={"q": text}).json()["items"][0]["person"])


def _file(words: str) -> BytesIO:
    return BytesIO(words.encode("gb18030"))


def _traces(home: Path, app: Installation) -> list[str]:
    """Return the marks that any file, table or derived row still holds."""
    stored = b"\x00".join(_bytes_of(home))
    derived = json.dumps(
        app.facts.query("SELECT text, speaker FROM voice").to_dicts(), ensure_ascii=False
    ).encode()
    haystack = stored + derived
    return [
        mark
        for mark in MARKS
        if any(
            form in haystack
            for form in (mark.encode(), mark.encode("gb18030"), json.dumps(mark)[1:-1].encode())
        )
    ]


def _bytes_of(home: Path) -> Iterator[bytes]:
    return (path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())
