"""Signals over HTTP: found in the facts, told with their evidence, handled by people."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from huiyin.bootstrap import Installation
from huiyin.worker.signalling import Signalling

TEXTS = ("油耗很低，非常满意", "车机卡顿", "座椅舒服", "空间太小了")


@pytest.fixture
def watched(reader: TestClient, app: Installation) -> TestClient:
    """A hundred quiet days of twelve voices, and a burst about a smell from one batch in the last two."""
    items = [_item(app, day, number, TEXTS[(day + number) % 4]) for day in range(100) for number in range(12)]
    items += [
        _item(app, 0.1 + number / 15, 900 + number, "空调有异味，很难受", batch="B") for number in range(24)
    ]
    for start in range(0, len(items), 400):
        body = {
            "source": "论坛",
            "channel": "social",
            "taxonomy": "automotive",
            "items": items[start : start + 400],
        }
        assert reader.post("/feedback", json=body).status_code == 200
    app.projector.catch_up()
    work = Signalling(app)
    while work.step():
        pass
    return reader


def _item(
    app: Installation, days_ago: float, number: int, text: str, *, batch: str | None = None
) -> dict[str, Any]:
    at = app.clock() - timedelta(days=days_ago, minutes=5 + number)
    return {
        "external_id": f"{days_ago}-{number}",
        "text": text,
        "occurred_at": at.isoformat(),
        "product": "S7",
        "author": f"u{days_ago}-{number}",
        "metadata": {"vehicle": {"batch": batch or "ABCDE"[number % 5], "vin": f"V{number}"}},
    }


@pytest.fixture
def found(watched: TestClient) -> dict[str, Any]:
    items: list[dict[str, Any]] = watched.get("/signals").json()["items"]
    return next(item for item in items if (item["aspect"] or "").startswith("automotive.comfort"))


def test_a_burst_is_listed_with_its_band_and_its_cause(found: dict[str, Any]) -> None:
    assert found["observed"] > found["high"] >= found["expected"] >= found["low"]
    assert (found["state"], found["kind"]) == ("open", "complaints")
    assert (found["cause"]["dimension"], found["cause"]["value"]) == ("batch", "B")
    assert 0 < found["crisis"] <= 100


def test_the_detail_has_a_chart_and_the_voices(watched: TestClient, found: dict[str, Any]) -> None:
    detail = watched.get(f"/signals/{found['id']}").json()
    assert detail["chart"]["series"]
    assert {voice["text"] for voice in detail["verbatims"]} == {"空调有异味，很难受"}
    assert detail["who"]["channel"][0]["value"] == "social"
    assert len(detail["table"]["rows"]) == len(detail["signal"]["days"])


def test_its_link_opens_the_voices_it_counts(watched: TestClient, found: dict[str, Any]) -> None:
    query = found["link"].split("?", 1)[1]
    assert watched.get(f"/verbatims?{query}").json()["total"] == found["voices"]


def test_looking_again_repeats_nothing(watched: TestClient, app: Installation, found: dict[str, Any]) -> None:
    Signalling(app).step()
    items = watched.get("/signals").json()["items"]
    assert len([item for item in items if item["aspect"] == found["aspect"]]) == 1


def test_decisions_are_kept_and_judgements_make_precision(watched: TestClient, found: dict[str, Any]) -> None:
    path = f"/signals/{found['id']}"
    changed = watched.patch(path, json={"state": "acknowledged", "owner": "li", "useful": True}).json()
    assert (changed["state"], changed["owner"], changed["useful"]) == ("acknowledged", "li", True)
    assert watched.get("/signals").json()["precision"]["n"] == 1
    assert watched.patch(path, json={"useful": None}).json()["useful"] is None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"state": "snoozed"}, "snoozed_until"),
        ({"state": "merged"}, "merged_into"),
        ({"note": None}, "state"),
    ],
)
def test_half_a_decision_names_what_is_missing(
    watched: TestClient, found: dict[str, Any], body: dict[str, Any], field: str
) -> None:
    answer = watched.patch(f"/signals/{found['id']}", json=body)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, field)


def test_unknown_signals_and_strangers_are_refused(reader: TestClient, stranger: TestClient) -> None:
    assert reader.get("/signals/99").status_code == 404
    stranger.cookies.clear()
    assert stranger.get("/signals").status_code == 401
