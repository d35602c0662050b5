"""An installation with a small history, and a signed-in reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient
from tests.serving import api_of

from huiyin.bootstrap import Installation

START = datetime(2026, 9, 1, 2, 0, tzinfo=UTC)
TEXTS = {
    "空调有异味，很难受": 3,
    "油耗很低，非常满意": 4,
    "车机卡顿，但是座椅舒服": 2,
    "The brakes are noisy": 1,
}


@pytest.fixture
def stranger(app: Installation) -> Iterator[TestClient]:
    """A browser without a sign-in."""
    headers = {"X-Huiyin-CSRF": "1"}
    with TestClient(api_of(app), base_url="http://testserver/api/v1", headers=headers) as client:
        yield client


@pytest.fixture
def reader(stranger: TestClient) -> TestClient:
    """The same browser, signed in, over an empty installation."""
    body = {"username": "boss", "password": "correct horse", "display_name": "老板"}
    assert stranger.post("/auth/setup", json=body).status_code == 200
    return stranger


@pytest.fixture
def filled(reader: TestClient, app: Installation) -> TestClient:
    """160 voices of 80 customers over eighty days, projected."""
    for channel, scale in (("review", 5), ("nps", 10)):
        items = [_item(i, channel, scale) for i in range(80)]
        body = {"source": f"{channel} 源", "channel": channel, "taxonomy": "automotive", "items": items}
        assert reader.post("/feedback", json=body).json()["accepted"] == 80
    app.projector.catch_up()
    return reader


def _item(i: int, channel: str, scale: int) -> dict[str, object]:
    text, rating = list(TEXTS.items())[i % len(TEXTS)]
    return {
        "external_id": f"{channel}-{i}",
        "text": text,
        "occurred_at": (START + timedelta(days=i)).isoformat(),
        "rating": rating * scale / 5,
        "rating_scale": scale,
        "product": "AB"[i % 2],
        "customer": {"external_id": f"C{i}", "name": f"客户{i}", "segment": ("家庭", "年轻")[i % 2]},
    }
