"""Summaries over HTTP: off by default, and with a server that speaks the protocol."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.analyse.language_model.chat_server import chat_server, points

from huiyin.analyse.language_model import LanguageModel
from huiyin.bootstrap import Installation


def _say(reader: TestClient, app: Installation) -> None:
    texts = ("车机经常卡顿，要重启", "座椅很舒服", "车机太卡了，联系 13812345678")
    items = [
        {"external_id": str(n), "text": text, "occurred_at": app.clock().isoformat()}
        for n, text in enumerate(texts)
    ]
    body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": items}
    assert reader.post("/feedback", json=body).status_code == 200
    app.projector.catch_up()


def test_without_a_language_model_there_is_no_summary(reader: TestClient) -> None:
    assert reader.get("/meta").json()["summaries"] is False
    answer = reader.get("/verbatims/summary")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "language_model_off"


def test_voices_are_summed_up_with_quotes_that_lead_to_them(reader: TestClient, app: Installation) -> None:
    _say(reader, app)

    def answer(asked: dict[str, Any]) -> str:
        lines = asked["messages"][1]["content"]
        key = int(re.search(r"^(\d+)\t车机太卡了", lines, re.MULTILINE)[1])  # type: ignore[index]
        return points(("车机卡顿", [(key, "车机太卡了")]))

    web = reader.app
    assert isinstance(web, FastAPI)
    with chat_server(answer) as chat:
        web.state.installation = replace(app, language_model=LanguageModel(chat.address, "small"))
        assert reader.get("/meta").json()["summaries"] is True
        found = reader.get("/verbatims/summary").json()
        assert "13812345678" not in json.dumps(chat.asked, ensure_ascii=False)
    quote = found["points"][0]["quotes"][0]
    assert quote["quote"] in reader.get(f"/feedback/{quote['feedback_id']}").json()["text"]
    assert (found["voices"], found["total"], found["model"]) == (3, 3, "small")


def test_a_silent_language_model_is_told_as_such(reader: TestClient, app: Installation) -> None:
    _say(reader, app)
    web = reader.app
    assert isinstance(web, FastAPI)
    with chat_server(lambda _: 500) as chat:
        web.state.installation = replace(app, language_model=LanguageModel(chat.address, "small"))
        answer = reader.get("/verbatims/summary")
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "language_model_unavailable"
