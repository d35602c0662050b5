"""Customers through the edge: found by any handle, shown whole, merged and taken apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert
from starlette.testclient import TestClient
from tests.people import token_in
from tests.serving import api_of, bearing

from huiyin import access, customers
from huiyin.bootstrap import Installation
from huiyin.customers import churn, profile
from huiyin.store.ledger import tables

Post = Callable[..., None]


@pytest.fixture
def post(client: TestClient, app: Installation) -> Post:
    """Accept voices of one source over the API."""
    count = iter(range(10_000))

    def send(source: str, channel: str, **fields: Any) -> None:
        at = (app.clock() - timedelta(days=1)).isoformat()
        item = {"external_id": f"v{next(count)}", "text": "空调有异味，没人管", "occurred_at": at, **fields}
        answer = client.post(
            "/feedback",
            json={"source": source, "channel": channel, "taxonomy": "automotive", "items": [item]},
        )
        assert answer.json()["accepted"] == 1

    return send


@pytest.fixture
def world(client: TestClient, app: Installation, post: Post) -> TestClient:
    """王伟 under two records and as a fan, 李娜 with the same telephone, and 王伟's car."""
    rows = [
        {"external_id": "CY1", "name": "王伟", "segment": "增换购", "region": "华东", "created_at": app.clock(), "attributes": {"phone": "13800001234", "openid": "oAAA", "consent": {"analysis": True, "marketing": False}}},
        {"external_id": "SC1", "name": "王玮", "segment": "增换购", "region": "华东", "created_at": app.clock(), "attributes": {"phone": "+86 138 0000 1234"}},
        {"external_id": "CY2", "name": "李娜", "segment": "首购家庭", "region": "华东", "created_at": app.clock(), "attributes": {"phone": "13800001234"}},
    ]  # fmt: skip
    with app.ledger.write() as connection:
        connection.execute(insert(tables.customer), rows)
        connection.execute(
            insert(tables.purchase),
            {"source": "销售", "external_id": "O1", "customer_id": 1, "product": "澄野E5", "amount": 189_800.0, "at": app.clock() - timedelta(hours=27), "kind": "order"},
        )  # fmt: skip
    post("售后热线", "service", customer={"external_id": "CY1"})
    post("社交短帖", "social", author="追风少年", metadata={"handles": {"openid": "oAAA"}})
    app.projector.catch_up()
    assert client.post("/customers/resolve").json()["customers"] == 3
    return client


def _person(client: TestClient, text: str) -> int:
    return int(client.get("/customers", params={"q": text}).json()["items"][0]["person"])


@pytest.mark.parametrize("text", ["CY1", "cy1", "追风少年", "oAAA", "王伟", "王玮"])
def test_anybody_is_found_by_any_handle(world: TestClient, text: str) -> None:
    assert _person(world, text) == _person(world, "SC1")


def test_shared_telephone_finds_the_whole_household(world: TestClient) -> None:
    for text in ("138-0000-1234", "13800"):
        found = world.get("/customers", params={"q": text}).json()["items"]
        assert len({each["person"] for each in found}) == 2


def test_search_for_nothing_finds_nobody(world: TestClient) -> None:
    assert world.get("/customers", params={"q": " "}).json()["items"] == []
    assert world.get("/customers", params={"q": "没有这个人"}).json()["items"] == []


def test_portrait_is_the_person_whole(world: TestClient) -> None:
    portrait = world.get(f"/customers/{_person(world, 'CY1')}").json()
    assert {account["kind"] for account in portrait["accounts"]} == {"customer", "author"}
    assert len(portrait["accounts"]) == 3
    assert portrait["voices"] == 2
    assert [moment["kind"] for moment in portrait["timeline"]] == ["voice", "voice", "purchase"]
    assert portrait["value"]["amount"] == 189_800
    assert portrait["consents"] == {"analysis": True, "marketing": False}
    assert portrait["concerns"]
    assert {link["how"] for link in portrait["links"]} == {"deterministic"}
    phone = next(h for a in portrait["accounts"] for h in a["handles"] if h["kind"] == "phone")
    assert phone["shared_with"] == 1


