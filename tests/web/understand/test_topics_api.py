"""Topics over HTTP: found, remembered, accepted as an aspect, set aside."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.analyse.language_model.chat_server import chat_server

from huiyin.analyse.language_model import LanguageModel
from huiyin.bootstrap import Installation

FIRST = ("书店里的插画", "图书角的绘本", "读书会的作者", "绘本馆的故事")
SECOND = ("露营地的帐篷", "天幕下的炊具", "露营灯的支架", "帐篷里的睡袋")
TAILS = ("昨天又聊", "邻居也问", "群里在讲", "周末提过", "路过瞧见", "大伙念叨")


@pytest.fixture
def spoken(reader: TestClient, app: Installation) -> TestClient:
    """240 customers, each of whom speaks of books or of camping."""
    items = []
    for number in range(240):
        subjects = FIRST if number % 2 else SECOND
        said = [f"{subjects[(number // 2 + step) % 4]}{TAILS[(number + step) % 6]}" for step in range(3)]
        items.append(
            {
                "external_id": str(number),
                "occurred_at": f"2026-10-{number % 28 + 1:02d}T02:00:00Z",
                "text": "，".join(said),
                "author": f"车主{number}",
            }
        )
    body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": items}
    assert reader.post("/feedback", json=body).json()["accepted"] == 240
    app.projector.catch_up()
    return reader


def test_topics_are_found_and_stay_what_they_are(spoken: TestClient) -> None:
    assert spoken.get("/topics").json()["run"] is None
    first = spoken.post("/topics").json()
    assert first["run"]["voices"] == first["run"]["population"] == 240
    assert first["run"]["unassigned"]["n"] == 240
    camping = next(each for each in first["topics"] if "帐篷" in " ".join(each["words"]))
    assert camping["fresh"]
    assert camping["customers"]["low"] < camping["customers"]["value"] < camping["customers"]["high"]
    quote = camping["quotes"][0]
    assert any(word[:2] in quote["text"][quote["start"] : quote["end"]] for word in SECOND)
    again = spoken.post("/topics").json()
    assert [(each["id"], each["name"]) for each in again["topics"]] == [
        (each["id"], each["name"]) for each in first["topics"]
    ]


def test_the_language_model_names_new_topics_once(spoken: TestClient, app: Installation) -> None:
    def answer(asked: dict[str, Any]) -> str:
        shown = json.loads(asked["messages"][1]["content"])
        held = [one["topic"] for one in shown if "帐篷" in str(one["verbatims"])]
        rest = [one["topic"] for one in shown if one["topic"] not in held]
        named = [{"topic": at, "name": "帐篷"} for at in held[:1]]
        return json.dumps({"names": named + [{"topic": at, "name": "没人说过"} for at in rest]})

    web = spoken.app
    assert isinstance(web, FastAPI)
    settings = app.settings.model_copy(update={"language_model_topics": True})
    with chat_server(answer) as chat:
        model = LanguageModel(chat.address, "small")
        web.state.installation = replace(app, settings=settings, language_model=model)
        first = spoken.post("/topics").json()["topics"]
        asked = len(chat.asked)
        again = spoken.post("/topics").json()["topics"]
        assert len(chat.asked) == asked
    assert [(one["name"], one["named_by"]) for one in again] == [
        (one["name"], one["named_by"]) for one in first
    ]
    assert [one["name"] for one in first if one["named_by"] == "small"] == ["帐篷"]
    assert "没人说过" not in {one["name"] for one in first}


def test_an_accepted_topic_is_an_aspect_at_once(spoken: TestClient, app: Installation) -> None:
    topics = spoken.post("/topics").json()["topics"]
    chosen = next(each for each in topics if "帐篷" in " ".join(each["words"]))
    accepted = spoken.post(f"/topics/{chosen['id']}/accept", json={"zh": "露营用车", "en": "Camping"})
    assert accepted.json()["aspect"] == "automotive.camping"
    app.taxonomies.current()
    tried = spoken.post("/analyse", json={"texts": ["露营地的帐篷很大"], "taxonomy": "automotive"}).json()
    assert "automotive.camping" in [each["aspect"] for each in tried["results"][0]["opinions"]]
    kept = spoken.get("/topics", params={"state": "accepted"}).json()["topics"]
    assert [(each["id"], each["aspect"]) for each in kept] == [(chosen["id"], "automotive.camping")]
    assert spoken.post(f"/topics/{chosen['id']}/accept", json={}).status_code == 422


def test_a_topic_is_renamed_and_set_aside(spoken: TestClient) -> None:
    chosen = spoken.post("/topics").json()["topics"][0]
    named = spoken.patch(f"/topics/{chosen['id']}", json={"name": "闲聊"}).json()
    assert named["name"] == "闲聊"
    assert spoken.patch(f"/topics/{chosen['id']}", json={"state": "dismissed"}).json()["state"] == "dismissed"
    assert "闲聊" not in [each["name"] for each in spoken.post("/topics").json()["topics"]]
    assert [e["name"] for e in spoken.get("/topics", params={"state": "dismissed"}).json()["topics"]] == [
        "闲聊"
    ]
    assert spoken.patch("/topics/999", json={"name": "x"}).status_code == 404
    assert spoken.get("/topics", params={"taxonomy": "nowhere"}).status_code == 422
