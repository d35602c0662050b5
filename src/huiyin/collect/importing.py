"""Importing a file: mapped, validated, accepted in chunks, with the refused rows written beside it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Self

from huiyin.collect.files import Layout, Table, open_table
from huiyin.collect.files.table import BadRow
from huiyin.collect.intake import IntakeResult, Rejection, accept, validate
from huiyin.collect.mapping import RowMapper, check_mapping, follow_ups
from huiyin.collect.sources import ensure_source
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger

CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What to do with a file."""

    source: str
    channel: str
    taxonomy: str
    mapping: Mapping[str, str]
    defaults: Mapping[str, Any] = field(default_factory=dict)
    dry_run: bool = False
    # Recognised again where it is not said.
    layout: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come."""

    rows: int
    accepted: int
    duplicates: int
    rejected: int


OnProgress = Callable[[Progress], None]


def import_file(
    ledger: Ledger,
    settings: Settings,
    path: Path,
    plan: ImportPlan,
    *,
    clock: Clock,
    rejects: Path,
    on_progress: OnProgress = lambda _: None,
) -> Progress:
    """Bring the file's rows into the ledger, a transaction per chunk, and return the totals.

    Bad rows go to `rejects` (CSV with row, field, reason, expected and the row itself) while the good rows
    go in. A dry run validates everything and writes nothing but the rejects. Memory holds one chunk.
    """
    table = open_table(path, Layout(plan.layout) if plan.layout else None)
    check_mapping(plan.mapping, table)
    mapper = RowMapper(plan.mapping, plan.defaults)
    total = Progress(0, 0, 0, 0)
    with RejectsFile(rejects) as refused:
        for rows in _chunks(table):
            result = _take(ledger, settings, _map(rows, mapper), plan, clock)
            bad = [*_unreadable(rows), *result.rejected]
            refused.write(sorted(bad, key=lambda rejection: rejection.row))
            total = Progress(
                total.rows + len(rows),
                total.accepted + result.accepted,
                total.duplicates + result.duplicates,
                total.rejected + len(bad),
            )
            on_progress(total)
    return total


def _take(
    ledger: Ledger, settings: Settings, raws: list[tuple[int, dict[str, Any]]], plan: ImportPlan, clock: Clock
) -> IntakeResult:
    now = clock()
    voices, rejected = validate(raws, zone=settings.zone, received_at=now)
    if plan.dry_run:
        return IntakeResult(len(voices), 0, tuple(rejected))
    with ledger.write() as connection:
        source = ensure_source(
            connection, name=plan.source, channel=plan.channel, taxonomy=plan.taxonomy, now=now
        )
        taken = accept(connection, source, voices, received_at=now)
    return taken + IntakeResult(rejected=tuple(rejected))


def _chunks(table: Table) -> Iterator[list[tuple[int, Mapping[str, Any] | BadRow]]]:
    rows = table.rows()
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _map(
    rows: list[tuple[int, Mapping[str, Any] | BadRow]], mapper: RowMapper
) -> list[tuple[int, dict[str, Any]]]:
    raws = [(number, mapper(row)) for number, row in rows if not isinstance(row, BadRow)]
    return [(number, each) for number, raw in raws for each in (raw, *follow_ups(raw))]


def _unreadable(rows: list[tuple[int, Mapping[str, Any] | BadRow]]) -> list[Rejection]:
    return [
        Rejection(number, "", row.reason, row.expected) for number, row in rows if isinstance(row, BadRow)
    ]


class RejectsFile:
    """The refused rows as a CSV that a person can open, mend and import again; made only when needed."""

    HEADER = ("row", "field", "reason", "expected", "record")

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: Any = None

    def __enter__(self) -> Self:
        return self

    def write(self, rejections: list[Rejection]) -> None:
        if rejections and self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="")
            csv.writer(self._file).writerow(self.HEADER)
        for each in rejections:
            record = json.dumps(each.raw, ensure_ascii=False, default=str)
            csv.writer(self._file).writerow([each.row, each.field, each.reason, each.expected, record])

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()
