"""Opportunities over HTTP: found in the facts, opened with their voices, moved along the pipeline."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from huiyin.bootstrap import Installation

WISHES = ("希望给S7加个外放电", "要是有外放电就好了，露营的时候都靠它", "建议下次改款把外放电做进去")
MAKESHIFTS = (
    "夏天天幕晒得头皮发烫，只能拿毛巾夹着",
    "天幕太晒，将就着用吧",
    "天幕没遮阳帘，自己剪了块隔热布挡着，凑合用",
)
OTHERS = ("油耗很低，非常满意", "车机卡顿", "座椅舒服", "空间太小了", "还不如朔风，下次换朔风")


@pytest.fixture
def heard(reader: TestClient, app: Installation) -> TestClient:
    """A month of sixty people who wish, sixty who make do, and others."""
    texts = [text for text in (*WISHES, *MAKESHIFTS) for _ in range(20)] + [
        t for t in OTHERS for _ in range(40)
    ]
    items = [_item(app, number, text) for number, text in enumerate(texts)]
    body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": items}
    assert reader.post("/feedback", json=body).status_code == 200
    app.projector.catch_up()
    return reader


def _item(app: Installation, number: int, text: str) -> dict[str, Any]:
    at = app.clock() - timedelta(days=number % 30, minutes=5 + number)
    return {
        "external_id": str(number),
        "text": text,
        "occurred_at": at.isoformat(),
        "product": "S7",
        "author": f"u{number}",
    }


def _found(client: TestClient, kind: str) -> dict[str, Any]:
    items: list[dict[str, Any]] = client.get("/opportunities", params={"kind": kind}).json()["items"]
    return items[0]


def test_a_wish_in_many_words_is_one_line_with_size_and_score(heard: TestClient) -> None:
    wish = _found(heard, "wish")
    assert wish["aspect"] == "automotive.equipment.power_outlet"
    assert wish["customers"]["count"] == 60
    assert wish["customers"]["low"] < wish["customers"]["value"] < wish["customers"]["high"]
    assert wish["score"]["score"]["low"] <= wish["score"]["score"]["value"] <= wish["score"]["score"]["high"]


def test_a_makeshift_is_no_complaint(heard: TestClient) -> None:
    found = heard.get("/opportunities").json()["items"]
    assert {item["kind"] for item in found} <= {"wish", "workaround", "praise", "effort"}
    assert _found(heard, "workaround")["aspect"] == "automotive.comfort.sunshade"


def test_one_opportunity_shows_its_voices_with_spans_and_jobs(heard: TestClient) -> None:
    key = _found(heard, "workaround")["key"]
    one = heard.get("/opportunities/one", params={"key": key}).json()
    assert one["item"]["key"] == key
    slots = {slot["slot"] for each in one["heard"] for slot in each["job"]}
    assert {"workaround", "obstacle"} <= slots
    for each in one["heard"]:
        assert 0 <= each["start"] < each["end"] <= len(each["voice"]["text"])


def test_its_link_lists_the_voices_it_counts(heard: TestClient) -> None:
    makeshift = _found(heard, "workaround")
    query = makeshift["link"].split("?", 1)[1]
    assert heard.get(f"/verbatims?{query}").json()["total"] == makeshift["messages"]


def test_the_pipeline_freezes_the_size_and_keeps_every_step(heard: TestClient) -> None:
    key = _found(heard, "wish")["key"]
    first = heard.patch(
        "/opportunities", params={"key": key}, json={"stage": "judged", "owner": "小林", "note": "值得做"}
    )
    assert first.status_code == 200
    assert first.json()["frozen"]["customers"] == 60
    refused = heard.patch("/opportunities", params={"key": key}, json={"stage": "realised"})
    assert refused.status_code == 422
    assert refused.json()["error"]["field"] == "realised_value"
    done = heard.patch(
        "/opportunities", params={"key": key}, json={"stage": "realised", "realised_value": 12000}
    ).json()
    assert [step["stage"] for step in done["steps"]] == ["judged", "realised"]
    listed = heard.get("/opportunities", params={"stage": "realised"}).json()
    assert [item["key"] for item in listed["items"]] == [key]
    assert listed["items"][0]["owner"] == "小林"


def test_what_was_taken_up_is_there_when_nobody_speaks_of_it_any_more(heard: TestClient) -> None:
    key = _found(heard, "wish")["key"]
    heard.patch("/opportunities", params={"key": key}, json={"stage": "planned"})
    gone = heard.get("/opportunities/one", params={"key": key, "from": "2020-01-01", "to": "2020-02-01"})
    assert gone.status_code == 200
    assert gone.json()["item"] is None
    assert gone.json()["progress"]["stage"] == "planned"


def test_an_unknown_key_is_not_found(heard: TestClient) -> None:
    assert heard.get("/opportunities/one", params={"key": "wish:x:y:z"}).status_code == 404
    assert heard.patch("/opportunities", params={"key": "wish:x:y:z"}, json={}).status_code == 404


def test_an_unknown_action_is_refused(heard: TestClient) -> None:
    key = _found(heard, "wish")["key"]
    answer = heard.patch("/opportunities", params={"key": key}, json={"action_id": 4711})
    assert answer.status_code == 422


def test_rivals_are_placed_by_what_customers_say(heard: TestClient) -> None:
    items = heard.get("/opportunities/rivals", params={"name": "朔风"}).json()["items"]
    assert items[0]["name"] == "朔风"
    assert items[0]["customers"]["count"] == 40
    assert items[0]["behind"]["value"] == 1.0


def test_why_customers_leave_is_told_beside_everybody_else(heard: TestClient) -> None:
    rows = [f"再也不买这个牌子了，已经卖了，售后太差，第{each}次" for each in range(12)]
    rows += [f"上一台是德系，换成远山，空间大，坐着舒服，第{each}位" for each in range(12)]
    items = [
        {"external_id": f"move{place}", "author": f"换车人{place}", "text": text, "occurred_at": "2026-06-02T09:00:00+08:00"}
        for place, text in enumerate(rows)
    ]  # fmt: skip
    body = {"source": "换车", "channel": "social", "taxonomy": "automotive", "items": items}
    assert heard.post("/feedback", json=body).json()["accepted"] == len(rows)
    heard.app.state.installation.projector.catch_up()  # type: ignore[attr-defined]
    window = {"from": "2026-06-01", "to": "2026-06-30"}
    found = {
        each["move"]: each for each in heard.get("/opportunities/switching", params=window).json()["items"]
    }
    leaving = next(each for each in found["leaving"]["reasons"] if "售后" in each["zh"])
    assert (leaving["customers"]["count"], leaving["stands_out"]) == (12, True)
    assert "售后太差" in leaving["evidence"][0]["words"]
    assert (leaving["customers"]["value"], leaving["others"]["value"]) == (1.0, 0.0)
    came = found["came"]
    assert (came["customers"]["count"], came["origins"]) == (12, [{"name": "德系", "customers": 12}])
    assert any("空间" in each["zh"] for each in came["reasons"])


def test_voices_carry_their_needs_and_intents(heard: TestClient) -> None:
    page = heard.get("/verbatims", params={"need": "workaround"}).json()
    assert page["total"] == 60
    assert all("workaround" in {need["kind"] for need in item["needs"]} for item in page["items"])
    assert heard.get("/verbatims", params={"intent": "churn_intent"}).status_code == 200


def test_voices_are_filtered_by_what_they_feel(heard: TestClient) -> None:
    page = heard.get("/verbatims", params={"emotion": ["anger", "disappointment"]}).json()
    assert page["total"] < heard.get("/verbatims").json()["total"]
    assert {item["emotion"] for item in page["items"]} <= {"anger", "disappointment"}


@pytest.mark.parametrize(
    "params", [{"aspect": "automotive.comfort"}, {"aspect": "automotive.cockpit", "sentiment": "-1"}]
)
def test_any_filter_narrows_the_list(heard: TestClient, params: dict[str, str]) -> None:
    narrowed = heard.get("/opportunities", params=params)
    assert narrowed.status_code == 200
    assert len(narrowed.json()["items"]) <= len(heard.get("/opportunities").json()["items"])
