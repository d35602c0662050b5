"""Watching a launch over HTTP: declare, report at an hour, compare, close."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from huiyin.bootstrap import Installation

NEW, OLD = "远山 R2", "远山 R1"


@pytest.fixture
def world(client: TestClient, app: Installation) -> TestClient:
    """A launch two days ago: twelve users who praise the range, twelve onlookers, promotion; the old car's owners complain."""
    start = app.clock() - timedelta(hours=48)
    rows: list[tuple[str, str, timedelta]] = []
    for each, who in enumerate(
        ["老婆", "孩子", "爸妈", "同事", "邻居", "朋友", "室友", "丈人", "表哥", "师傅", "客户", "自己"]
    ):
        rows.append((NEW, f"提车一周，带{who}跑高速，续航很真实", timedelta(hours=20 + each)))
        rows.append((NEW, f"发布会看完了，和{who}坐等到店看看", timedelta(hours=1 + each / 10)))
        rows.append((OLD, f"开了两年，{who}都说续航虚标严重", timedelta(days=-20 - each)))
    rows += [(NEW, "【重磅】限时补贴，私信领取底价", timedelta(hours=2))] * 3
    items = [
        {"external_id": f"v{place}", "author": f"某人{place}", "product": product, "text": text, "occurred_at": (start + after).isoformat()}
        for place, (product, text, after) in enumerate(rows)
    ]  # fmt: skip
    body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": items}
    assert client.post("/feedback", json=body).json()["accepted"] == len(rows)
    app.projector.catch_up()
    return client


def _declare(client: TestClient, app: Installation, **fields: Any) -> Any:
    start = (app.clock() - timedelta(hours=48)).isoformat()
    body = {"name": "R2 上市", "product": NEW, "rivals": [OLD], "starts_at": start} | fields
    return client.post("/launches", json=body)


def test_first_users_are_told_from_onlookers_and_promotion(world: TestClient, app: Installation) -> None:
    event = _declare(world, app).json()
    report = world.get(f"/launches/{event['id']}").json()
    assert report["people"] == {"user": 12, "onlooker": 12, "promotion": 3, "duplicate": 0}
    assert report["net"]["value"] == 1.0
    assert report["hours"] == 48


def test_the_same_aspects_are_compared_by_the_same_rule(world: TestClient, app: Installation) -> None:
    event = _declare(world, app).json()
    rivalry = world.get(f"/launches/{event['id']}").json()["rivalries"][0]
    assert (rivalry["rival"], rivalry["people"]) == (OLD, 12)
    battery = next(each for each in rivalry["aspects"] if "续航" in each["zh"])
    assert (battery["side"], battery["net"]["n"], battery["rival"]["n"]) == ("better", 12, 12)


def test_an_earlier_hour_knows_only_what_was_said_by_then(world: TestClient, app: Installation) -> None:
    event = _declare(world, app).json()
    early = world.get(f"/launches/{event['id']}", params={"hours": 6}).json()
    assert early["people"]["user"] == 0
    assert early["net"]["verdict"] == "insufficient"
    assert "证据不足" in early["summary"][1]["text_zh"]


def test_an_event_without_a_product_is_found_by_its_words(world: TestClient, app: Installation) -> None:
    event = _declare(world, app, name="发布会", product=None, terms=["发布会"], rivals=[]).json()
    assert world.get(f"/launches/{event['id']}").json()["people"]["onlooker"] == 12


def test_a_new_product_is_suggested_until_it_is_watched(world: TestClient, app: Installation) -> None:
    old = {
        "external_id": "old",
        "text": "开了很久，一直不错",
        "occurred_at": (app.clock() - timedelta(days=200)).isoformat(),
        "product": OLD,
    }
    world.post(
        "/feedback", json={"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": [old]}
    )
    app.projector.catch_up()
    assert [each["product"] for each in world.get("/launches").json()["suggestions"]] == [NEW]
    _declare(world, app)
    assert world.get("/launches").json()["suggestions"] == []


@pytest.mark.parametrize(("fields", "field"), [({"product": None}, "terms"), ({"name": " "}, "name")])
def test_a_watch_needs_a_name_and_something_to_find(
    world: TestClient, app: Installation, fields: dict[str, Any], field: str
) -> None:
    answer = _declare(world, app, **fields)
    assert answer.status_code == 422
    assert answer.json()["error"]["field"] == field


def test_the_same_name_is_watched_once_and_closing_ends_the_report(
    world: TestClient, app: Installation
) -> None:
    event = _declare(world, app).json()
    assert _declare(world, app).status_code == 409
    assert world.post(f"/launches/{event['id']}/close").json()["closed_at"]
    assert world.get(f"/launches/{event['id']}/file", params={"kind": "csv"}).status_code == 200
    assert world.get("/launches/99").status_code == 404


def test_the_report_is_a_page_a_paper_and_a_sheet(world: TestClient, app: Installation) -> None:
    event = _declare(world, app).json()
    page = world.get(f"/launches/{event['id']}/report", params={"format": "html"})
    assert "远山 R1" in page.text
    assert "更好" in page.text
    paper = world.get(f"/launches/{event['id']}/report", params={"format": "pdf"})
    assert paper.content.startswith(b"%PDF")
    sheet = world.get(f"/launches/{event['id']}/report", params={"format": "xlsx", "hours": 24})
    assert sheet.content.startswith(b"PK")
