"""Results, cross tables, weights, files, invitations and asking again over HTTP."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import insert, select
from starlette.testclient import TestClient
from tests.serving import api_of

from huiyin.bootstrap import Installation
from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_act import notification

DEFINITION = {
    "title": "分群",
    "elements": [
        {"type": "radiogroup", "name": "age", "title": "年龄？", "choices": ["young", "old"]},
        {"type": "rating", "name": "score", "title": "推荐？", "metric": "nps"},
        {"type": "kano", "name": "features", "title": "功能？", "items": ["a"]},
    ],
}


@pytest.fixture
def visitor(app: Installation) -> TestClient:
    """A respondent: no account."""
    return TestClient(api_of(app), base_url="http://testserver/api/v1")


@pytest.fixture
def answered(client: TestClient, visitor: TestClient) -> int:
    """A survey with twenty young and ten old respondents, and a partial response."""
    survey_id = client.post("/surveys", json={"definition": DEFINITION}).json()["id"]
    slug = client.patch(f"/surveys/{survey_id}", json={"state": "open"}).json()["slug"]
    for who in range(31):
        answers = {
            "age": "young" if who < 20 else "old",
            "score": 10 if who < 20 else 2,
            "features": {"a": [1, 5]},
        }
        body = {"answers": answers, "key": f"{who:020}", "complete": who < 30, "via": "qr", "language": "en"}
        assert visitor.post(f"/public/surveys/{slug}/answers", json=body).status_code == 200
    return int(survey_id)


def test_results_weights_and_ways(client: TestClient, answered: int) -> None:
    plain = client.get(f"/surveys/{answered}/results").json()
    assert plain["fieldwork"]["ways"] == {"qr": 31}
    assert plain["divisions"] == ["age", "score"]
    assert plain["questions"][2]["items"][0]["kano"]["leading"] == "O"
    margins = json.dumps({"age": {"young": 1, "old": 1}})
    found = client.get(f"/surveys/{answered}/results", params={"margins": margins}).json()
    assert found["weighting"]["design_effect"] == pytest.approx(1.125)
    assert found["questions"][1]["score"]["value"] == pytest.approx(0)
    assert found["questions"][1]["answered"] == 30
    for bad in ("{", "[]", '{"age": 1}', '{"age": {"young": "x"}}', '{"age": {"young": 1}}'):
        assert client.get(f"/surveys/{answered}/results", params={"margins": bad}).status_code == 422
    assert client.get(f"/surveys/{answered}/results", params={"partial": True}).json()["responses"] == 31


def test_crossing_tests_and_refuses(client: TestClient, answered: int) -> None:
    found = client.get(f"/surveys/{answered}/crossing", params={"by": "age"}).json()
    table = found["tables"][0]
    assert [group["n"] for group in found["groups"]] == [20, 10]
    assert table["test"]["q"] < 0.001
    assert [cell["direction"] for cell in table["rows"][2]["cells"]] == [1, -1]
    assert client.get(f"/surveys/{answered}/crossing", params={"by": "nothing"}).status_code == 422


@pytest.mark.parametrize(
    ("kind", "begins"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("sps", b"PK"), ("sav", b"$FL2")]
)
def test_files(client: TestClient, visitor: TestClient, answered: int, kind: str, begins: bytes) -> None:
    if kind == "sav":
        pytest.importorskip("pyreadstat", reason="needs pyreadstat (pip install 'huiyin[spss]')")
    reply = client.get(f"/surveys/{answered}/file", params={"kind": kind})
    assert reply.content.startswith(begins)
    assert visitor.get(f"/surveys/{answered}/file", params={"kind": kind}).status_code == 401


def test_preview_shows_a_draft_to_those_with_an_account_only(client: TestClient, visitor: TestClient) -> None:
    survey_id = client.post("/surveys", json={"definition": DEFINITION}).json()["id"]
    page = client.get(f"/surveys/{survey_id}/preview")
    assert "推荐？" in page.text
    assert "frame-ancestors 'self'" in page.headers["content-security-policy"]
    assert visitor.get(f"/surveys/{survey_id}/preview").status_code == 401


def test_only_the_survey_page_may_be_framed(client: TestClient, visitor: TestClient, answered: int) -> None:
    slug = client.get(f"/surveys/{answered}").json()["slug"]
    framed = visitor.get(f"http://testserver/s/{slug}/frame").headers["content-security-policy"]
    plain = visitor.get(f"http://testserver/s/{slug}").headers["content-security-policy"]
    assert ("frame-ancestors *" in framed, "frame-ancestors 'none'" in plain) == (True, True)
    for script in ("survey.js", "embed.js"):
        replies = [visitor.get(f"http://testserver/s/{script}").text for _ in range(2)]
        assert replies[0] == replies[1]
    assert len(replies[0].encode()) < 2_000


def test_page_speaks_the_language_asked_for(client: TestClient, visitor: TestClient) -> None:
    definition: dict[str, Any] = DEFINITION | {"title": {"default": "分群", "en": "Groups"}}
    survey_id = client.post("/surveys", json={"definition": definition}).json()["id"]
    slug = client.patch(f"/surveys/{survey_id}", json={"state": "open"}).json()["slug"]
    page = f"http://testserver/s/{slug}"
    assert "<h1>Groups</h1>" in visitor.get(page, params={"lang": "en"}).text
    assert "<h1>分群</h1>" in visitor.get(page, headers={"Accept-Language": "zh-CN,en"}).text
    assert "<h1>Groups</h1>" in visitor.get(page, headers={"Accept-Language": "en-GB"}).text


def test_opting_out_takes_a_confirmation(client: TestClient, visitor: TestClient, answered: int) -> None:
    people = {"people": [{"person": "M9"}]}
    url = client.post(f"/surveys/{answered}/invitations", json=people).json()[0]["url"]
    address, _, token = url.partition("?t=")
    visitor.get(f"{address}/stop", params={"t": token})
    other = client.post("/surveys", json={"definition": DEFINITION, "recontact_days": 0}).json()["id"]
    client.patch(f"/surveys/{other}", json={"state": "open"})
    assert client.post(f"/surveys/{other}/invitations", json=people).json()[0]["url"]
    assert visitor.post(f"{address}/stop", data={"t": "made up"}).status_code == 404
    assert visitor.post(f"{address}/stop", data={"t": token}).status_code == 200
    third = client.post("/surveys", json={"definition": DEFINITION, "recontact_days": 0}).json()["id"]
    refused = client.post(f"/surveys/{third}/invitations", json=people).json()[0]
    assert (refused["url"], refused["reason"]) == (None, "does not want to be asked")


def test_a_mail_program_opts_out_with_one_click(
    client: TestClient, visitor: TestClient, answered: int
) -> None:
    people = {"people": [{"person": "M9"}]}
    address, _, token = (
        client.post(f"/surveys/{answered}/invitations", json=people).json()[0]["url"].partition("?t=")
    )
    link, click = f"{address}/stop?t={token}", {"List-Unsubscribe": "One-Click"}
    client.patch(f"/surveys/{answered}", json={"state": "closed"})
    assert visitor.post(link, files={name: (None, value) for name, value in click.items()}).status_code == 200
    assert visitor.post(link, data=click).status_code == 200
    assert visitor.post(f"{address}/stop?t=guessed", data=click).status_code == 404
    other = client.post("/surveys", json={"definition": DEFINITION, "recontact_days": 0}).json()["id"]
    refused = client.post(f"/surveys/{other}/invitations", json=people).json()[0]
    assert refused["reason"] == "does not want to be asked"


def test_mails_need_a_mail_server(client: TestClient, answered: int) -> None:
    body = {"people": [{"person": "M1", "address": "m1@example.com"}], "send": True}
    refused = client.post(f"/surveys/{answered}/invitations", json=body)
    assert (refused.status_code, refused.json()["error"]["code"]) == (503, "mail_off")
    bad = {"people": [{"person": "M1", "address": "a@b.c\nBcc: x@example.com"}], "send": True}
    assert client.post(f"/surveys/{answered}/invitations", json=bad).status_code == 422


def test_one_question_after_a_case(client: TestClient, visitor: TestClient, app: Installation) -> None:
    with app.ledger.write() as connection:
        values = {"external_id": "M1", "attributes": {}, "created_at": app.clock()}
        connection.execute(insert(tables.customer).values(values))
    body = {"person": "M1", "occasion": "case-7"}
    asked = client.post("/surveys/again", json=body).json()
    assert (asked["mailed"], asked["reason"]) == (False, None)
    address, _, token = asked["url"].partition("?t=")
    slug = address.rsplit("/", 1)[1]
    answer = {"answers": {"score": 5}, "token": token, "complete": True}
    assert visitor.post(f"/public/surveys/{slug}/answers", json=answer).json()["state"] == "complete"
    assert client.post("/surveys/again", json=body).json()["reason"] == "asked about this already"
    with app.ledger.read() as connection:
        found = connection.execute(select(tables.feedback.c["metadata"], tables.feedback.c.rating)).one()
        assert connection.execute(select(notification)).first() is None
    assert (found[0], found[1]) == ({"occasion": "case-7"}, 5)
