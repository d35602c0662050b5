"""The explorer and the roadmap over HTTP."""

from __future__ import annotations

from io import BytesIO

import polars as pl
import pytest
from starlette.testclient import TestClient

ALL = {"from": "2000-01-01", "to": "2026-11-22"}


def test_a_cell_opens_the_voices_it_counts(filled: TestClient) -> None:
    found = filled.get("/explore", params=ALL | {"rows": "segment", "columns": "channel"}).json()
    cell = found["cells"][0]
    assert (cell["share"]["count"], cell["share"]["n"]) == (40, 80)
    query = cell["link"].split("?")[1]
    assert filled.get(f"/verbatims?{query}").json()["total"] == 40


@pytest.mark.parametrize(
    "rows", ["aspect1", "aspect2", "type", "sentiment", "week", "month", "product", "taxonomy"]
)
def test_every_dimension_can_be_crossed(filled: TestClient, rows: str) -> None:
    found = filled.get("/explore", params=ALL | {"rows": rows, "columns": "channel"}).json()
    assert found["rows"]
    assert all(each["share"]["count"] <= each["share"]["n"] for each in found["cells"])


def test_the_same_dimension_twice_is_refused(filled: TestClient) -> None:
    assert filled.get("/explore", params={"rows": "week", "columns": "week"}).status_code == 422


def test_a_crossing_is_saved_as_a_file(filled: TestClient) -> None:
    params = ALL | {"rows": "aspect1", "columns": "channel"}
    table = pl.read_csv(BytesIO(filled.get("/explore/file", params=params).content))
    cells = filled.get("/explore", params=params).json()["cells"]
    assert table["客户数"].to_list() == [cell["share"]["count"] for cell in cells]
    book = filled.get("/explore/file", params=params | {"kind": "xlsx"})
    assert book.content.startswith(b"PK")


def test_a_decision_needs_its_reason_and_moves_the_issue(filled: TestClient) -> None:
    steps = filled.get("/roadmap", params=ALL).json()["steps"]
    last = steps[-1]["ranked"]["fact"]["aspect"]
    assert filled.put(f"/roadmap/{last}", json={"position": 1}).status_code == 422
    assert filled.put(f"/roadmap/{last}", json={"position": 1, "reason": "法规要求"}).status_code == 200
    moved = filled.get("/roadmap", params=ALL | {"budget": 10}).json()
    assert moved["steps"][0]["ranked"]["fact"]["aspect"] == last
    assert moved["steps"][0]["decision"]["reason"] == "法规要求"
    assert filled.put("/roadmap/no.such", json={}).status_code == 404


def test_what_two_taxonomies_call_the_same_is_told_apart_and_the_catch_all_comes_last(
    filled: TestClient,
) -> None:
    for taxonomy in ("automotive", "retail"):
        items = [
            {"external_id": f"{taxonomy}{i}", "text": "非常满意", "occurred_at": "2026-10-01T00:00:00Z"}
            for i in range(3)
        ]
        body = {"source": taxonomy, "channel": "review", "taxonomy": taxonomy, "items": items}
        filled.post("/feedback", json=body)
    filled.app.state.installation.projector.catch_up()  # type: ignore[attr-defined]
    rows = filled.get("/explore", params=ALL | {"rows": "aspect1"}).json()["rows"]
    names = [row["zh"] for row in rows]
    assert len(names) == len(set(names))
    assert {row["id"] for row in rows[-2:]} == {"automotive.general", "retail.general"}
    assert all(row["zh"].startswith("整体（") for row in rows[-2:])