def test_unknown_person_is_not_found(world: TestClient) -> None:
    answer = world.get("/customers/999")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "person_not_found")


def test_merge_is_undone_without_loss(world: TestClient) -> None:
    one, other = _person(world, "CY1"), _person(world, "CY2")
    before = [world.get(f"/customers/{person}").json() for person in (one, other)]
    change = world.post(f"/customers/{one}/merge", json={"other": other, "reason": "改了名"}).json()["change"]
    assert _person(world, "CY2") == one
    assert world.post(f"/customers/changes/{change}/undo").status_code == 204
    after = [world.get(f"/customers/{person}").json() for person in (one, other)]
    assert [each | {"changes": []} for each in after] == [each | {"changes": []} for each in before]


def test_separated_account_stays_alone_after_the_next_round(world: TestClient) -> None:
    portrait = world.get(f"/customers/{_person(world, 'CY1')}").json()
    account = next(each["id"] for each in portrait["accounts"] if each["customer"] == "SC1")
    made = world.post(f"/customers/accounts/{account}/separate", json={"reason": "同名"}).json()
    world.post("/customers/resolve")
    assert _person(world, "SC1") == made["person"] != _person(world, "CY1")


def test_viewer_sees_handles_masked_and_decides_nothing(app: Installation, world: TestClient) -> None:
    person = _person(world, "CY1")
    for viewer in _viewer(app):
        portrait = viewer.get(f"/customers/{person}").json()
        shown = {h["kind"]: h["value"] for a in portrait["accounts"] for h in a["handles"]}
        assert (portrait["label"], portrait["masked"]) == ("王*", True)
        assert "0000" not in shown["phone"]
        assert viewer.post(f"/customers/{person}/merge", json={"other": 1}).status_code == 403


def _viewer(app: Installation) -> Iterator[TestClient]:
    with app.ledger.write() as connection:
        token = token_in(connection, app.clock, access.Role.VIEWER, username="eve")
    with bearing(api_of(app), token) as opened:
        yield opened


def test_reports_carry_interval_and_match_rate(world: TestClient) -> None:
    power = world.get("/customers/reports/buying-power", params={"active_from": 1}).json()
    assert power["active"]["customers"] == 1
    assert power["active"]["spend"]["verdict"] == "insufficient"
    assert power["match"]["share"]["n"] == 1
    seekers = world.get("/customers/reports/help-seekers", params={"frequent_from": 1}).json()
    assert seekers["customers"] == 1
    assert seekers["problems"][0]["customers"] == 1
    assert "不是随机样本" in seekers["match"]["caveat_zh"]


def test_any_two_sides_are_crossed(world: TestClient) -> None:
    table = world.get("/customers/cross", params={"row": "social", "column": "spend"}).json()
    assert table["customers"] == sum(cell["customers"] for cell in table["cells"]) == 2
    assert {(cell["row"], cell["column"]): cell["customers"] for cell in table["cells"]}["1", "low"] == 1


def test_a_person_with_several_accounts_is_one_customer_of_a_fact(
    world: TestClient, app: Installation
) -> None:
    app.projector.catch_up()
    speakers = app.facts.query("SELECT DISTINCT speaker, customer_id, segment FROM voice").to_dicts()
    assert speakers == [{"speaker": "c:1", "customer_id": 1, "segment": "增换购"}]


