"""Labels of an audit leave, come back, and teach an aspect."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from huiyin.bootstrap import Installation
from huiyin.kit.errors import InvalidInputError
from huiyin.understand.audits.labels import export_labels, import_labels

ALL = {"from": "2000-01-01", "to": "2026-11-22", "taxonomy": "automotive"}
ODOUR, FUEL = "automotive.comfort.odour", "automotive.fuel"


def test_labels_leave_blind_and_come_back(filled: TestClient, app: Installation) -> None:
    audit = filled.post("/audits", params=ALL, json={"customers": 40}).json()["id"]
    with app.ledger.read() as connection:
        rows = list(export_labels(connection, audit))
    assert len(rows) >= 40
    assert all(row["machine"] is None and row["human"] is None for row in rows)
    for row in rows:
        found = ODOUR if "异味" in row["text"] else FUEL
        row["human"] = [{"aspect": found, "sentiment": -1}]
    with app.ledger.write() as connection:
        assert import_labels(connection, app.names, rows, by="外部", clock=app.clock) == len(rows)
    assert filled.get(f"/audits/{audit}").json()["labelled"] == len(rows)
    with app.ledger.read() as connection:
        again = next(iter(export_labels(connection, audit)))
    assert again["labelled_by"] == "外部"
    assert again["machine"] is not None


def test_labels_teach_with_look_alikes(filled: TestClient, app: Installation) -> None:
    audit = filled.post("/audits", params=ALL, json={"customers": 40}).json()["id"]
    while (card := filled.get(f"/audits/{audit}/next").json())["voice"]:
        voice = card["voice"]
        # People call low consumption a matter of price here.
        found = [{"aspect": ODOUR, "sentiment": -1}] if "异味" in voice["text"] else []
        filled.put(f"/audits/{audit}/labels/{voice['id']}", json={"opinions": found})
    examples = filled.get(f"/taxonomies/automotive/aspects/{ODOUR}/labelled").json()
    assert examples
    assert all(each["holds"] and "异味" in each["text"] for each in examples)
    alike = filled.get(f"/taxonomies/automotive/aspects/{FUEL}/labelled").json()
    assert alike
    assert not any(each["holds"] for each in alike)


def test_a_wrong_row_is_named_and_nothing_is_kept(filled: TestClient, app: Installation) -> None:
    audit = filled.post("/audits", params=ALL, json={"customers": 40}).json()["id"]
    with app.ledger.read() as connection:
        rows = list(export_labels(connection, audit))
    rows[0]["human"], rows[1]["human"] = [], [{"aspect": ODOUR}]
    with (
        pytest.raises(InvalidInputError) as caught,
        app.ledger.write() as connection,
    ):
        import_labels(connection, app.names, rows, by="外部", clock=app.clock)
    assert caught.value.row == 2
    assert filled.get(f"/audits/{audit}").json()["labelled"] == 0
