"""Personal data in voices by role: verbatims, evidence, search and reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient
from tests.people import token_in
from tests.serving import bearing

from huiyin import access
from huiyin.bootstrap import Installation, installation
from huiyin.kit.settings import Settings
from huiyin.understand import Event
from huiyin.web.app import create_app
from huiyin.web.live import seen

NOW = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
PHONE = "13812345678"
BLOT = "＊" * 11


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with installation(Settings(home=tmp_path_factory.mktemp("masking")), clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture(scope="module")
def clients(app) -> Iterator[dict[str, TestClient]]:
    api = create_app(app)
    opened = {role.value: _client(app, api, role) for role in access.Role}
    items = [
        {
            "external_id": f"v{number}",
            "text": f"车内异味很大，受不了，请打我电话{PHONE}。",
            "occurred_at": (NOW - timedelta(hours=number + 1)).isoformat(),
            "author": "王小明",
            "customer": {"external_id": f"c{number}", "name": "王小明"},
            "product": "X1",
        }
        for number in range(6)
    ]
    body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": items}
    assert opened["admin"].post("/feedback", json=body).json()["accepted"] == 6
    app.projector.catch_up()
    yield opened
    for client in opened.values():
        client.close()


@pytest.mark.parametrize(
    ("role", "open_to"), [("viewer", False), ("agent", False), ("analyst", True), ("admin", True)]
)
@pytest.mark.parametrize(
    "path",
    ["/verbatims", "/feedback/1", "/live/recent", "/facts/automotive.comfort.odour", "/reports/preview"],
)
def test_numbers_stand_open_from_the_analyst_on(clients, role, open_to, path):
    shown = clients[role].get(path).text
    assert (PHONE in shown, "王小明" in shown) in {(open_to, open_to), (open_to, False)}


@pytest.mark.parametrize("role", ["viewer", "agent"])
@pytest.mark.parametrize("kind", ["html", "xlsx"])
def test_report_files_carry_no_numbers(clients, role, kind):
    answer = clients[role].get("/reports/preview/file", params={"format": kind})
    assert answer.status_code == 200
    assert PHONE.encode() not in answer.content


def test_blots_keep_the_offsets(clients):
    masked = clients["viewer"].get("/feedback/1").json()
    whole = clients["analyst"].get("/feedback/1").json()
    assert len(masked["text"]) == len(whole["text"])
    assert masked["opinions"] == whole["opinions"]
    assert masked["text"].endswith(f"{BLOT}。")
    assert masked["customer"]["name"] == "王＊＊"


def test_evidence_frozen_by_an_analyst_is_masked_for_a_viewer(clients):
    action = {
        "title": "查异味",
        "kind": "product",
        "owner": "李",
        "team": "质",
        "due_date": "2026-04-01",
        "aspect": "automotive.comfort.odour",
        "expected_effect": {
            "metric": "negative_customers",
            "direction": "down",
            "size": 30,
            "unit": "percent",
            "due_date": "2026-05-01",
        },
    }
    made = clients["analyst"].post("/actions", json=action).json()
    assert PHONE in clients["analyst"].get(f"/actions/{made['id']}").text
    assert PHONE not in clients["viewer"].get(f"/actions/{made['id']}").text


@pytest.mark.parametrize("words", [PHONE, "138123", "a@b.cn"])
def test_searching_for_a_number_is_no_way_around(clients, words):
    refused = clients["viewer"].get("/verbatims", params={"q": words})
    assert (refused.status_code, refused.json()["error"]["field"]) == (422, "q")
    assert clients["analyst"].get("/verbatims", params={"q": words}).status_code == 200


def test_live_voices_are_masked(app):
    viewer = access.Principal(1, "v", "v", access.Role.VIEWER, masked=True)
    event = seen(Event("voice", {"id": 1, "text": f"打{PHONE}"}), app, viewer)
    assert event is not None
    assert event.data["text"] == f"打{BLOT}"


def test_setting_opens_personal_data_to_agents(settings: Settings):
    opened = settings.model_copy(update={"personal_data_from": "agent"})
    with installation(opened, clock=lambda: NOW) as app:
        client = _client(app, create_app(app), access.Role.AGENT)
        body = {"source": "论坛", "channel": "social", "taxonomy": "automotive"}
        item = {"external_id": "1", "text": f"打{PHONE}", "occurred_at": NOW.isoformat()}
        assert client.post("/feedback", json=body | {"items": [item]}).status_code == 200
        app.projector.catch_up()
        assert PHONE in client.get("/verbatims").text


def _client(app: Installation, api, role: access.Role) -> TestClient:
    with app.ledger.write() as connection:
        secret = token_in(connection, app.clock, role)
    return bearing(api, secret)
