"""Checking questions over HTTP."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_findings_carry_rule_span_reason_and_rewrite(client: TestClient) -> None:
    text = "您几岁？\n\n难道您不觉得新版更清爽吗？"
    answer = client.post("/questions/lint", json={"text": text, "goals": ["年龄", "价格"]}).json()
    assert (answer["clean"], answer["findings"]) == (1, 1)
    question = answer["questions"][1]
    finding = question["findings"][0]
    begin = question["start"]
    assert text[begin + finding["start"] : begin + finding["end"]] == "难道您不觉得"
    assert finding["rewrite"] == "您是否觉得新版更清爽？"
    assert finding["reason_zh"]
    assert finding["reason_en"]
    assert answer["coverage"] == {
        "goals": [{"goal": "年龄", "questions": [0]}, {"goal": "价格", "questions": []}],
        "aimless": [1],
    }


def test_broken_definition_names_the_field(client: TestClient) -> None:
    answer = client.post("/questions/lint", json={"text": "{", "form": "surveyjs"})
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "text")
