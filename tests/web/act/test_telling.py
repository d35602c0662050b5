"""From a finished action to customers who hear of it."""

from datetime import timedelta

import pytest

ACTION = {
    "title": "更换空调滤芯",
    "kind": "product",
    "owner": "陈工",
    "due_date": "2026-03-20",
    "aspect": "automotive.comfort.odour",
    "expected_effect": {
        "metric": "negative_customers",
        "direction": "down",
        "size": 20,
        "unit": "percent",
        "due_date": "2026-05-01",
    },
}


@pytest.fixture
def action(app, analyst):
    """A finished action; twenty known customers complained, all but two agreed to be contacted."""
    now = app.clock()
    items = [
        {
            "external_id": f"v{number}",
            "text": "车内异味很大，味道刺鼻，受不了。",
            "occurred_at": (now - timedelta(hours=1 + number)).isoformat(),
            "customer": {"external_id": f"k{number}", "name": f"客户{number}"},
        }
        for number in range(20)
    ]
    body = {"source": "热线", "channel": "service", "taxonomy": "automotive", "items": items}
    assert analyst.post("/feedback", json=body).json()["accepted"] == 20
    app.projector.catch_up()
    made = analyst.post("/actions", json=ACTION).json()
    analyst.patch(f"/actions/{made['id']}", json={"state": "done"})
    return made["id"]


def _agree(analyst, numbers):
    for number in numbers:
        assert analyst.put(f"/customers/{number}/consent", json={"allowed": True}).status_code == 200


def test_raisers_are_counted_with_words_to_begin_with(analyst, action):
    found = analyst.get(f"/actions/{action}/raisers").json()
    assert (found["customers"], found["with_consent"], found["by_channel"]) == (20, 0, {"service": 20})
    assert "更换空调滤芯" in found["draft_zh"]


def test_customers_are_told_by_hand_and_counted(analyst, action):
    _agree(analyst, range(1, 19))
    told = analyst.post(f"/actions/{action}/telling", json={"zh": "我们改好了。", "holdout": 0.3}).json()
    assert told["counts"]["no_consent"] == 2
    assert told["counts"]["ready"] + told["counts"]["held_out"] == 18
    path = f"/actions/{action}/telling"
    ready = analyst.get(f"{path}/recipients", params={"state": "ready"}).json()["items"]
    ids = [each["customer_id"] for each in ready]
    assert analyst.post(f"{path}/sent", json={"customer_ids": ids}).json() == {"told": len(ids)}
    assert analyst.post(f"{path}/sent", json={"customer_ids": ids}).status_code == 422
    again = analyst.get(path).json()
    assert again["counts"]["sent"] == len(ids)
    assert again["outcomes"][0]["told"]["n"] == len(ids)


def test_action_is_told_once_and_only_when_done(analyst, action):
    path = f"/actions/{action}/telling"
    assert analyst.get(path).json()["error"]["code"] == "telling_not_found"
    assert analyst.post(path, json={"zh": "好"}).status_code == 201
    assert analyst.post(path, json={"zh": "好"}).json()["error"]["code"] == "telling_exists"
    open_action = analyst.post("/actions", json=ACTION).json()["id"]
    assert analyst.get(f"/actions/{open_action}/raisers").json()["error"]["code"] == "action_not_done"


def test_consent_of_an_unknown_customer_is_refused(analyst):
    answer = analyst.put("/customers/404/consent", json={"allowed": True})
    assert answer.json()["error"]["code"] == "customer_not_found"
