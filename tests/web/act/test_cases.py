import pytest

CASE = {"title": "客户投诉异味", "owner": "小周", "priority": "high", "origin": "voice", "origin_id": "17"}


@pytest.fixture
def agent(client_of):
    with client_of("agent") as client:
        yield client


@pytest.fixture
def case(agent):
    answer = agent.post("/cases", json=CASE)
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_case_opens_with_both_clocks(case):
    assert (case["state"], case["late"], case["reopened"]) == ("open", False, 0)
    assert case["respond_by"] < case["resolve_by"]


def test_same_voice_opens_one_case(agent, case):
    answer = agent.post("/cases", json=CASE)
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "case_exists")


def test_case_goes_from_answer_to_resolution_and_back(agent, case):
    path = f"/cases/{case['id']}"
    assert agent.patch(path, json={"answered": True, "note": "已致电"}).json()["responded_at"]
    refused = agent.patch(path, json={"state": "resolved"})
    assert (refused.status_code, refused.json()["error"]["field"]) == (422, "resolution")
    resolved = agent.patch(path, json={"state": "resolved", "resolution": "更换脚垫"}).json()
    assert resolved["resolved_at"]
    again = agent.patch(path, json={"state": "open"}).json()
    assert (again["reopened"], again["resolved_at"]) == (1, None)
    assert [event["kind"] for event in again["events"]] == ["opened", "answered", "changed", "changed"]


def test_inbox_filters_by_owner_and_lateness(agent, case):
    assert [each["id"] for each in agent.get("/cases", params={"owner": "小周"}).json()["items"]] == [
        case["id"]
    ]
    assert agent.get("/cases", params={"late": True}).json() == {"items": []}


def test_unknown_case_and_field_are_named(agent, case):
    assert agent.get("/cases/404").json()["error"]["code"] == "case_not_found"
    answer = agent.patch(f"/cases/{case['id']}", json={"colour": "red"})
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "colour")


@pytest.fixture
def voice(agent):
    customer = {"external_id": "K-1", "name": "顾晓岚"}
    said = {
        "external_id": "V-1",
        "occurred_at": "2026-03-01T10:00:00+08:00",
        "text": "空调有霉味，修了三次。",
    }
    body = {"source": "热线", "channel": "service", "items": [said | {"customer": customer}]}
    assert agent.post("/feedback", json=body).json()["accepted"] == 1
    return 1


def test_case_of_a_voice_brings_its_customer(agent, voice):
    body = CASE | {"feedback_id": voice, "origin_id": str(voice)}
    assert agent.post("/cases", json=body).json()["customer_id"] == 1


def test_case_of_an_unknown_voice_is_refused(agent):
    answer = agent.post("/cases", json=CASE | {"feedback_id": 404})
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "feedback_id")
