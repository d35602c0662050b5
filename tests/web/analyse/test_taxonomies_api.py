"""A taxonomy edited over HTTP works at once, for new voices and for history."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from huiyin.bootstrap import Installation
from huiyin.worker.renewing import Renewing

SCENT = "automotive.comfort.scent"
DRAFT = {
    "zh": "车载香薰",
    "en": "In-car scent",
    "parent": "automotive.comfort",
    "key": "scent",
    "seeds": ["香薰", "香氛"],
}


@pytest.fixture
def told(client: TestClient, app: Installation) -> TestClient:
    """Forty customers, every fourth of whom speaks of scent."""
    texts = ("香薰太浓，头晕", "油耗很低", "空间够大", "座椅舒服")
    items = [
        {
            "external_id": str(number),
            "occurred_at": f"2026-10-{number % 28 + 1:02d}T02:00:00Z",
            "text": texts[number % 4],
            "author": f"车主{number}",
        }
        for number in range(40)
    ]
    body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": items}
    assert client.post("/feedback", json=body).json()["accepted"] == 40
    app.projector.catch_up()
    return client


def _opinions(client: TestClient, app: Installation, text: str) -> list[str]:
    app.taxonomies.current()
    answer = client.post("/analyse", json={"texts": [text], "taxonomy": "automotive"}).json()
    return [opinion["aspect"] for opinion in answer["results"][0]["opinions"]]


def test_every_pack_is_listed_with_its_words(client: TestClient) -> None:
    listed = {each["name"]: each for each in client.get("/taxonomies").json()}
    assert {"automotive", "restaurant", "electronics", "app", "hotel", "retail"} <= set(listed)
    assert not listed["hotel"]["edited"]
    nodes = client.get("/taxonomies/hotel").json()["nodes"]
    bed = next(node for node in nodes if node["id"] == "hotel.room.bed")
    assert (bed["zh"], bed["more"], bed["learned"]) == ("床与睡眠", "good", [])
    assert "床垫" in bed["seeds"]
    assert client.get("/taxonomies/nowhere").status_code == 404


def test_a_preview_shows_what_would_be_caught_and_keeps_nothing(told: TestClient) -> None:
    seen = told.post("/taxonomies/automotive/preview", json={"draft": DRAFT}).json()
    assert (seen["count"], seen["customers"]["n"], seen["voices"]) == (10, 40, 40)
    assert seen["customers"]["low"] < 0.25 < seen["customers"]["high"]
    assert seen["shown"][0]["text"].startswith("香薰")
    assert sum(each["opinions"] for each in seen["taken_from"]) >= 10
    assert not told.get("/taxonomies/automotive").json()["edited"]


def test_an_added_aspect_works_at_once_and_history_follows(told: TestClient, app: Installation) -> None:
    saved = told.post("/taxonomies/automotive/aspects", json=DRAFT)
    assert (saved.status_code, saved.json()["aspect"]) == (201, SCENT)
    assert SCENT in _opinions(told, app, "这个香薰难闻")
    assert told.get("/renewal").json()["state"] == "waiting"
    Renewing(app, settled_s=0.0).step()
    assert told.get("/renewal").json()["state"] == "current"
    window = {"from": "2026-09-01", "to": "2026-11-22", "aspect": SCENT}
    facts = told.get("/facts", params=window | {"level": 2}).json()["facts"]
    assert [fact["customers"]["count"] for fact in facts if fact["aspect"] == SCENT] == [10]
    assert facts[0]["path_zh"][-1] == "车载香薰"


def test_examples_alone_teach_an_aspect(told: TestClient, app: Installation) -> None:
    voices = told.get("/verbatims", params={"from": "2026-09-01", "to": "2026-11-22", "q": "香薰"}).json()
    examples = [{"feedback_id": voice["id"], "start": 0, "end": 4} for voice in voices["items"]]
    examples += [{"text": "香薰片没用多久"}, {"text": "原车香薰很高级", "holds": True}]
    body = {**DRAFT, "seeds": [], "examples": examples}
    seen = told.post("/taxonomies/automotive/preview", json={"draft": body}).json()
    assert seen["learned"] == ["香薰"]
    assert told.post("/taxonomies/automotive/aspects", json=body).status_code == 201
    assert SCENT in _opinions(told, app, "香薰该换了")
    node = next(n for n in told.get("/taxonomies/automotive").json()["nodes"] if n["id"] == SCENT)
    assert node["learned"] == ["香薰"]
    assert {each["text"] for each in node["examples"]} == {"香薰太浓", "香薰片没用多久", "原车香薰很高级"}


def test_renaming_retiring_and_putting_back(told: TestClient, app: Installation) -> None:
    told.post("/taxonomies/automotive/aspects", json=DRAFT)
    path = f"/taxonomies/automotive/aspects/{SCENT}"
    assert told.patch(path, json={"zh": "香氛"}).status_code == 200
    assert told.delete(path).json()["moved"]["香薰"] == "automotive.comfort"
    assert SCENT not in _opinions(told, app, "香薰难闻")
    versions = told.get("/taxonomies/automotive/versions").json()
    assert [each["change"]["kind"] for each in versions] == ["retired", "changed", "added", "packaged"]
    assert [each["version"] for each in versions][:3] == ["1.2+3", "1.2+2", "1.2+1"]
    named = versions[1]["id"]
    assert told.post("/taxonomies/automotive/restore", json={"version_id": named}).status_code == 200
    assert SCENT in _opinions(told, app, "香薰难闻")
    assert told.post("/taxonomies/automotive/restore", json={"version_id": 0}).status_code == 200
    assert SCENT not in _opinions(told, app, "香薰难闻")
    assert told.post("/taxonomies/automotive/restore", json={"version_id": 999}).status_code == 404


def test_an_export_can_be_imported_under_another_name(told: TestClient, app: Installation) -> None:
    told.post("/taxonomies/automotive/aspects", json={**DRAFT, "examples": [{"text": "香薰好闻"}]})
    document = told.get("/taxonomies/automotive/document").text
    assert "车载香薰" in document
    mine = document.replace("name: automotive", "name: fleet").replace("automotive.", "fleet.")
    saved = told.post("/taxonomies", json={"document": mine})
    assert saved.status_code == 201, saved.text
    assert "fleet" in app.taxonomies.current()
    item = {"external_id": "f1", "occurred_at": "2026-10-01T00:00:00Z", "text": "香薰难闻", "author": "车队"}
    body = {"source": "车队", "channel": "service", "taxonomy": "fleet", "items": [item]}
    assert told.post("/feedback", json=body).json()["accepted"] == 1
    app.projector.catch_up()
    found = app.facts.query("SELECT aspect FROM opinion WHERE taxonomy = 'fleet'")
    assert "fleet.comfort.scent" in found["aspect"].to_list()


@pytest.mark.parametrize(
    ("change", "status", "field"),
    [
        ({"seeds": ["不"]}, 422, "seeds"),
        ({"more": "very"}, 422, "more"),
        ({"parent": "automotive.nowhere"}, 404, None),
        ({"examples": [{"start": 1}]}, 422, "examples"),
        ({"key": "odour"}, 409, None),
    ],
)
def test_wrong_aspects_are_refused_with_their_field(
    client: TestClient, change: dict[str, object], status: int, field: str | None
) -> None:
    answer = client.post("/taxonomies/automotive/aspects", json=DRAFT | change)
    assert (answer.status_code, answer.json()["error"].get("field")) == (status, field)


def test_strangers_edit_nothing(client: TestClient) -> None:
    client.headers.pop("Authorization")
    assert client.get("/taxonomies").status_code == 401
