import pytest

REPORT = {
    "name": "质量周报",
    "team": "质量",
    "filters": {"aspect": ["automotive.comfort"]},
    "schedule": {"cadence": "weekly", "weekday": 1, "hour": 9},
    "targets": [{"kind": "dingtalk", "address": "https://robot.example.com", "secret": "SEC-12345678"}],
}


@pytest.fixture
def saved(analyst):
    answer = analyst.post("/reports", json=REPORT)
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_saved_report_never_shows_its_secret(analyst, saved):
    assert saved["targets"] == [
        {"kind": "dingtalk", "address": "https://robot.example.com", "has_secret": True}
    ]
    assert analyst.get("/reports").json()["items"] == [saved]
    assert saved["next_run_at"].startswith("2026-03-09T01:00")


def test_report_reads_page_by_page(analyst, saved, voices):
    report = analyst.get(f"/reports/{saved['id']}/pages").json()
    assert report["pages"][0]["title"]["text_zh"]
    assert report["pages"][0]["chart"]["series"]


@pytest.mark.parametrize(
    ("medium", "media_type", "magic"),
    [
        ("html", "text/html", b"<!doctype"),
        ("pdf", "application/pdf", b"%PDF-"),
        ("png", "image/png", b"\x89PNG"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
    ],
)
def test_report_comes_in_every_medium(analyst, voices, medium, media_type, magic):
    answer = analyst.get("/reports/preview/file", params={"format": medium, "name": "质量"})
    assert answer.headers["content-type"].startswith(media_type)
    assert answer.content.startswith(magic)
    assert "filename*=UTF-8''%E8%B4%A8%E9%87%8F" in answer.headers["content-disposition"]


def test_link_opens_without_signing_in_and_closes(client_of, analyst, saved, voices):
    made = analyst.post(f"/reports/{saved['id']}/shares", json={"days": 7}).json()
    path = made["path"].removeprefix("/api/v1")
    with client_of("viewer") as stranger:
        del stranger.headers["Authorization"]
        opened = stranger.get(path)
        assert opened.status_code == 200
        assert (opened.headers["cache-control"], opened.headers["referrer-policy"]) == (
            "no-store",
            "no-referrer",
        )
        assert "质量周报" in opened.text
        assert stranger.get(f"/reports/{saved['id']}").status_code == 401
        analyst.delete(f"/reports/{saved['id']}/shares/{made['id']}")
        assert stranger.get(path).json()["error"]["code"] == "share_not_found"
    (listed,) = analyst.get(f"/reports/{saved['id']}/shares").json()["items"]
    assert (listed["opened"], listed["token"]) == (1, None)


def test_sending_now_queues_to_every_target(analyst, saved, voices):
    assert analyst.post(f"/reports/{saved['id']}/send").json() == {"targets": 1}
    (message,) = analyst.get("/notifications").json()["items"]
    assert (message["kind"], message["event"]) == ("dingtalk", "report.digest")


def test_sending_to_nobody_is_refused(analyst):
    saved = analyst.post("/reports", json=REPORT | {"targets": []}).json()
    answer = analyst.post(f"/reports/{saved['id']}/send")
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "targets")


def test_changed_report_keeps_the_secret_and_removed_one_is_gone(analyst, saved):
    path = f"/reports/{saved['id']}"
    target = {"kind": "dingtalk", "address": "https://robot.example.com"}
    changed = analyst.put(path, json=REPORT | {"name": "新", "targets": [target]}).json()
    assert (changed["name"], changed["targets"][0]["has_secret"]) == ("新", True)
    assert analyst.delete(path).status_code == 204
    assert analyst.get(path).json()["error"]["code"] == "report_not_found"


def test_news_end_where_the_reader_looked(analyst, voices):
    first = analyst.get("/reports/news").json()
    assert not first["quiet"]
    assert analyst.post("/reports/news/seen").status_code == 204
    assert analyst.get("/reports/news").json()["quiet"]
