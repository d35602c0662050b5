"""Suggestions over HTTP: asked for, shown beside the machine's answer, agreed to or refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.analyse.language_model.chat_server import chat_server

from huiyin.analyse.language_model import LanguageModel
from huiyin.analyse.second_opinions import UnsureOpinion, Verdict, keep_verdicts
from huiyin.bootstrap import Installation


def _say(client: TestClient, app: Installation) -> list[dict[str, Any]]:
    texts = ("车机经常卡顿，要重启", "座椅很舒服")
    items = [
        {"external_id": str(n), "text": text, "occurred_at": app.clock().isoformat()}
        for n, text in enumerate(texts)
    ]
    body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": items}
    assert client.post("/feedback", json=body).status_code == 200
    app.projector.catch_up()
    found: list[dict[str, Any]] = client.get("/verbatims").json()["items"]
    return found


def _suggest(client: TestClient, app: Installation) -> dict[str, Any]:
    """Keep a suggestion about the first opinion of the first voice."""
    voice = next(one for one in _say(client, app) if one["opinions"])
    first = voice["opinions"][0]
    unsure = UnsureOpinion(
        voice["id"], "automotive", first["aspect"], first["start"], first["end"], first["sentiment"], 0.3, "k"
    )
    verdict = Verdict(first["aspect"], 0, first["start"], first["end"])
    with app.ledger.write() as connection:
        keep_verdicts(connection, [(unsure, verdict)], model="small", now=app.clock())
    app.projector.catch_up()
    return voice


def test_the_language_model_is_off_by_default(client: TestClient) -> None:
    report = client.get("/language-model").json()
    assert (report["on"], report["hard_cases"], report["names_topics"]) == (False, 0, False)
    assert report["agreed"]["verdict"] == "insufficient"
    answer = client.post("/suggestions", json={"most": 3})
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "language_model_off")


def test_a_suggestion_is_shown_and_agreed_to(client: TestClient, app: Installation) -> None:
    voice = _suggest(client, app)
    page = client.get("/suggestions").json()
    (one,) = page["items"]
    assert (page["total"], one["feedback_id"], one["suggested"]["sentiment"]) == (1, voice["id"], 0)
    assert one["machine"]["sentiment"] == voice["opinions"][0]["sentiment"]
    told = client.get(f"/feedback/{voice['id']}").json()["opinions"][0]
    assert (told["judged_by"], told["sentiment"]) == ("small", 0)
    kept = client.patch(f"/suggestions/{one['id']}", json={"state": "accepted"}).json()
    assert (kept["state"], kept["decided_by"]) == ("accepted", "boss")
    report = client.get("/language-model").json()
    assert (report["open"], report["accepted"]) == (0, 1)


def test_an_unknown_suggestion_is_told(client: TestClient) -> None:
    answer = client.patch("/suggestions/9", json={"state": "rejected"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "second_opinion_not_found")


def test_asking_now_counts_what_is_believed(client: TestClient, app: Installation) -> None:
    _say(client, app)
    web = client.app
    assert isinstance(web, FastAPI)
    with chat_server(lambda _: json.dumps({"answers": []})) as chat:
        web.state.installation = replace(app, language_model=LanguageModel(chat.address, "small"))
        asked = client.post("/suggestions", json={"most": 3}).json()
        report = client.get("/language-model").json()
    assert asked["believed"] == 0
    assert asked["asked"] == report["dropped"] == report["judged_today"]


def test_suggestions_are_no_labels_of_people(client: TestClient, app: Installation) -> None:
    _suggest(client, app)
    drawn = client.post("/audits?taxonomy=automotive", json={"customers": 10}).json()
    (one,) = client.get("/suggestions").json()["items"]
    client.patch(f"/suggestions/{one['id']}", json={"state": "accepted"})
    assert client.get(f"/audits/{drawn['id']}").json()["labelled"] == 0
