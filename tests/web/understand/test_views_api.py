"""Saved views, files and pictures over HTTP."""

from __future__ import annotations

from io import BytesIO

import polars as pl
import pytest
from starlette.testclient import TestClient
from tests.serving import api_of

from huiyin.bootstrap import Installation

ALL = {"from": "2000-01-01", "to": "2026-11-22"}
VIEW = {
    "name": "投诉按渠道",
    "page": "/understand/explore",
    "query": "rows=aspect2&columns=channel&type=complaint",
}
BARS = {
    "xAxis": {"type": "value"},
    "yAxis": {"type": "category", "data": ["异味"]},
    "series": [{"type": "bar", "data": [3]}],
}


@pytest.fixture
def colleague(reader: TestClient, app: Installation) -> TestClient:
    """A second person, signed in, who may not manage accounts."""
    body = {"username": "wang", "display_name": "王分析", "role": "analyst", "password": "another horse 9"}
    assert reader.post("/users", json=body).status_code in (200, 201)
    headers = {"X-Huiyin-CSRF": "1"}
    client = TestClient(api_of(app), base_url="http://testserver/api/v1", headers=headers)
    credentials = {"username": "wang", "password": "another horse 9"}
    assert client.post("/auth/login", json=credentials).status_code == 200
    return client


def test_a_view_is_kept_renamed_and_forgotten(reader: TestClient) -> None:
    kept = reader.post("/views", json=VIEW).json()
    assert (kept["mine"], kept["shared"], kept["owner"]) == (True, False, "老板")
    renamed = reader.patch(f"/views/{kept['id']}", json={"name": "  投诉 × 渠道 "}).json()
    assert (renamed["name"], renamed["query"]) == ("投诉 × 渠道", VIEW["query"])
    assert [each["name"] for each in reader.get("/views").json()] == ["投诉 × 渠道"]
    assert reader.delete(f"/views/{kept['id']}").status_code == 204
    assert reader.get("/views").json() == []


def test_only_shared_views_are_seen_by_others_and_only_owners_change_them(
    reader: TestClient, colleague: TestClient
) -> None:
    kept = reader.post("/views", json=VIEW).json()
    assert colleague.get("/views").json() == []
    assert colleague.patch(f"/views/{kept['id']}", json={"name": "我的"}).status_code == 404
    reader.patch(f"/views/{kept['id']}", json={"shared": True})
    seen = colleague.get("/views").json()[0]
    assert (seen["mine"], seen["owner"]) == (False, "老板")
    refused = colleague.delete(f"/views/{kept['id']}")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "not_your_view")
    own = colleague.post("/views", json=VIEW | {"shared": True})
    assert own.status_code == 201
    assert reader.delete(f"/views/{own.json()['id']}").status_code == 204


def test_a_name_is_taken_once_and_a_page_is_ours(reader: TestClient) -> None:
    assert reader.post("/views", json=VIEW).status_code == 201
    twice = reader.post("/views", json=VIEW)
    assert (twice.status_code, twice.json()["error"]["code"]) == (409, "view_name_taken")
    for page in ("https://elsewhere.example", "//elsewhere.example", "/a?b=1"):
        wrong = reader.post("/views", json=VIEW | {"name": page, "page": page})
        assert (wrong.status_code, wrong.json()["error"]["field"]) == (422, "page")
    assert reader.post("/views", json=VIEW | {"name": "  "}).status_code == 422


def test_the_facts_file_says_what_the_table_says(filled: TestClient) -> None:
    facts = filled.get("/facts", params=ALL | {"sort": "negative_customers"}).json()["facts"]
    table = pl.read_csv(BytesIO(filled.get("/facts/file", params=ALL).content))
    assert table["维度编号"].to_list() == [fact["aspect"] for fact in facts]
    assert table["不满客户"].to_list() == [fact["negative_customers"]["count"] for fact in facts]
    english = pl.read_csv(BytesIO(filled.get("/facts/file", params=ALL | {"lang": "en"}).content))
    assert {"aspect", "negative_low", "negative_high", "trend_q"} <= set(english.columns)


def test_the_voices_are_saved_whole_and_run_nothing(filled: TestClient) -> None:
    item = {"external_id": "f", "text": "=1+1 空调有异味", "occurred_at": "2026-10-01T00:00:00Z"}
    body = {"source": "文件", "channel": "review", "taxonomy": "automotive", "items": [item]}
    filled.post("/feedback", json=body)
    filled.app.state.installation.projector.catch_up()  # type: ignore[attr-defined]
    answer = filled.get("/verbatims/file", params=ALL)
    table = pl.read_csv(BytesIO(answer.content))
    assert answer.headers["X-Huiyin-Total"] == "161" == str(table.height)
    assert "'=1+1 空调有异味" in table["原文"].to_list()
    assert filled.get("/verbatims/file", params=ALL | {"kind": "xlsx"}).content.startswith(b"PK")
    assert filled.get("/verbatims/file", params=ALL | {"kind": "png"}).status_code == 422


@pytest.mark.parametrize("path", ["/facts/file", "/explore/file"])
def test_a_table_becomes_a_picture(filled: TestClient, path: str) -> None:
    answer = filled.get(path, params=ALL | {"kind": "png"})
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


def test_a_chart_of_the_page_becomes_a_picture(reader: TestClient) -> None:
    answer = reader.post("/charts/picture", json={"option": BARS, "title": "频率", "note": "九十天"})
    assert answer.content.startswith(b"\x89PNG")


def test_a_picture_loads_nothing_and_costs_little(reader: TestClient) -> None:
    series = {"type": "scatter", "symbol": "image:///etc/hostname", "symbolSize": 9, "data": [[1, 0]]}
    sneaky = reader.post("/charts/picture", json={"option": BARS | {"series": [series]}})
    assert (sneaky.status_code, sneaky.json()["error"]["field"]) == (422, "option")
    huge = BARS | {"series": [{"type": "bar", "data": list(range(30_000))}]}
    assert reader.post("/charts/picture", json={"option": huge}).status_code == 422


def test_strangers_keep_and_draw_nothing(stranger: TestClient) -> None:
    assert stranger.get("/views").status_code == 401
    assert stranger.post("/charts/picture", json={"option": BARS}).status_code == 401
