"""An audit over HTTP: drawn, read blind, and felt in the facts."""

from __future__ import annotations

from starlette.testclient import TestClient

ALL = {"from": "2000-01-01", "to": "2026-11-22", "taxonomy": "automotive"}
ODOUR = "automotive.comfort.odour"


def test_an_audit_is_read_blind_and_corrects_the_facts(filled: TestClient) -> None:
    audit = filled.post("/audits", params=ALL, json={"customers": 40}).json()
    assert (audit["population"], audit["labelled"], audit["kappa"]["verdict"]) == (80, 0, "insufficient")
    while (card := filled.get(f"/audits/{audit['id']}/next").json())["voice"]:
        voice = card["voice"]
        assert voice["opinions"] == []
        found = [{"aspect": ODOUR, "sentiment": -1}] if "异味" in voice["text"] else []
        answer = filled.put(f"/audits/{audit['id']}/labels/{voice['id']}", json={"opinions": found})
        assert answer.json()["human"] == found
    report = filled.get(f"/audits/{audit['id']}").json()
    assert report["labelled"] == report["voices"]
    assert {each["aspect"] for each in report["aspects"]} >= {ODOUR}
    facts = filled.get("/facts", params=ALL).json()["facts"]
    odour = next(fact for fact in facts if fact["aspect"] == ODOUR)
    assert odour["corrected"]["audited"] == 40
    assert odour["corrected"]["negative_customers"]["method"] == "ppi"
    assert not odour["corrected"]["assumed"]
    assert odour["corrected"]["audit"]["id"] == audit["id"]
    assert odour["corrected"]["audit"]["kappa"]["n"] == 40
    opened = filled.get(f"/facts/{ODOUR}", params=ALL).json()
    assert opened["corrected"]["negative_customers"] == odour["corrected"]["negative_customers"]
    assert "按抽检校正" in opened["summary"][0]["text_zh"]
    issues = filled.get("/overview", params=ALL).json()["top_issues"]
    assert all(issue["corrected"] is not None for issue in issues)
    assert filled.get("/audits").json()[0]["id"] == audit["id"]


def test_unknown_audits_and_strangers_are_turned_away(filled: TestClient) -> None:
    assert filled.get("/audits/99").status_code == 404
    wrong = filled.post("/audits", params={"from": "2026-01-01"}, json={"customers": 40})
    assert (wrong.status_code, wrong.json()["error"]["field"]) == (422, "taxonomy")


def test_an_audit_of_nobody_is_refused_and_none_is_kept(filled: TestClient) -> None:
    refused = filled.post(
        "/audits", params=ALL | {"from": "2001-01-01", "to": "2001-01-31"}, json={"customers": 40}
    )
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "audit_of_nobody")
    assert "somebody spoke" in refused.json()["error"]["expected"]
    assert filled.get("/audits").json() == []


def test_a_stranger_sees_no_audit(stranger: TestClient) -> None:
    assert stranger.get("/audits").status_code == 401


def test_types_and_needs_are_audited_voice_by_voice(filled: TestClient) -> None:
    audit = filled.post("/audits", params=ALL, json={"customers": 40}).json()
    while (card := filled.get(f"/audits/{audit['id']}/next").json())["voice"]:
        voice = card["voice"]
        assert (voice["types"], voice["needs"], voice["emotion"]) == ([], [], None)
        body = {"opinions": [], "marks": ["complaint"] if "异味" in voice["text"] else []}
        answer = filled.put(f"/audits/{audit['id']}/labels/{voice['id']}", json=body).json()
        assert answer["human_marks"] == body["marks"]
    marks = {each["mark"]: each for each in filled.get(f"/audits/{audit['id']}").json()["marks"]}
    complaint = marks["complaint"]
    assert complaint["both"] + complaint["machine_only"] == complaint["precision"]["n"]
    assert complaint["both"] > 0


def test_an_unknown_mark_is_refused(filled: TestClient) -> None:
    audit = filled.post("/audits", params=ALL, json={"customers": 40}).json()
    voice = filled.get(f"/audits/{audit['id']}/next").json()["voice"]
    body = {"opinions": [], "marks": ["applause"]}
    answer = filled.put(f"/audits/{audit['id']}/labels/{voice['id']}", json=body)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "marks")
