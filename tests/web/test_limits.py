"""People with limits: every GET endpoint of the OpenAPI document, every role, every kind of limit.

Half of the world is hidden from them and says so in its own words: whatever a reader with limits is shown
must not contain the mark 龘.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import insert, select
from starlette.testclient import TestClient
from tests.people import token_in
from tests.postgres import database_for_tests
from tests.serving import bearing

from huiyin import access, customers
from huiyin.bootstrap import Installation, installation
from huiyin.kit.settings import Settings
from huiyin.store.ledger import metadata, tables
from huiyin.store.ledger.tables_signals import signal
from huiyin.understand import Event
from huiyin.web.app import create_app
from huiyin.web.limits import DOORS
from huiyin.web.live import seen

NOW = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
MARK = "龘"
LIMITS = {"product": ["明车"], "region": ["明区"], "channel": ["social"]}
ROLES = ("viewer", "agent", "analyst")
# An endless stream, tested by its events below.
STREAMS = {"/live"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    home: Path = tmp_path_factory.mktemp("limits")
    settings = Settings(home=home, minimum_n=5, ledger_url=SecretStr(database_for_tests()))
    with installation(settings, clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture(scope="module")
def api(app):
    return create_app(app)


@pytest.fixture(scope="module")
def admin(app, api) -> Iterator[TestClient]:
    with bearing(api, _token(app, "boss", "admin")) as client:
        yield client


@pytest.fixture(scope="module")
def world(app, admin) -> dict[str, dict[str, int]]:
    """Six visible customers, six hidden ones, and what people made of each half; ids by half and name."""
    for half, channel in (("明", "social"), ("龘", "service")):
        items = [_voice(half, number) for number in range(6)]
        body = {"source": f"来源{channel}", "channel": channel, "taxonomy": "automotive", "items": items}
        assert admin.post("/feedback", json=body).json()["accepted"] == 6
    app.projector.catch_up()
    customers.resolve(app.ledger, clock=app.clock)
    return {half: _made(app, admin, half) for half in ("明", "龘")}


@pytest.fixture(scope="module")
def people(app, api) -> Iterator[dict[tuple[str, str], TestClient]]:
    """Clients by role and limited dimension."""
    clients = {
        (role, dimension): bearing(api, _token(app, f"{role}-{dimension}", role, dimension))
        for role in ROLES
        for dimension in LIMITS
    }
    yield clients
    for client in clients.values():
        client.close()


def test_nobody_with_limits_is_shown_a_hidden_row(api, world, people):
    shown = []
    for (role, dimension), client in people.items():
        for path in _readable(api):
            for ids in world.values():
                answer = client.get(_filled(path, ids), params=_asked(api, path))
                assert answer.status_code < 500, (path, answer.text)
                if MARK in _text(answer):
                    shown.append((role, dimension, path))
    assert shown == []


def test_admin_is_shown_the_hidden_half(api, world, admin):
    """Or the test above would prove nothing."""
    reach = {
        path
        for path in _readable(api)
        if MARK in _text(admin.get(_filled(path, world["龘"]), params=_asked(api, path)))
    }
    wanted = {"/meta", "/verbatims", "/feedback/{feedback_id}", "/live/recent", "/cases", "/cases/{case_id}"}
    wanted |= {"/actions", "/actions/{action_id}", "/signals", "/reports"}
    wanted |= {"/customers", "/customers/{person}", "/facts/{aspect}", "/alert-rules"}
    assert wanted <= reach


@pytest.mark.parametrize("dimension", LIMITS)
@pytest.mark.parametrize("path", ["/facts", "/overview", "/priorities", "/verbatims", "/explore"])
def test_limited_figures_are_those_of_the_filter(world, people, admin, dimension, path):
    mine = people["analyst", dimension].get(path).json()
    filtered = admin.get(path, params={dimension: LIMITS[dimension]}).json()
    for answer in (mine, filtered):
        for name in ("projected_at", "as_of", "actions", "alerts", "headline", "summary", "window"):
            answer.pop(name, None)
    assert _without_links(mine) == _without_links(filtered)


@pytest.mark.parametrize("path", ["/topics", "/coverage", "/programme", "/surveys", "/imports"])
def test_a_shut_door_says_why(world, people, path):
    error = people["analyst", "product"].get(path).json()["error"]
    assert error["code"] == f"beyond_limits_{path.split('/')[1]}"
    assert "some products: " in error["message"]


@pytest.mark.parametrize("dimension", LIMITS)
def test_limited_roadmap_ranks_the_own_half(world, people, admin, dimension):
    """What is acted upon and what was decided differs by reader; whom the issues trouble does not."""
    mine = people["viewer", dimension].get("/roadmap").json()
    filtered = admin.get("/roadmap", params={dimension: LIMITS[dimension]}).json()
    assert mine["unhappy"] == filtered["unhappy"] > 0
    ranked = [
        [
            (step["ranked"]["fact"]["aspect"], step["ranked"]["fact"]["negative_customers"])
            for step in each["steps"]
        ]
        for each in (mine, filtered)
    ]
    assert ranked[0] == ranked[1]


def test_reasons_of_the_roadmap_stay_with_those_who_hear_everybody(world, people, admin):
    aspect = "automotive.comfort.odour"
    decided = {"position": 1, "reason": f"{MARK}店来电要求先办"}
    assert admin.put(f"/roadmap/{aspect}", json=decided).status_code == 200
    assert MARK in admin.get("/roadmap", params={"level": 2}).text
    for client in people.values():
        assert MARK not in client.get("/roadmap", params={"level": 2}).text
    assert admin.put(f"/roadmap/{aspect}", json={}).status_code == 200


@pytest.mark.parametrize("dimension", LIMITS)
def test_own_half_is_shown(world, people, dimension):
    client = people["agent", dimension]
    assert client.get("/verbatims").json()["total"] == 6
    assert client.get(f"/feedback/{world['明']['feedback_id']}").status_code == 200
    assert client.get(f"/feedback/{world['龘']['feedback_id']}").status_code == 404
    assert [each["title"] for each in client.get("/cases").json()["items"]] == ["明个案"]
    assert client.get("/customers", params={"q": "明客1"}).json()["items"]
    assert not client.get("/customers", params={"q": "龘客1"}).json()["items"]


def test_hidden_things_cannot_be_changed(world, people):
    for dimension in LIMITS:
        client, hidden = people["agent", dimension], world["龘"]
        for path in (f"/cases/{hidden['case_id']}", f"/actions/{hidden['action_id']}"):
            assert client.patch(path, json={"note": "看到了"}).status_code == 404


def test_launches_opportunities_and_talk_follow_the_limits(world, people):
    client, mine, hidden = people["agent", "product"], world["明"], world["龘"]
    assert [each["name"] for each in client.get("/launches").json()["items"]] == ["明上市"]
    assert client.get(f"/launches/{mine['event_id']}").status_code == 200
    assert client.get(f"/launches/{hidden['event_id']}").status_code == 404
    assert client.get("/opportunities").status_code == client.get("/customers/churn").status_code == 200
    said = {"kind": "action", "text": "收到"}
    assert client.post("/comments", json=said | {"id": str(mine["action_id"])}).status_code == 201
    assert client.post("/comments", json=said | {"id": str(hidden["action_id"])}).status_code == 404
    fact = {"kind": "fact", "about": "automotive.comfort.odour"}
    assert client.get("/comments", params=fact).json()["error"]["code"] == "beyond_limits"


def test_case_of_a_hidden_voice_cannot_be_opened(world, people):
    body = {"title": "试探", "owner": "李", "feedback_id": world["龘"]["feedback_id"]}
    answer = people["agent", "product"].post("/cases", json=body)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "feedback_id")


def test_doors_not_thought_about_are_shut(api, world, people):
    client = people["analyst", "product"]
    for path in _readable(api):
        if f"GET {path}" not in DOORS:
            answer = client.get(_filled(path, world["明"]), params=_asked(api, path))
            assert answer.status_code in (401, 403, 404), path


def test_doors_exist(api):
    paths = api.openapi()["paths"]
    known = {f"{method.upper()} {_short(path)}" for path, methods in paths.items() for method in methods}
    assert known >= DOORS


def test_live_voices_of_others_are_not_streamed(app, world):
    limited = access.Principal(1, "u", "u", access.Role.ANALYST, limits=access.Limits(products=("明车",)))
    narrowed = access.NarrowedFacts(app.facts, access.sight_of(limited))
    view = replace(app, facts=narrowed)
    mine, others = ({"id": world[half]["feedback_id"], "text": half} for half in ("明", "龘"))
    assert seen(Event("voice", mine), view, limited) is not None
    assert seen(Event("voice", others), view, limited) is None


def test_ledger_tables_with_rows_of_customers_are_narrowed(app, world):
    limits = access.Limits(products=("明车",))
    ledger = access.NarrowedLedger(app.ledger, access.Sight(limits))
    hidden = {"customer_id": "customer", "feedback_id": "feedback"}
    with app.ledger.read() as whole:
        rows = {
            name: set(whole.scalars(select(metadata.tables[name].c.id)).all()) for name in hidden.values()
        }
    with ledger.read() as connection:
        for name in hidden.values():
            visible = set(connection.scalars(select(metadata.tables[name].c.id)).all())
            assert len(visible) == len(rows[name]) / 2
        for table in metadata.sorted_tables:
            for key in set(hidden) & set(table.columns.keys()):
                reach = set(connection.scalars(select(table.c[key])).all()) - {None}
                allowed = set(connection.scalars(select(metadata.tables[hidden[key]].c.id)).all())
                assert reach <= allowed, table.name
    with app.ledger.read() as whole:
        assert whole.scalar(select(tables.feedback.c.id).limit(1)) is not None


def _voice(half: str, number: int) -> dict[str, object]:
    return {
        "external_id": f"{half}{number}",
        "text": f"{half}：车内异味很大，味道刺鼻，受不了。",
        "occurred_at": (NOW - timedelta(hours=number + 1)).isoformat(),
        "author": f"{half}车主{number}",
        "product": f"{half}车",
        "customer": {"external_id": f"{half}客{number}", "name": f"{half}客{number}", "region": f"{half}区"},
    }


def _made(app: Installation, admin: TestClient, half: str) -> dict[str, int]:
    filters = {
        "product": f"{half}车",
        "region": f"{half}区",
        "channel": "social" if half == "明" else "service",
    }
    voice = admin.get("/verbatims", params={"product": f"{half}车"}).json()["items"][0]
    case = {"title": f"{half}个案", "owner": "李", "feedback_id": voice["id"], "origin": "voice"}
    rule = {"name": f"{half}规则", "metric": "negative_customers", "window_hours": 24, "threshold": 1}
    rule |= {"filters": filters, "cooldown_hours": 1, "targets": []}
    effect = {"metric": "negative_customers", "direction": "down", "size": 30, "unit": "percent"}
    action = {
        "title": f"{half}行动",
        "kind": "product",
        "owner": "李",
        "team": "质",
        "due_date": "2026-04-01",
    }
    action |= {"aspect": "automotive.comfort.odour", "filters": filters, "hypothesis": half}
    report = {"name": f"{half}报告", "filters": filters}
    ids = {
        "feedback_id": voice["id"],
        "person": admin.get("/customers", params={"q": f"{half}客1"}).json()["items"][0]["person"],
        "customer_id": voice["customer"]["id"],
        "case_id": _id(admin.post("/cases", json=case)),
        "rule_id": _id(admin.post("/alert-rules", json=rule)),
        "action_id": _id(
            admin.post("/actions", json=action | {"expected_effect": effect | {"due_date": "2026-05-01"}})
        ),
        "report_id": _id(admin.post("/reports", json=report)),
        "event_id": _id(admin.post("/launches", json=_launch(half))),
    }
    with app.ledger.write() as connection:
        ids["signal_id"] = connection.execute(
            insert(signal).values(_signal(half, voice["id"]))
        ).inserted_primary_key[0]
    return ids


def _launch(half: str) -> dict[str, object]:
    since = (NOW - timedelta(days=9)).isoformat()
    return {
        "name": f"{half}上市",
        "starts_at": since,
        "product": f"{half}车",
        "terms": [f"{half}车"],
        "rivals": [],
    }


def _signal(half: str, feedback_id: int) -> dict[str, object]:
    moments = dict.fromkeys(
        ("since", "first_seen_at", "last_seen_at", "window_from", "window_to", "updated_at"), NOW
    )
    numbers = dict.fromkeys(
        ("observed", "expected", "low", "high", "p_value", "adjusted_p", "people", "voices"), 6
    )
    lists = {"members": [], "crisis_parts": {}, "days": [], "who": {}, "causes": []}
    return (
        moments
        | numbers
        | lists
        | {
            "kind": "complaints",
            "taxonomy": "automotive",
            "product": f"{half}车",
            "channel": "social" if half == "明" else "service",
            "crisis": 0.5,
            "origin": [{"feedback_id": feedback_id}],
            "verbatims": [feedback_id],
            "state": "open",
            "note": f"{half}信号",
        }
    )


def _id(answer) -> int:
    assert answer.status_code in (200, 201), answer.text
    return answer.json()["id"]


def _token(app: Installation, username: str, role: str, dimension: str = "") -> str:
    limits = access.limits_from({dimension: LIMITS[dimension]} if dimension else {})
    with app.ledger.write() as connection:
        return token_in(connection, app.clock, access.Role(role), username=username, limits=limits)


def _short(path: str) -> str:
    return path.removeprefix("/api/v1")


def _readable(api) -> list[str]:
    paths = api.openapi()["paths"]
    return [
        _short(path) for path, methods in paths.items() if "get" in methods and _short(path) not in STREAMS
    ]


def _filled(path: str, ids: dict[str, int]) -> str:
    path = path.replace("{aspect}", "automotive.comfort.odour")
    for name, value in ids.items():
        path = path.replace(f"{{{name}}}", str(value))
    while "{" in path:
        path = path[: path.index("{")] + "1" + path[path.index("}") + 1 :]
    return path


def _asked(api, path: str) -> dict[str, object]:
    """The words that would find a hidden customer, and a first choice of whatever must be chosen."""
    parameters = api.openapi()["paths"][f"/api/v1{path}"]["get"].get("parameters", [])
    asked: dict[str, object] = {"q": f"{MARK}客1"} if path == "/customers" else {}
    for each in parameters:
        if each["in"] == "query" and each.get("required"):
            asked[each["name"]] = each["schema"].get("enum", ["product"])[0]
    return asked


def _text(answer) -> str:
    if not answer.content.startswith(b"PK"):
        return answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


def _without_links(value):
    if isinstance(value, dict):
        return {name: _without_links(each) for name, each in value.items() if "link" not in name}
    return [_without_links(each) for each in value] if isinstance(value, list) else value
