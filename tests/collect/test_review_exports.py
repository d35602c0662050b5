"""Review exports of shops and app stores are recognised and read; the sample files are invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from huiyin.collect import ImportPlan, import_file, open_table, propose
from huiyin.collect.review_exports import EXPORTS, recognise_export
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger, tables

SAMPLES = Path(__file__).parent / "review_exports"
NAMES = [export.id for export in EXPORTS]


def brought_in(ledger: Ledger, settings: Settings, clock: Clock, name: str) -> list[dict[str, Any]]:
    path = SAMPLES / f"{name}.csv"
    mapping = {c.field: c.name for c in propose(open_table(path)) if c.field}
    plan = ImportPlan(name, "review", "retail", mapping)
    total = import_file(ledger, settings, path, plan, clock=clock, rejects=settings.home / "rejects.csv")
    assert total.rejected == 0
    with ledger.read() as connection:
        rows = connection.execute(select(tables.feedback).order_by(tables.feedback.c.id)).mappings()
        return [dict(row) for row in rows]


@pytest.mark.parametrize("name", NAMES)
def test_every_export_has_a_sample_that_is_recognised_and_read(
    name: str, ledger: Ledger, settings: Settings, clock: Clock
) -> None:
    table = open_table(SAMPLES / f"{name}.csv")
    found = recognise_export(table.columns)
    assert found is not None
    assert found[0].id == name
    assert all(column.reason.startswith(found[0].zh) for column in propose(table) if column.field)
    rows = brought_in(ledger, settings, clock, name)
    first = [row for row in rows if row["parent_external_id"] is None]
    assert all(row["text"] and row["rating"] is not None and row["occurred_at"].year == 2026 for row in first)


def test_follow_up_is_a_voice_of_its_own_linked_to_the_first(
    ledger: Ledger, settings: Settings, clock: Clock
) -> None:
    rows = {row["external_id"]: row for row in brought_in(ledger, settings, clock, "tmall")}
    later = rows["T1#follow-up"]
    assert (later["parent_external_id"], later["text"], later["rating"]) == (
        "T1",
        "用了一个月就没味道了",
        None,
    )
    assert later["occurred_at"].month == 6
    assert [rows[key]["rating"] for key in ("T1", "T2", "T3")] == [5.0, 1.0, 3.0]
    assert rows["T1"]["metadata"] == {"订单编号": "88001"}


def test_stars_in_words_and_signs_become_numbers(ledger: Ledger, settings: Settings, clock: Clock) -> None:
    assert [row["rating"] for row in brought_in(ledger, settings, clock, "appgallery")] == [3.0, 1.0]


def test_same_export_again_adds_nothing(ledger: Ledger, settings: Settings, clock: Clock) -> None:
    before = len(brought_in(ledger, settings, clock, "jd"))
    assert len(brought_in(ledger, settings, clock, "jd")) == before == 3


def test_other_tables_are_not_taken_for_an_export() -> None:
    assert recognise_export(("评价内容", "评价时间", "评分")) is None
    assert recognise_export(()) is None
