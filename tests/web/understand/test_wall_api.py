"""The live wall: volume, channels, what rises and how fresh each source is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from starlette.testclient import TestClient

from huiyin.bootstrap import Installation
from huiyin.understand import Context
from huiyin.understand.live.wall import live_wall


def _send(client: TestClient, app: Installation, source: str, texts: list[str], *, hours: float) -> None:
    at = app.clock() - timedelta(hours=hours)
    items = [
        {"external_id": f"{source}{hours}{n}", "author": f"{source}{hours}的{n}", "text": text,
         "occurred_at": (at - timedelta(seconds=n)).isoformat()}
        for n, text in enumerate(texts)
    ]  # fmt: skip
    body = {"source": source, "channel": "social", "taxonomy": "automotive", "items": items}
    assert client.post("/feedback", json=body).json()["accepted"] == len(texts)


def test_a_burst_of_complaints_rises_on_the_wall(client: TestClient, app: Installation) -> None:
    for day in range(2, 20):
        _send(client, app, "论坛", [f"空间很大，坐着舒服，第{day}天"] * 6, hours=24.0 * day)
    _send(client, app, "论坛", ["售后太差，没人管"] * 12, hours=0.05)
    app.projector.catch_up()
    wall = client.get("/live/wall").json()
    assert wall["voices"] == 12
    assert (wall["channels"][0]["channel"], wall["channels"][0]["voices"]) == ("social", 12)
    risen = wall["rising"][0]
    assert "售后" in risen["zh"]
    assert (risen["customers"], risen["unusual"]) == (12, True)
    assert risen["expected"] < 1
    source = wall["sources"][0]
    assert (source["source"], source["stale"]) == ("论坛", False)
    assert 0 <= source["delay_p50_s"] <= source["delay_p95_s"]


def test_an_empty_installation_has_an_empty_wall(client: TestClient) -> None:
    wall = client.get("/live/wall").json()
    assert (wall["voices"], wall["channels"], wall["rising"], wall["sources"]) == (0, [], [], [])


def test_hours_are_written_in_the_zone_of_the_installation(app: Installation) -> None:
    now = datetime(2026, 9, 1, 2, 10, tzinfo=UTC)
    wall = live_wall(Context(app.facts, app.names, 30), now=now, zone=ZoneInfo("Asia/Kolkata"))
    assert wall.volume.table is not None
    assert "07:30" in str(wall.volume.table)
