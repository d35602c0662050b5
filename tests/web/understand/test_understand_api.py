"""The room over HTTP: figures with their windows, numbers that agree with each other, clear refusals."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

ALL = {"from": "2000-01-01", "to": "2026-11-22"}
ODOUR = "automotive.comfort.odour"
FIGURES = ["/overview", "/facts", f"/facts/{ODOUR}", "/verbatims"]


def ask(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(path, params=ALL | query)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("path", [*FIGURES, "/meta", "/feedback/1", "/live/recent"])
def test_strangers_see_nothing(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 401


@pytest.mark.parametrize("path", FIGURES)
def test_every_figure_says_its_window_and_its_age(filled: TestClient, path: str) -> None:
    answer = ask(filled, path)
    assert answer["window"] == {"from": "2026-09-01", "to": "2026-11-22"}
    assert answer["as_of"].endswith("Z")
    assert answer["projected_at"].endswith("Z")


@pytest.mark.parametrize("path", FIGURES)
def test_a_channel_that_is_none_is_refused_with_the_known_ones(filled: TestClient, path: str) -> None:
    refused = filled.get(path, params={"channel": "weibo"})
    error = refused.json()["error"]
    assert (refused.status_code, error["field"]) == (422, "channel")
    assert "social" in error["expected"]


@pytest.mark.parametrize("path", ["/overview", "/facts", "/verbatims", "/meta", "/live/recent"])
def test_an_empty_installation_answers(reader: TestClient, path: str) -> None:
    assert reader.get(path).status_code == 200


def test_without_days_the_last_ninety_are_meant(filled: TestClient) -> None:
    window = filled.get("/facts").json()["window"]
    assert window == {"from": "2026-09-01", "to": "2026-11-19"}


def test_the_first_page_has_all_its_parts(filled: TestClient) -> None:
    page = ask(filled, "/overview")
    assert [kpi["id"] for kpi in page["kpis"]] == ["voices", "customers", "negative_share", "nps", "rating"]
    assert page["kpis"][0]["estimate"]["value"] == 160
    assert page["headline"][0]["text_zh"]
    assert page["volume_chart"]["series"]
    assert page["top_issues"][0]["customers"]["count"] > 0
    assert {row["channel"] for row in page["channels"]} == {"review", "nps"}
    assert page["actions"] == {"open": 0, "overdue": 0}
    assert page["alerts"] == []


def test_facts_and_voices_agree(filled: TestClient) -> None:
    table = ask(filled, "/facts")
    assert table["base"] == {"customers": 80, "voices": 160}
    for fact in table["facts"]:
        voices = ask(filled, "/verbatims", aspect=fact["aspect"], limit=1)
        assert voices["total"] == fact["messages"]
        assert fact["customers"]["low"] <= fact["customers"]["value"] <= fact["customers"]["high"]


def test_links_of_facts_open_the_same_numbers(filled: TestClient) -> None:
    fact = next(f for f in ask(filled, "/facts")["facts"] if f["aspect"] == ODOUR)
    path = fact["link"].removeprefix("/understand")
    assert filled.get(path).json()["customers"] == fact["customers"]


def test_a_fact_opens_with_breakdowns_chart_and_voices(filled: TestClient) -> None:
    fact = ask(filled, f"/facts/{ODOUR}")
    assert (fact["zh"], fact["customers"]["count"]) == ("车内异味", 20)
    assert [row["id"] for row in fact["by_product"]] == ["A", "B"]
    assert fact["by_product"][0]["customers"]["n"] == 40
    assert fact["trend_table"]["rows"]
    assert len(fact["verbatims"]) == 5
    assert all(any(o["aspect"] == ODOUR for o in v["opinions"]) for v in fact["verbatims"])
    assert "Wilson" in fact["how"]["zh"]


def test_levels_fold_aspects_together(filled: TestClient) -> None:
    broad = {fact["aspect"] for fact in ask(filled, "/facts", level=1)["facts"]}
    assert "automotive.comfort" in broad
    assert all(aspect.count(".") == 1 for aspect in broad)


def test_filters_narrow_the_base(filled: TestClient) -> None:
    assert ask(filled, "/facts", product="A", channel="review")["base"] == {"customers": 40, "voices": 40}
    assert ask(filled, "/facts", product=["A", "B"])["base"]["customers"] == 80
    assert ask(filled, "/facts", segment="家庭", q="异味")["base"]["customers"] == 20


def test_spans_are_code_points_of_the_text(filled: TestClient) -> None:
    for voice in ask(filled, "/verbatims", limit=20)["items"]:
        for opinion in voice["opinions"]:
            assert 0 <= opinion["start"] < opinion["end"] <= len(voice["text"])
            assert voice["text"][opinion["term_start"] : opinion["term_end"]] == opinion["term"]


def test_pages_of_voices_follow_the_cursor(filled: TestClient) -> None:
    first = ask(filled, "/verbatims", limit=100)
    second = ask(filled, "/verbatims", limit=100, cursor=first["next"])
    ids = [voice["id"] for voice in first["items"] + second["items"]]
    assert (len(ids), len(set(ids)), second["next"]) == (160, 160, None)


def test_one_voice_shows_its_customer(filled: TestClient) -> None:
    voice = filled.get("/feedback/1").json()
    assert voice["customer"] == {
        "id": voice["customer"]["id"],
        "external_id": "C0",
        "name": "客户0",
        "segment": "家庭",
        "region": None,
    }
    assert (voice["rating"], voice["rating_scale"]) == (3, 5)


def test_meta_offers_what_there_is(filled: TestClient) -> None:
    meta = filled.get("/meta").json()
    assert len(meta["channels"]) == 8
    assert (meta["products"], meta["segments"]) == (["A", "B"], ["家庭", "年轻"])
    assert {source["name"]: source["voices"] for source in meta["sources"]} == {"review 源": 80, "nps 源": 80}
    assert meta["default_window"] == {"from": "2026-09-01", "to": "2026-11-19"}
    assert any(node["id"] == ODOUR for taxonomy in meta["taxonomies"] for node in taxonomy["nodes"])


def test_charts_speak_english_when_asked(filled: TestClient) -> None:
    assert ask(filled, "/overview", lang="en")["volume_table"]["columns"][0] == "Week"


@pytest.mark.parametrize(
    ("path", "query", "status", "field"),
    [
        ("/facts", {"from": "2026-12-01", "to": "2026-01-01"}, 422, "to"),
        ("/facts", {"sentiment": "5"}, 422, "sentiment"),
        ("/facts", {"from": "yesterday"}, 422, None),
        ("/facts", {"level": "9"}, 422, None),
        ("/verbatims", {"cursor": "zzz"}, 422, "cursor"),
        ("/verbatims", {"limit": "100000"}, 422, None),
        ("/facts/no.such", {}, 404, None),
        ("/feedback/999", {}, 404, None),
    ],
)
def test_wrong_questions_are_refused_clearly(
    filled: TestClient, path: str, query: dict[str, str], status: int, field: str | None
) -> None:
    answer = filled.get(path, params=query)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["code"]
    assert error["message"]
    if field:
        assert error["field"] == field


def test_the_schema_is_typed_for_the_client(reader: TestClient) -> None:
    paths = reader.get("/openapi.json").json()["paths"]
    for path in ("/overview", "/facts", "/facts/{aspect}", "/verbatims", "/feedback/{feedback_id}", "/meta"):
        content = paths[f"/api/v1{path}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert "$ref" in content
