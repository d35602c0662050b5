"""Quality, plan and coverage over HTTP."""

from __future__ import annotations

from starlette.testclient import TestClient

from huiyin.bootstrap import Installation

STORY = "空调开了以后有一股很重的酸臭味，去店里洗过两次都没有用，希望厂家认真处理"


def told(client: TestClient) -> None:
    items = [
        {"external_id": f"{place}", "text": STORY, "author": f"人{place}", "occurred_at": "2026-11-20T10:00:00", "customer": {"external_id": f"C{place}", "segment": "家庭"}}
        for place in range(3)
    ]  # fmt: skip
    body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": items}
    assert client.post("/feedback", json=body).json()["accepted"] == 3


def test_cluster_is_left_out_of_the_figures_and_restored(client: TestClient, app: Installation) -> None:
    told(client)
    counts = {one["rule"]: one["open"] for one in client.post("/quality/scan").json()}
    assert counts["near_duplicate"] == 2
    [cluster] = client.get("/quality/findings", params={"rule": "near_duplicate"}).json()
    decision = {"rule": "near_duplicate", "cluster": cluster["name"], "leave_out": True}
    assert client.put("/quality/decisions", json=decision).json() == {"voices": 2}
    app.projector.catch_up()
    assert client.get("/verbatims").json()["total"] == 1
    state = client.get("/quality").json()
    assert (state["reasons"], state["sources"][0]["excluded"]) == ({"near_duplicate": 2}, 2)
    log = client.get("/exclusions").json()
    assert [(one["reason"], one["excluded_by"]) for one in log] == [("near_duplicate", "老板")] * 2
    again = {"feedback_ids": [log[0]["feedback_id"]], "reason": "near_duplicate"}
    assert client.post("/exclusions/restore", json=again).json() == {"voices": 1}
    app.projector.catch_up()
    assert client.get("/verbatims").json()["total"] == 2
    assert client.get("/exclusions", params={"active": False}).json()[0]["restored_by"] == "老板"


def test_reason_of_ones_own(client: TestClient, app: Installation) -> None:
    told(client)
    body = {"feedback_ids": [1], "reason": "员工自评", "note": "门店员工"}
    assert client.post("/exclusions", json=body).json() == {"voices": 1}
    assert client.post("/exclusions", json={"feedback_ids": [99], "reason": "x"}).status_code == 422
    app.projector.catch_up()
    assert client.get("/verbatims").json()["total"] == 2


def test_goals_become_a_plan_that_is_followed(client: TestClient) -> None:
    told(client)
    wish = {"goals": ["market", "service"], "margin": 0.1, "groups": 1}
    proposal = client.post("/plans/proposal", json=wish).json()
    assert {one["channel"] for one in proposal} == {"social", "focus_group", "service", "survey"}
    plan = client.post("/plans", json=wish | {"title": "倾听", "starts_on": "2026-11-16", "weeks": 4}).json()
    progress = {one["channel"]: one for one in plan["progress"]}
    assert progress["social"]["heard"] == 3
    assert progress["survey"]["planned"] == 97
    assert client.get("/plans").json()[0]["title"] == "倾听"
    assert client.post("/plans/proposal", json={"goals": []}).status_code == 422


def test_coverage_names_who_was_heard(client: TestClient, app: Installation) -> None:
    told(client)
    app.projector.catch_up()
    found = client.get("/coverage").json()
    assert (found["customers"], found["overall"]["value"], found["channels"]) == (3, 1.0, ["social"])
    assert found["by_dimension"]["segment"][0]["values"] == {"segment": "家庭"}
