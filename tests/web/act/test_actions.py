from datetime import UTC, datetime

import pytest

from huiyin import act

ODOUR = {
    "title": "更换内饰胶水",
    "kind": "product",
    "owner": "王工",
    "team": "内饰",
    "due_date": "2026-03-31",
    "hypothesis": "胶水是异味来源",
    "expected_effect": {"metric": "share_negative", "direction": "down", "size": 30, "unit": "percent"},
    "filters": {"product": ["星途 X1"]},
}


@pytest.fixture
def aspect(analyst, voices) -> str:
    """The aspect that the complaints are about."""
    return analyst.get("/facts").json()["facts"][0]["aspect"]


@pytest.fixture
def action(analyst, aspect):
    answer = analyst.post("/actions", json=ODOUR | {"aspect": aspect})
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_action_freezes_the_fact_and_its_voices(action, aspect):
    evidence = action["evidence"]
    assert evidence["fact"]["aspect"] == aspect
    assert evidence["fact"]["customers"]["count"] == 6
    assert len(evidence["verbatims"]) == 6
    assert evidence["window"]["to"] == "2026-03-02"


def test_effect_is_due_four_weeks_after_the_action_unless_named(action):
    assert action["expected_effect"]["due_date"] == "2026-04-28"


def test_evidence_stays_when_the_facts_move_on(app, analyst, action):
    body = {
        "source": "论坛",
        "channel": "social",
        "items": [{"external_id": "late", "text": "异味太大了", "occurred_at": "2026-03-02T03:00:00Z"}],
    }
    analyst.post("/feedback", json=body)
    app.projector.catch_up()
    assert analyst.get(f"/actions/{action['id']}").json()["evidence"] == action["evidence"]


def test_board_shows_the_card_and_the_counts(analyst, action):
    board = analyst.get("/actions").json()
    assert [card["id"] for card in board["items"]] == [action["id"]]
    assert board["counts"] == {"open": 1, "doing": 0, "done": 0, "dropped": 0, "overdue": 0}
    assert analyst.get("/actions", params={"state": ["doing", "done"]}).json()["items"] == []


def test_overdue_actions_can_be_asked_for(analyst, action):
    analyst.patch(f"/actions/{action['id']}", json={"due_date": "2026-03-01"})
    board = analyst.get("/actions", params={"overdue": True}).json()
    assert [card["overdue"] for card in board["items"]] == [True]
    assert board["counts"]["overdue"] == 1


def test_moves_are_kept_with_who_and_why(analyst, action):
    moved = analyst.patch(f"/actions/{action['id']}", json={"state": "doing", "note": "开始试制"}).json()
    assert moved["state"] == "doing"
    event = moved["events"][-1]
    assert (event["who"], event["state"], event["note"]) == ("analyst", "doing", "开始试制")


@pytest.mark.parametrize(
    "frozen",
    [
        {"expected_effect": {"size": 1}},
        {"evidence": {}},
        {"hypothesis": "其实是座椅"},
        {"aspect": "automotive.price"},
        {"filters": {}},
        {"kind": "other"},
    ],
)
def test_what_was_promised_never_changes(analyst, action, frozen):
    answer = analyst.patch(f"/actions/{action['id']}", json=frozen | {"state": "done"})
    assert answer.status_code == 409
    assert answer.json()["error"]["code"] == "pre_registered"
    assert analyst.get(f"/actions/{action['id']}").json() == action


def test_unknown_field_is_named(analyst, action):
    answer = analyst.patch(f"/actions/{action['id']}", json={"colour": "red"})
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "colour")


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        ({"title": ""}, "title"),
        ({"owner": "  "}, "owner"),
        ({"kind": "magic"}, "kind"),
        ({"filters": {"colour": ["red"]}}, "filters"),
        ({"expected_effect": ODOUR["expected_effect"] | {"size": 0}}, "expected_effect.size"),
        (
            {"expected_effect": ODOUR["expected_effect"] | {"due_date": "2026-03-01"}},
            "expected_effect.due_date",
        ),
    ],
)
def test_broken_action_names_the_field(analyst, broken, field):
    answer = analyst.post("/actions", json=ODOUR | broken)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, field)


def test_action_without_an_aspect_is_possible(analyst, voices):
    created = analyst.post("/actions", json=ODOUR)
    assert created.status_code == 201
    assert created.json()["evidence"]["fact"] is None


def test_unknown_action_is_404(analyst):
    assert analyst.get("/actions/404").json()["error"]["code"] == "action_not_found"


def test_creation_is_audited(client_of, action):
    with client_of("admin") as admin:
        entries = admin.get("/audit").json()["items"]
    assert ("action.created", "analyst", str(action["id"])) in {
        (entry["event"], entry["actor"], entry["object_id"]) for entry in entries
    }


def test_effect_is_shown_once_it_was_judged(app, analyst, action):
    assert (action["verdict"], action["effect"]) == (None, None)
    analyst.patch(f"/actions/{action['id']}", json={"state": "done"})

    def after_the_due_date():
        return datetime(2026, 6, 1, tzinfo=UTC)

    act.judge_due_actions(app.ledger.write, app.facts, after_the_due_date, zone=app.settings.zone)
    shown = analyst.get(f"/actions/{action['id']}").json()
    assert shown["effect"]["verdict"] == shown["verdict"] == "cannot_tell"
    assert shown["effect"]["reason"] == "too_few_weeks_before"
    assert shown["events"][-1]["kind"] == "judged"
    assert analyst.get("/actions").json()["items"][0]["verdict"] == "cannot_tell"


def test_plan_warns_where_too_few_are_heard(analyst, aspect):
    effect = ODOUR["expected_effect"] | {"metric": "negative_customers"}
    asked = {"aspect": aspect, "filters": {}, "expected_effect": effect, "due_date": "2026-03-31"}
    planned = analyst.post("/actions/plan", json=asked)
    assert planned.status_code == 200, planned.text
    assert (planned.json()["enough"], planned.json()["due_date"]) == (False, None)


def test_action_keeps_where_it_came_from_and_its_effort(analyst, aspect):
    body = ODOUR | {"aspect": aspect, "origin": "signal", "origin_id": "7", "experiment": "AB-12"}
    made = analyst.post("/actions", json=body).json()
    assert made["basis"]["link"] == "/understand/signals/7"
    assert (made["score"]["value"], made["score"]["reach"]["n"]) == (None, 6)
    changed = analyst.patch(f"/actions/{made['id']}", json={"effort": 2}).json()
    assert (changed["basis"]["experiment"], changed["basis"]["effort"]) == ("AB-12", 2)
    assert changed["score"]["value"] == pytest.approx(changed["score"]["relief"] / 2)
