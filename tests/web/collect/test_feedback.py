"""Pushing feedback over HTTP."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from huiyin.bootstrap import Installation

BODY = {
    "source": "商城评论",
    "channel": "review",
    "taxonomy": "automotive",
    "items": [
        {
            "external_id": "r1",
            "text": "空调有异味。空间很大，后排舒服",
            "rating": 3,
            "occurred_at": "2026-11-20 10:00",
            "customer": {"external_id": "M1", "name": "李雷", "segment": "增换购", "region": "华东"},
            "product": "澄野 S7",
        }
    ],
}


def test_pushed_voice_becomes_a_fact_with_its_customer(client: TestClient, app: Installation) -> None:
    answer = client.post("/feedback", json=BODY)
    assert (answer.status_code, answer.json()) == (200, {"accepted": 1, "duplicates": 0, "rejected": []})
    assert app.projector.catch_up() == 1
    found = client.get("/verbatims").json()["items"][0]
    assert found["customer"]["segment"] == "增换购"
    assert {opinion["sentiment"] for opinion in found["opinions"]} >= {-1, 1}


def test_partly_bad_batch_answers_207_and_names_the_row(client: TestClient) -> None:
    body = BODY | {"items": [*BODY["items"], {"external_id": "r2", "text": "x", "rating": 9}]}  # type: ignore[misc]
    answer = client.post("/feedback", json=body)
    assert answer.status_code == 207
    assert answer.json()["rejected"] == [
        {"row": 1, "field": "rating", "reason": "rating 9 is outside 0–5", "expected": "a number from 0 to 5, or another rating_scale"}
    ]  # fmt: skip


def test_repeated_batch_adds_nothing(client: TestClient) -> None:
    headers = {"Idempotency-Key": "one"}
    first = client.post("/feedback", json=BODY, headers=headers).json()
    assert client.post("/feedback", json=BODY, headers=headers).json() == first
    assert client.post("/feedback", json=BODY).json()["duplicates"] == 1
    assert client.get("/health").json()["ledger"]["feedback"] == 1


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"channel": "pigeon"}, 422, "invalid_input"),
        ({"source": " "}, 422, "invalid_input"),
        ({"items": "x"}, 422, "invalid_input"),
        ({"taxonomy": "no such"}, 422, "invalid_input"),
    ],
)
def test_wrong_batch_is_refused_whole(
    changed: dict[str, object], status: int, code: str, client: TestClient
) -> None:
    answer = client.post("/feedback", json=BODY | changed)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"]["field"]


def test_nobody_may_push_without_signing_in(client: TestClient) -> None:
    answer = client.post("/feedback", json=BODY, headers={"Authorization": ""})
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "not_signed_in")


def test_text_can_be_tried_without_being_kept(client: TestClient) -> None:
    answer = client.post(
        "/analyse", json={"texts": ["座椅很舒服，就是车机卡"], "taxonomy": "automotive"}
    ).json()
    assert {opinion["sentiment"] for opinion in answer["results"][0]["opinions"]} >= {-1, 1}
    assert client.get("/health").json()["ledger"]["feedback"] == 0
