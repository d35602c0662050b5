"""Files of every format go in once, and what is refused is named."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter
from sqlalchemy import func, select

from huiyin.collect import ImportPlan, import_file, open_table, propose
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger, tables

ROWS = [
    {"评论编号": "r1", "评论内容": "空调有异味，开了一周还没散", "评分": "2", "评论时间": "2026-11-01 10:00", "昵称": "阿宽"},
    {"评论编号": "r2", "评论内容": "动力足，超车很轻松", "评分": "5", "评论时间": "2026/11/2", "昵称": "小满"},
    {"评论编号": "r3", "评论内容": "车机有点卡", "评分": "3", "评论时间": "2026年11月3日", "昵称": "老周"},
]  # fmt: skip
PLAN = ImportPlan(
    source="商城评论",
    channel="review",
    taxonomy="automotive",
    mapping={"external_id": "评论编号", "text": "评论内容", "rating": "评分", "occurred_at": "评论时间", "author": "昵称"},
)  # fmt: skip


def _csv(path: Path, encoding: str, rows: list[dict[str, str]] = ROWS, delimiter: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def _xlsx(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("评论")
        for place, row in enumerate([list(ROWS[0]), *[list(row.values()) for row in ROWS]]):
            sheet.write_row(place, 0, row)
    return path


def _jsonl(path: Path) -> Path:
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS) + "\n"
    path.write_bytes(gzip.compress(lines.encode()) if path.suffix == ".gz" else lines.encode())
    return path


def _parquet(path: Path) -> Path:
    pl.DataFrame(ROWS).write_parquet(path)
    return path


FORMATS = {
    "utf-8.csv": lambda p: _csv(p, "utf-8"),
    "bom.csv": lambda p: _csv(p, "utf-8-sig"),
    "gb.csv": lambda p: _csv(p, "gb18030"),
    "utf-16.csv": lambda p: _csv(p, "utf-16"),
    "tabs.tsv": lambda p: _csv(p, "utf-8", delimiter="\t"),
    "semicolon.csv": lambda p: _csv(p, "utf-8", delimiter=";"),
    "book.xlsx": _xlsx,
    "lines.jsonl": _jsonl,
    "lines.jsonl.gz": _jsonl,
    "rows.parquet": _parquet,
}


def _texts(ledger: Ledger) -> list[str]:
    with ledger.read() as connection:
        return list(connection.execute(select(tables.feedback.c.text).order_by("external_id")).scalars())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_in_once(
    name: str, tmp_path: Path, ledger: Ledger, settings: Settings, clock: Clock
) -> None:
    path = FORMATS[name](tmp_path / name)
    rejects = tmp_path / "rejects.csv"
    first = import_file(ledger, settings, path, PLAN, clock=clock, rejects=rejects)
    second = import_file(ledger, settings, path, PLAN, clock=clock, rejects=rejects)
    assert (first.accepted, first.duplicates, first.rejected) == (3, 0, 0)
    assert (second.accepted, second.duplicates, second.rejected) == (0, 3, 0)
    assert _texts(ledger) == [row["评论内容"] for row in ROWS]
    assert not rejects.exists()


@pytest.mark.parametrize("name", FORMATS)
def test_columns_are_recognised(name: str, tmp_path: Path) -> None:
    columns = propose(open_table(FORMATS[name](tmp_path / name)))
    assert {c.field: c.name for c in columns} == dict(PLAN.mapping)


def test_bad_rows_are_named_and_the_good_ones_go_in(
    tmp_path: Path, ledger: Ledger, settings: Settings, clock: Clock
) -> None:
    bad = [
        ROWS[0],
        ROWS[1] | {"评分": "很好"},
        ROWS[2] | {"评论时间": "昨天"},
        ROWS[2] | {"评论编号": "r4", "评论内容": ""},
    ]
    path = _csv(tmp_path / "bad.csv", "utf-8", [*bad[:3], bad[3] | {"评分": ""}])
    with path.open("a", encoding="utf-8") as file:
        file.write("r9,少了几格\n")
    rejects = tmp_path / "rejects.csv"
    total = import_file(ledger, settings, path, PLAN, clock=clock, rejects=rejects)
    assert (total.rows, total.accepted, total.rejected) == (5, 1, 4)
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        named = [(row["row"], row["field"]) for row in csv.DictReader(file)]
    assert named == [("3", "rating"), ("4", "occurred_at"), ("5", "text"), ("6", "")]


def test_invalid_bytes_are_named_not_guessed(
    tmp_path: Path, ledger: Ledger, settings: Settings, clock: Clock
) -> None:
    path = _csv(tmp_path / "bytes.csv", "utf-8")
    tail = b"r5," + b"\xff\xfe\x80" * 3 + ",4,2026-11-04,某人\n".encode()
    # The broken byte lies beyond the probe that decides the encoding.
    filler = "".join(f"f{i},填充的一行文字,4,2026-11-04,某人\n" for i in range(9_000))
    path.write_bytes(path.read_bytes() + filler.encode() + tail)
    rejects = tmp_path / "rejects.csv"
    total = import_file(ledger, settings, path, PLAN, clock=clock, rejects=rejects)
    assert (total.accepted, total.rejected) == (9_003, 1)
    assert "text" in rejects.read_text(encoding="utf-8-sig")


def test_rows_without_id_stay_apart_and_go_in_once(
    tmp_path: Path, ledger: Ledger, settings: Settings, clock: Clock
) -> None:
    path = _csv(tmp_path / "plain.csv", "utf-8", [{"内容": "很好"}, {"内容": "很好"}, {"内容": "一般"}])
    plan = ImportPlan("评论", "review", "retail", {"text": "内容"})
    first = import_file(ledger, settings, path, plan, clock=clock, rejects=tmp_path / "r.csv")
    second = import_file(ledger, settings, path, plan, clock=clock, rejects=tmp_path / "r.csv")
    assert (first.accepted, second.accepted, second.duplicates) == (3, 0, 3)


def test_dry_run_writes_nothing(tmp_path: Path, ledger: Ledger, settings: Settings, clock: Clock) -> None:
    plan = ImportPlan(PLAN.source, PLAN.channel, PLAN.taxonomy, PLAN.mapping, dry_run=True)
    path = _csv(tmp_path / "dry.csv", "utf-8")
    total = import_file(ledger, settings, path, plan, clock=clock, rejects=tmp_path / "r.csv")
    assert total.accepted == 3
    with ledger.read() as connection:
        assert connection.execute(select(func.count()).select_from(tables.source)).scalar() == 0
    assert _texts(ledger) == []


def test_unmapped_columns_are_kept_as_metadata(
    tmp_path: Path, ledger: Ledger, settings: Settings, clock: Clock
) -> None:
    path = _csv(tmp_path / "extra.csv", "utf-8", [row | {"批次": "B"} for row in ROWS])
    import_file(ledger, settings, path, PLAN, clock=clock, rejects=tmp_path / "r.csv")
    with ledger.read() as connection:
        kept = connection.execute(select(tables.feedback.c.metadata)).scalars().all()
    assert kept == [{"批次": "B"}] * 3


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ({"text": "没有这列"}, "no column"),
        ({"texxt": "评论内容"}, "is no field"),
        ({"author": "昵称"}, "neither text nor rating"),
    ],
)
def test_wrong_mapping_is_refused(
    mapping: dict[str, str], said: str, tmp_path: Path, ledger: Ledger, settings: Settings, clock: Clock
) -> None:
    plan = ImportPlan("x", "review", "retail", mapping)
    path = _csv(tmp_path / "a.csv", "utf-8")
    with pytest.raises(InvalidInputError, match=said):
        import_file(ledger, settings, path, plan, clock=clock, rejects=tmp_path / "r.csv")


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", b""), ("a.xlsx", b"PK no zip"), ("a.parquet", b"PAR1 no")]
)
def test_unreadable_file_is_refused(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InvalidInputError) as caught:
        open_table(path)
    assert caught.value.field == "file"


@pytest.mark.shared
def test_labelled_files_are_a_mapping_not_code(shared_data: Path) -> None:
    forum = propose(open_table(shared_data / "automotive" / "forum_aspects.train.jsonl.gz"))
    shopping = propose(open_table(shared_data / "retail" / "shopping_polarity.train.jsonl.gz"))
    assert {c.name: c.field for c in forum}["text"] == "text"
    assert {c.name: c.field for c in forum}["id"] == "external_id"
    assert {c.name: c.field for c in shopping}["text"] == "text"
