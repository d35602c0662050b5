"""A survey from draft to results, over HTTP."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.serving import api_of

from huiyin.bootstrap import Installation

NPS = {
    "title": "回访 <b>",
    "elements": [
        {"type": "rating", "name": "score", "title": "有多大可能推荐？", "metric": "nps", "isRequired": True},
        {"type": "comment", "name": "why", "title": "原因？</script><script>alert(1)</script>"},
    ],
}


def opened(client: TestClient, definition: dict[str, Any] = NPS, **options: Any) -> dict[str, Any]:
    body = {"definition": definition, "taxonomy": "automotive"} | options
    survey_id = client.post("/surveys", json=body).json()["id"]
    found: dict[str, Any] = client.patch(f"/surveys/{survey_id}", json={"state": "open"}).json()
    return found


def answer(client: TestClient, slug: str, answers: dict[str, Any], key: str = "k" * 20, **more: Any) -> Any:
    body = {"answers": answers, "key": key, "complete": True} | more
    return client.post(f"/public/surveys/{slug}/answers", json=body)


@pytest.fixture
def visitor(app: Installation) -> TestClient:
    """A respondent: no account."""
    return TestClient(api_of(app), base_url="http://testserver/api/v1")


def test_complete_answer_becomes_an_nps_voice_with_opinions(
    client: TestClient, visitor: TestClient, app: Installation
) -> None:
    survey = opened(client)
    assert answer(visitor, survey["slug"], {"score": 3, "why": "空调有异味"}).json()["state"] == "complete"
    app.projector.catch_up()
    voice = client.get("/verbatims").json()["items"][0]
    assert (voice["channel"], voice["text"]) == ("nps", "空调有异味")
    assert voice["opinions"][0]["sentiment"] == -1


def test_partial_answers_are_kept_and_then_completed_once(
    client: TestClient, visitor: TestClient, app: Installation
) -> None:
    survey = opened(client)
    assert answer(visitor, survey["slug"], {"score": 9}, complete=False).json()["state"] == "partial"
    assert client.get(f"/surveys/{survey['id']}").json()["partial"] == 1
    for why in ("好", "改主意了"):
        receipt = answer(visitor, survey["slug"], {"score": 9, "why": why}).json()
        assert receipt == {"state": "complete", "answers": {"score": 9, "why": "好"}}
    found = client.get(f"/surveys/{survey['id']}").json()
    assert (found["partial"], found["complete"]) == (0, 1)
    assert client.get("/health").json()["ledger"]["feedback"] == 1


def test_personal_link_carries_the_customer_and_nobody_is_asked_twice(
    client: TestClient, visitor: TestClient, app: Installation
) -> None:
    survey, second = opened(client), opened(client)
    people = {"people": [{"person": "M1", "name": "李雷", "segment": "增换购"}, {"person": "M2"}]}
    invited = client.post(f"/surveys/{survey['id']}/invitations", json=people).json()
    token = invited[0]["url"].split("?t=")[1]
    answer(visitor, survey["slug"], {"score": 10, "why": "空间大"}, key="", token=token)
    app.projector.catch_up()
    assert client.get("/verbatims").json()["items"][0]["customer"]["segment"] == "增换购"
    again = client.post(f"/surveys/{second['id']}/invitations", json=people).json()
    assert [one["reason"] for one in again] == ["invited elsewhere within 30 days"] * 2
    rates = client.get(f"/surveys/{survey['id']}/results").json()["fieldwork"]
    assert (rates["invited"], rates["rr1"]["value"], rates["rr1"]["n"]) == (2, 0.5, 2)
    assert answer(visitor, survey["slug"], {"score": 1}, token="made up").status_code == 404


def test_scores_have_their_intervals(client: TestClient, visitor: TestClient) -> None:
    survey = opened(client)
    for place, score in enumerate([10] * 15 + [8] * 10 + [2] * 5):
        assert (
            answer(visitor, survey["slug"], {"score": score}, key=f"respondent-{place:08}").status_code == 200
        )
    question = client.get(f"/surveys/{survey['id']}/results").json()["questions"][0]
    assert (round(question["score"]["value"], 2), question["score"]["n"]) == (33.33, 30)
    assert question["score"]["low"] < 33.33 < question["score"]["high"]
    assert question["options"][10]["count"] == 15


def test_quota_and_closing_end_the_survey(client: TestClient, visitor: TestClient) -> None:
    survey = opened(client, quota=1)
    assert answer(visitor, survey["slug"], {"score": 9}).status_code == 200
    late = answer(visitor, survey["slug"], {"score": 9}, key="z" * 20)
    assert (late.status_code, late.json()["error"]["code"]) == (409, "survey_closed")


def test_draft_is_hidden_and_an_open_survey_is_not_edited(client: TestClient, visitor: TestClient) -> None:
    survey_id = client.post("/surveys", json={"definition": NPS}).json()["id"]
    slug = client.get(f"/surveys/{survey_id}").json()["slug"]
    assert visitor.get(f"http://testserver/s/{slug}").status_code == 404
    client.patch(f"/surveys/{survey_id}", json={"state": "open"})
    assert client.patch(f"/surveys/{survey_id}", json={"definition": NPS}).status_code == 409


def test_page_shows_the_questions_and_escapes_what_people_wrote(
    client: TestClient, visitor: TestClient
) -> None:
    survey = opened(client)
    page = visitor.get(f"http://testserver/s/{survey['slug']}?score=9")
    assert page.status_code == 200
    assert "alert(1)</script>" not in page.text
    assert "<b>" not in page.text
    assert 'value="9" checked' in page.text
    assert len(page.content) < 14_000


def test_anonymous_survey_makes_no_personal_links(client: TestClient) -> None:
    survey = opened(client, anonymous=True)
    refused = client.post(f"/surveys/{survey['id']}/invitations", json={"people": [{"person": "M1"}]})
    assert (refused.status_code, refused.json()["error"]["field"]) == (422, "anonymous")


def test_making_surveys_needs_an_account_and_answering_does_not(visitor: TestClient) -> None:
    assert visitor.post("/surveys", json={"definition": NPS}).status_code == 401
    assert visitor.get("/surveys").status_code == 401


def test_plan_qr_and_templates(client: TestClient) -> None:
    survey = opened(client)
    assert client.get("/surveys/plan?margin=0.05&population=1000&response_rate=0.5").json() == {
        "answers": 278,
        "invitations": 556,
    }
    assert client.get("/surveys/plan?margin=0").status_code == 422
    assert b"<svg" in client.get(f"/surveys/{survey['id']}/qr.svg").content
    assert [template["id"] for template in client.get("/surveys/templates").json()] == [
        "nps",
        "csat",
        "ces",
        "open",
        "matrix",
        "kano",
        "maxdiff",
    ]


def test_many_respondents_at_once_lose_no_answer(client: TestClient, visitor: TestClient) -> None:
    survey = opened(client)

    def respond(place: int) -> int:
        key = f"respondent-{place:08}"
        answer(visitor, survey["slug"], {"score": place % 11}, key=key, complete=False)
        return int(
            answer(
                visitor, survey["slug"], {"score": place % 11, "why": f"原因 {place}"}, key=key
            ).status_code
        )

    with ThreadPoolExecutor(16) as pool:
        codes = list(pool.map(respond, range(60)))
    assert set(codes) == {200}
    assert client.get(f"/surveys/{survey['id']}").json()["complete"] == 60
    assert client.get("/health").json()["ledger"]["feedback"] == 60
