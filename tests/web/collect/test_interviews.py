"""A study over HTTP: from a transcript to quotes, blind in between."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

from huiyin.bootstrap import Installation

TALK = (
    "主持人：请讲\nP1：空调一开就有股酸味。孩子捂鼻子。\nP2：我倒没闻到。\nP1：洗过一次，没用。\nP2：车机慢！"
)


def begun(client: TestClient, **options: Any) -> dict[str, Any]:
    body = {"title": "异味访谈", "kind": "focus_group", "goals": ["了解异味"], "guide": "您闻到过什么？"}
    study = client.post("/interviews/studies", json=body).json()
    form = {"title": "第一组", "held_at": "2026-11-01T10:00:00", "consent": "given", "quotable": "true"}
    answer = client.post(
        f"/interviews/studies/{study['id']}/conversations",
        data=form | options,
        files={"file": ("fg1.txt", TALK.encode())},
    )
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = client.get(f"/interviews/studies/{study['id']}").json()
    return found


def test_study_from_transcript_to_findings(client: TestClient, app: Installation) -> None:
    study = begun(client)
    [talk] = study["conversations"]
    assert (talk["turns"], talk["participants"], talk["heard"]) == (5, 2, 2)
    assert talk["held_at"].startswith("2026-11-01T02:00")
    code = client.post(
        f"/interviews/studies/{study['id']}/codes",
        json={"name": "异味", "aspect": "automotive.comfort.odour", "sentiment": -1},
    ).json()
    transcript = client.get(f"/interviews/conversations/{talk['id']}").json()
    turn = transcript["turns"][1]
    assert [turn["text"][u["start"] : u["end"]] for u in turn["units"]] == [
        "空调一开就有股酸味。",
        "孩子捂鼻子。",
    ]
    span = {"turn_id": turn["id"], "code_id": code["id"], "start": 0, "end": 9}
    assert client.post("/interviews/spans", json=span).status_code == 201
    assert client.put(f"/interviews/conversations/{talk['id']}/coding", json={"done": True}).json()[
        "done_by"
    ] == ["boss"]
    found = client.get(f"/interviews/studies/{study['id']}/findings").json()
    assert found["themes"][0]["participants"] == 1
    assert found["saturation"]["total"] == [1]
    assert {one["label"] for one in found["dominance"][0]["people"]} == {"P1", "P2"}
    assert found["agreement"]["pair"] is None
    [quote] = client.get(f"/interviews/studies/{study['id']}/quotes").json()
    assert (quote["text"], quote["who"]) == ("空调一开就有股酸味", "P1")
    assert "酸味" in client.get(f"/interviews/studies/{study['id']}/quotes.csv").text
    app.projector.catch_up()
    voices = client.get("/verbatims", params={"channel": "focus_group"}).json()
    assert voices["total"] == 4


def test_withdrawn_words_are_not_shown(client: TestClient) -> None:
    study = begun(client)
    talk = study["conversations"][0]["id"]
    speaker = client.get(f"/interviews/conversations/{talk}").json()["speakers"][1]
    changed = client.patch(f"/interviews/speakers/{speaker['id']}", json={"consent": "withdrawn"}).json()
    assert (changed["consent"], changed["decided_by"]) == ("withdrawn", "老板")
    turns = client.get(f"/interviews/conversations/{talk}").json()["turns"]
    assert [turn["text"] for turn in turns if turn["speaker_id"] == speaker["id"]] == ["", ""]


def test_other_coders_marks_stay_hidden(client: TestClient) -> None:
    talk = begun(client)["conversations"][0]["id"]
    answer = client.get(f"/interviews/conversations/{talk}", params={"coder": "zhou"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "still_blind")


def test_file_without_names_is_refused_in_words(client: TestClient) -> None:
    study = begun(client)
    answer = client.post(
        f"/interviews/studies/{study['id']}/conversations", files={"file": ("a.txt", "没有名字".encode())}
    )
    assert answer.status_code == 422
    assert "主持人" in answer.json()["error"]["expected"]