def test_a_separated_account_counts_for_itself_again(world: TestClient, app: Installation) -> None:
    portrait = world.get(f"/customers/{_person(world, 'CY1')}").json()
    fan = next(each["id"] for each in portrait["accounts"] if each["kind"] == "author")
    change = world.post(f"/customers/accounts/{fan}/separate", json={"reason": "不是一个人"}).json()["change"]
    app.projector.catch_up()
    assert app.facts.query("SELECT count(DISTINCT who) AS n FROM voice").item() == 2
    world.post(f"/customers/changes/{change}/undo")
    app.projector.catch_up()
    assert app.facts.query("SELECT count(DISTINCT who) AS n FROM voice").item() == 1


def test_reading_voices_again_asks_for_no_further_round(world: TestClient, app: Installation) -> None:
    with app.ledger.read() as connection:
        assert not customers.is_due(connection)


def test_portrait_says_where_the_person_stands(world: TestClient) -> None:
    portrait = world.get(f"/customers/{_person(world, 'CY1')}").json()
    assert portrait["standing"]["stage_zh"] == "新客"
    assert portrait["standing"]["rfm_zh"]
    assert "新客" in portrait["headline"][0]["zh"]
    assert {(each["purpose"], each["allowed"]) for each in portrait["purposes"]} == {("analysis", True), ("marketing", False)}  # fmt: skip
    assert portrait["lifetime"] is None


def test_cases_stand_on_the_timeline(world: TestClient) -> None:
    voice = world.get("/verbatims", params={"channel": "service"}).json()["items"][0]["id"]
    assert (
        world.post("/cases", json={"title": "回电", "owner": "demo", "feedback_id": voice}).status_code == 201
    )
    moments = world.get(f"/customers/{_person(world, 'CY1')}").json()["timeline"]
    assert ("case", "回电", "case.open") in {
        (each["kind"], each["title"], each["detail"]) for each in moments
    }


def test_segments_wait_for_the_first_round(world: TestClient) -> None:
    assert world.get("/customers/segments").json()["made_at"] is None


def test_crossing_has_words_a_test_and_a_file(world: TestClient, app: Installation) -> None:
    profile.refresh(app.ledger, app.facts, churn.Renewal(), zone=app.settings.zone, clock=app.clock)
    asked = {"row": "stage", "column": "segment"}
    found = world.get("/customers/cross", params=asked).json()
    assert {each["zh"] for each in found["rows"]} == {"潜客", "新客"}
    assert found["tested"]["n"] == 2
    file = world.get("/customers/cross/file", params=asked | {"kind": "csv"})
    assert file.headers["content-type"].startswith("text/csv")
    text = file.content.decode("utf-8-sig")
    assert "生命周期" in text
    assert "发声者" in text.splitlines()[-1]
    sheet = world.get("/customers/cross/file", params=asked | {"kind": "png"})
    assert (sheet.status_code, sheet.json()["error"]["field"]) == (422, "kind")


def test_page_opens_with_who_needs_attention(world: TestClient, app: Installation, post: Post) -> None:
    small = {"source": "销售", "external_id": "O2", "customer_id": 3, "product": "脚垫", "amount": 9.0, "at": app.clock() - timedelta(days=90), "kind": "order"}  # fmt: skip
    with app.ledger.write() as connection:
        connection.execute(insert(tables.purchase), small)
    for _ in range(2):
        post("售后热线", "service", customer={"external_id": "CY2"})
    app.projector.catch_up()
    world.post("/customers/resolve")
    profile.refresh(app.ledger, app.facts, churn.Renewal(), zone=app.settings.zone, clock=app.clock)
    lists = {each["ground"]: each for each in world.get("/customers/attention").json()["lists"]}
    assert [one["person"] for one in lists["asking"]["people"]] == [_person(world, "CY2")]
    assert lists["asking"]["people"][0]["why_zh"] == "14 天内求助 2 次"
    assert lists["newest"]["people"][0]["text"] == "空调有异味，没人管"
    assert lists["risk"] == {"ground": "risk", "days": None, "total": 0, "people": []}
    assert [one["person"] for one in lists["displeased"]["people"]] == [_person(world, "CY1")]
