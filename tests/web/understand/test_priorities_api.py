"""Stories, priorities and drivers over HTTP."""

from __future__ import annotations

from starlette.testclient import TestClient

ALL = {"from": "2000-01-01", "to": "2026-11-22"}


def test_a_story_is_checked_against_the_group_and_not_kept(filled: TestClient) -> None:
    before = filled.get("/health").json()["ledger"]["feedback"]
    answer = filled.post("/anecdotes/check", params=ALL, json={"text": "车里异味太重了"}).json()
    issue = answer["issues"][0]
    assert issue["fact"]["aspect"] == "automotive.comfort.odour"
    assert issue["fact"]["negative_customers"]["count"] == 20
    assert issue["verdict"]["text_zh"] == answer["summary"]["text_zh"]
    assert filled.get("/health").json()["ledger"]["feedback"] == before


def test_an_empty_story_is_refused(filled: TestClient) -> None:
    assert filled.post("/anecdotes/check", json={"text": ""}).status_code == 422


def test_priorities_carry_their_formula_and_their_certainty(filled: TestClient) -> None:
    answer = filled.get("/priorities", params=ALL | {"severity_weight": 0.5}).json()
    assert [each["rank"] for each in answer["ranking"]] == list(range(1, len(answer["ranking"]) + 1))
    assert all(0 <= each["p_top"] <= 1 for each in answer["ranking"])
    assert "0.5" in answer["formula"]["zh"]


def test_drivers_explain_the_rating(filled: TestClient) -> None:
    answer = filled.get("/drivers", params=ALL).json()
    assert answer["outcome"] == "rating"
    assert answer["drivers"]
    assert answer["r_squared"]["value"] > 0.5


def test_drivers_with_an_aspect_filter_are_refused(filled: TestClient) -> None:
    answer = filled.get("/drivers", params={"aspect": "automotive.fuel"})
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "aspect")


def test_strangers_learn_nothing(stranger: TestClient) -> None:
    assert stranger.get("/priorities").status_code == 401
    assert stranger.get("/drivers").status_code == 401
    assert stranger.post("/anecdotes/check", json={"text": "异味"}).status_code == 401
