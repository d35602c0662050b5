"""After an erasure no answer, file or export of the API names the person, whatever was looked at and saved before."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import pytest
from sqlalchemy import insert, select
from starlette.testclient import TestClient
from tests.serving import api_of

from huiyin.bootstrap import Installation
from huiyin.collect.mail_bounces import address_digest
from huiyin.customers import churn, privacy, profile
from huiyin.kit.digests import digest_of
from huiyin.store.ledger import tables
from huiyin.store.ledger import tables_privacy as erasures
from huiyin.store.ledger.tables_mail import mail_bounce
from huiyin.store.ledger.tables_surveys import survey_opt_out

PHONE, NAME, ID = "13912345678", "赵雨桐雨桐", "HY-77120"
WORDS = "雨天后视镜总被水珠糊住希望以后能加个加热按钮就好了"
MARKS = (PHONE, NAME, ID, WORDS)


@pytest.fixture
def world(client: TestClient, app: Installation) -> TestClient:
    """The person heard, known, profiled, shown in a saved view, a report, a comment and a sent link."""
    with app.ledger.write() as connection:
        record = {"external_id": ID, "name": NAME, "attributes": {"phone": PHONE, "email": "yutong@example.com"}, "created_at": app.clock()}  # fmt: skip
        connection.execute(insert(tables.customer), record)
        connection.execute(insert(survey_opt_out), {"person_hash": digest_of(ID), "created_at": app.clock()})  # fmt: skip
        bounce = {"address_hash": address_digest("yutong@example.com"), "status": "5.1.1", "lasting": True, "bounces": 1, "first_at": app.clock(), "last_at": app.clock()}  # fmt: skip
        connection.execute(insert(mail_bounce), bounce)
    at = (app.clock() - timedelta(days=1)).isoformat()
    item = {
        "external_id": "V1",
        "text": WORDS,
        "occurred_at": at,
        "customer": {"external_id": ID},
        "product": "澄野E5",
    }
    body = {"source": "售后热线", "channel": "service", "taxonomy": "automotive", "items": [item]}
    assert client.post("/feedback", json=body).json()["accepted"] == 1
    app.projector.catch_up()
    client.post("/customers/resolve")
    rule = churn.Renewal()
    profile.refresh(app.ledger, app.facts, rule, zone=app.settings.zone, clock=app.clock)
    saved = {"name": "找她", "page": "/understand/verbatims", "query": f"q={WORDS}", "shared": True}
    assert client.post("/views", json=saved).status_code == 201
    action = {
        "title": f"回复{NAME}", "kind": "product", "owner": "demo", "team": "产品", "due_date": "2030-01-01", "aspect": "automotive.exterior",
        "hypothesis": WORDS, "expected_effect": {"metric": "share_negative", "direction": "down", "size": 10, "unit": "percent"},
    }  # fmt: skip
    assert client.post("/actions", json=action).status_code == 201
    case = {"title": f"回电 {PHONE}", "owner": "demo", "feedback_id": 1}
    assert client.post("/cases", json=case).status_code == 201
    comment = {"kind": "case", "id": "1", "text": f"{WORDS}，已回电"}
    assert client.post("/comments", json=comment).status_code == 201
    return client


def test_no_answer_or_export_names_an_erased_person(world: TestClient, app: Installation) -> None:
    paths = _readable(app)
    before = {path: _names(world.get(path, params=_asked(path)).content) for path in paths}
    assert sum(bool(found) for found in before.values()) >= 8, before
    person = world.get("/customers", params={"q": PHONE}).json()["items"][0]["person"]
    answer = world.post(f"/customers/{person}/erase", json={"reason": "本人要求"})
    assert answer.status_code == 200, answer.text
    world.post("/customers/compact")
    after = {path: _names(world.get(path, params=_asked(path)).content) for path in paths}
    assert {path: found for path, found in after.items() if found} == {}
    assert _stored(app) == []
    with app.ledger.read() as connection:
        left = [connection.execute(select(table)).first() for table in (survey_opt_out, mail_bounce)]
    assert left == [None, None]


def test_another_server_cleans_its_own_facts_once(world: TestClient, app: Installation) -> None:
    person = world.get("/customers", params={"q": PHONE}).json()["items"][0]["person"]
    assert not privacy.compact_facts(app.ledger, app.facts, app.projector)
    world.post(f"/customers/{person}/erase", json={"reason": "本人要求"})
    assert privacy.compact_facts(app.ledger, app.facts, app.projector)
    assert not privacy.compact_facts(app.ledger, app.facts, app.projector)
    assert app.facts.query("SELECT count(*) AS n FROM voice WHERE text <> ''").item() == 0
    with app.ledger.read() as connection:
        assert connection.execute(select(erasures.erasure.c.compacted_at)).scalar_one() is None


def _readable(app: Installation) -> list[str]:
    """Every GET of the API that answers at once, with the first of everything in its path."""
    paths = api_of(app).openapi()["paths"]
    plain = [path.removeprefix("/api/v1") for path, methods in paths.items() if "get" in methods]
    # The stream never ends, and signing in leads to other sites.
    kept = [path for path in plain if path != "/live" and "oidc" not in path and path.startswith("/")]
    return [_filled(path) for path in kept]


def _filled(path: str) -> str:
    for part in [each for each in path.split("/") if each.startswith("{")]:
        value = "automotive.exterior" if "aspect" in part else "1"
        path = path.replace(part, value)
    return path


def _asked(path: str) -> dict[str, Any]:
    asked: dict[str, Any] = {"q": PHONE} if path == "/customers" else {}
    if "cross" in path:
        asked = {"row": "stage", "column": "segment"}
    return asked


def _names(content: bytes) -> list[str]:
    return [mark for mark in MARKS if any(form in part for part in _parts(content) for form in _forms(mark))]


def _parts(content: bytes) -> list[bytes]:
    """A spreadsheet is a ZIP; what it holds counts, not how it is packed."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            return [packed.read(name) for name in packed.namelist()]
    except BadZipFile:
        return [content]


def _forms(mark: str) -> tuple[bytes, ...]:
    return mark.encode(), json.dumps(mark)[1:-1].encode()


def _stored(app: Installation) -> list[str]:
    whole = b"\x00".join(path.read_bytes() for path in sorted(app.settings.home.rglob("*")) if path.is_file())
    return [mark for mark in MARKS if any(form in whole for form in _forms(mark))]
