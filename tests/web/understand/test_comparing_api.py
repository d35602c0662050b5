"""Comparison, strengths, map, reputation, experience and impact over HTTP."""

from __future__ import annotations

from io import BytesIO

import polars as pl
import pytest
from starlette.testclient import TestClient

ALL = {"from": "2000-01-01", "to": "2026-11-22"}
PATHS = (
    "/compare",
    "/strengths",
    "/performance",
    "/reputation",
    "/experience",
    "/facts/automotive.comfort/impact",
)


@pytest.mark.parametrize("path", PATHS)
def test_every_page_answers_with_its_window_and_its_method(filled: TestClient, path: str) -> None:
    found = filled.get(path, params=ALL).json()
    assert found["window"]["to"] == "2026-11-22"
    assert (found.get("how") or found["formula"])["zh"]


@pytest.mark.parametrize("path", PATHS)
def test_strangers_see_nothing(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 401


def test_a_compared_cell_opens_the_voices_it_counts(filled: TestClient) -> None:
    found = filled.get("/compare", params=ALL | {"by": "channel"}).json()
    cell = found["aspects"][0]["cells"][0]
    query = cell["link"].split("?")[1]
    total = filled.get(f"/verbatims?{query}").json()["total"]
    assert total >= cell["negative"]["count"]
    table = pl.read_csv(BytesIO(filled.get("/compare/file", params=ALL | {"by": "channel"}).content))
    assert table.height == sum(len(row["cells"]) for row in found["aspects"])
    picture = filled.get("/compare/file", params=ALL | {"by": "channel", "kind": "png"})
    assert picture.content.startswith(b"\x89PNG")


def test_wrong_questions_are_refused(filled: TestClient) -> None:
    assert filled.get("/compare", params=ALL | {"by": "nonsense"}).status_code == 422
    assert filled.get("/experience", params=ALL | {"step": "nonsense"}).status_code == 422
    none = {"rating_weight": 0, "net_weight": 0, "voice_weight": 0}
    assert filled.get("/reputation", params=ALL | none).status_code == 422
