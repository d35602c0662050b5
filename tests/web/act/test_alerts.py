import pytest

from huiyin import act

RULE = {
    "name": "异味预警",
    "filters": {"product": ["星途 X1"]},
    "metric": "negative_customers",
    "window_hours": 24,
    "threshold": 5,
    "cooldown_hours": 12,
    "targets": [
        {"kind": "webhook", "address": "https://hooks.example.com/a", "secret": "whsec-12345"},
        {"kind": "email", "address": "voc@example.com"},
    ],
}


@pytest.fixture
def rule(analyst):
    answer = analyst.post("/alert-rules", json=RULE)
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.fixture
def alert(app, analyst, voices, rule):
    letterhead = act.Letterhead(zone=app.settings.zone)
    act.evaluate_rules(app.ledger.write, app.facts, app.clock, letterhead=letterhead, minimum_n=5)
    (fired,) = analyst.get("/alerts").json()["items"]
    return fired


def test_secrets_are_never_shown(analyst, rule):
    assert "whsec-12345" not in analyst.get("/alert-rules").text
    assert [target["has_secret"] for target in rule["targets"]] == [True, False]


def test_rule_can_be_changed_and_removed(analyst, rule):
    changed = analyst.patch(f"/alert-rules/{rule['id']}", json={"threshold": 9, "enabled": False}).json()
    assert (changed["threshold"], changed["enabled"], changed["name"]) == (9, False, rule["name"])
    assert analyst.delete(f"/alert-rules/{rule['id']}").status_code == 204
    assert analyst.get("/alert-rules").json() == {"items": []}
    assert analyst.delete(f"/alert-rules/{rule['id']}").status_code == 404


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        ({"name": " "}, "name"),
        ({"threshold": -1}, "threshold"),
        ({"window_hours": 0}, "window_hours"),
        ({"metric": "share_negative", "threshold": 5}, "threshold"),
        ({"filters": {"from": "yesterday"}}, "filters.from"),
        ({"targets": [{"kind": "email", "address": "nobody"}]}, "targets.0.address"),
    ],
)
def test_broken_rule_names_the_field(analyst, broken, field):
    answer = analyst.post("/alert-rules", json=RULE | broken)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, field)


def test_trying_a_rule_shows_what_it_reads_and_tells_the_targets(analyst, voices, rule):
    trial = analyst.post(f"/alert-rules/{rule['id']}/test").json()
    assert (trial["estimate"]["value"], trial["would_fire"], trial["notified"]) == (6, True, 2)
    events = {each["event"] for each in analyst.get("/notifications").json()["items"]}
    assert events == {"alert.test"}
    assert analyst.get("/alerts").json() == {"items": []}


def test_trying_quietly_tells_nobody(analyst, voices, rule):
    trial = analyst.post(f"/alert-rules/{rule['id']}/test", params={"notify": False}).json()
    assert trial["notified"] == 0
    assert analyst.get("/notifications").json()["items"] == []


def test_alert_carries_value_interval_voices_and_link(alert):
    assert (alert["value"], alert["estimate"]["method"], alert["window_hours"]) == (6, "poisson", 24)
    assert len(alert["verbatims"]) == 5
    assert alert["headline"] == "负面客户 6 位（阈值 5 位）"
    assert "sentiment=-1" in alert["link"]
    assert "from=2026-03-01" in alert["link"]


def test_judgement_makes_the_precision_of_the_rule(analyst, alert):
    assert analyst.get("/alert-rules").json()["items"][0]["precision"] is None
    judged = analyst.patch(f"/alerts/{alert['id']}", json={"state": "resolved", "useful": True}).json()
    assert (judged["state"], judged["useful"], judged["updated_by"]) == ("resolved", True, "analyst")
    precision = analyst.get("/alert-rules").json()["items"][0]["precision"]
    assert (precision["value"], precision["n"]) == (1.0, 1)


def test_judgement_is_taken_back_by_null_only(analyst, alert):
    path = f"/alerts/{alert['id']}"
    analyst.patch(path, json={"useful": False})
    assert analyst.patch(path, json={"state": "acknowledged"}).json()["useful"] is False
    assert analyst.patch(path, json={"useful": None}).json()["useful"] is None


def test_alert_outlives_its_rule(analyst, alert, rule):
    analyst.delete(f"/alert-rules/{rule['id']}")
    assert analyst.get(f"/alerts/{alert['id']}").json()["name"] == rule["name"]


def test_overview_counts_the_open_alert(analyst, alert):
    assert [each["id"] for each in analyst.get("/overview").json()["alerts"]] == [alert["id"]]


def test_messages_can_be_seen_and_replayed(analyst, alert):
    outbox = analyst.get("/notifications", params={"alert_id": alert["id"]}).json()
    assert outbox["counts"] == {"queued": 2, "sent": 0, "dead": 0}
    first = outbox["items"][0]
    replayed = analyst.post(f"/notifications/{first['id']}/replay").json()
    assert replayed["delivery_id"] == first["delivery_id"]
    assert analyst.post("/notifications/404/replay").status_code == 404
