"""Saved reports: what a team wants to see again, and when it is sent to whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, insert, select, update

from huiyin.access import Principal
from huiyin.act.reports.errors import ReportNotFoundError
from huiyin.act.sending.targets import Target, kept_target, known_again, opened_target
from huiyin.act.stored_filters import check_filters
from huiyin.charts import Language
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_reports import report


class Cadence(StrEnum):
    """How often a report goes out by itself."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a report goes out: each day, or on `weekday` (1 Monday … 7 Sunday), at a full hour of the installation."""

    cadence: Cadence = Cadence.NEVER
    weekday: int = 1
    hour: int = 8


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """What a person fills in; `filters` without days mean the usual moving window."""

    name: str
    team: str = ""
    filters: Mapping[str, Any] = field(default_factory=dict)
    language: Language = Language.ZH
    schedule: Schedule = Schedule()
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedReport:
    """A report as it is kept."""

    id: int
    name: str
    team: str
    filters: dict[str, Any]
    language: Language
    schedule: Schedule
    targets: tuple[Target, ...]
    next_run_at: datetime | None
    last_run_at: datetime | None
    created_by: str
    created_at: datetime
    updated_at: datetime


def save_report(
    connection: Connection, draft: ReportDraft, *, by: Principal, clock: Clock, zone: ZoneInfo
) -> SavedReport:
    """Keep a report; raises `InvalidInputError` for an empty name, unknown filters or an impossible hour."""
    values = _columns(connection, draft, clock(), zone) | {"created_by": by.username, "created_at": clock()}
    report_id: int = connection.execute(insert(report).values(values).returning(report.c.id)).scalar_one()
    return get_report(connection, report_id)


def change_report(
    connection: Connection, report_id: int, draft: ReportDraft, *, clock: Clock, zone: ZoneInfo
) -> SavedReport:
    """Replace what a report asks; raises as `save_report` does, and `ReportNotFoundError`."""
    before = get_report(connection, report_id)
    draft = replace(draft, targets=known_again(draft.targets, before.targets))
    connection.execute(
        update(report).where(report.c.id == report_id).values(_columns(connection, draft, clock(), zone))
    )
    return get_report(connection, report_id)


def get_report(connection: Connection, report_id: int) -> SavedReport:
    """Return one report; raises `ReportNotFoundError`."""
    query = select(report).where(report.c.id == report_id, report.c.removed_at.is_(None))
    row = connection.execute(query).one_or_none()
    if row is None:
        raise ReportNotFoundError(f"no report has the id {report_id}")
    return _report(connection, row)


def list_reports(connection: Connection, *, due_at: datetime | None = None) -> list[SavedReport]:
    """Return the kept reports by name; `due_at` keeps those whose time has come."""
    query = select(report).where(report.c.removed_at.is_(None)).order_by(report.c.name, report.c.id)
    if due_at is not None:
        query = query.where(report.c.next_run_at <= due_at)
    return [_report(connection, row) for row in connection.execute(query)]


def remove_report(connection: Connection, report_id: int, *, clock: Clock) -> None:
    """Take a report away; what was sent stays sent, its links stop working."""
    get_report(connection, report_id)
    gone = {"removed_at": clock(), "next_run_at": None, "updated_at": clock()}
    connection.execute(update(report).where(report.c.id == report_id).values(gone))


def mark_run(connection: Connection, due: SavedReport, *, clock: Clock, zone: ZoneInfo) -> bool:
    """Move a due report to its next time; False where another process has done so already."""
    following = next_run(due.schedule, clock(), zone)
    moved = connection.execute(
        update(report)
        .where(report.c.id == due.id, report.c.next_run_at == due.next_run_at, report.c.removed_at.is_(None))
        .values(next_run_at=following, last_run_at=clock())
    )
    return moved.rowcount == 1


def next_run(schedule: Schedule, after: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the next moment of a schedule strictly after `after`, aware UTC; None for never.

    >>> at = datetime(2026, 11, 20, 3, tzinfo=UTC)
    >>> next_run(Schedule(Cadence.WEEKLY, weekday=1, hour=9), at, ZoneInfo("Asia/Shanghai")).isoformat()
    '2026-11-23T01:00:00+00:00'
    """
    if schedule.cadence is Cadence.NEVER:
        return None
    day = after.astimezone(zone).date()
    while True:
        moment = datetime.combine(day, time(schedule.hour), zone).astimezone(UTC)
        if moment > after and _fits(schedule, day):
            return moment
        day += timedelta(days=1)


def _fits(schedule: Schedule, day: date) -> bool:
    return schedule.cadence is Cadence.DAILY or day.isoweekday() == schedule.weekday


def _columns(connection: Connection, draft: ReportDraft, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    _check(draft)
    return {
        "name": draft.name.strip(),
        "team": draft.team.strip(),
        "filters": dict(draft.filters),
        "language": draft.language.value,
        "cadence": draft.schedule.cadence.value,
        "weekday": draft.schedule.weekday,
        "hour": draft.schedule.hour,
        "targets": [kept_target(connection, target) for target in draft.targets],
        "next_run_at": next_run(draft.schedule, now, zone),
        "updated_at": now,
    }


def _check(draft: ReportDraft) -> None:
    if not draft.name.strip():
        raise InvalidInputError("the name is empty", field="name", expected="some text")
    if not 0 <= draft.schedule.hour <= 23:
        raise InvalidInputError("no such hour", field="schedule.hour", expected="0 to 23")
    if not 1 <= draft.schedule.weekday <= 7:
        raise InvalidInputError(
            "no such weekday", field="schedule.weekday", expected="1 (Monday) to 7 (Sunday)"
        )
    check_filters(draft.filters)


def _report(connection: Connection, row: Row[Any]) -> SavedReport:
    return SavedReport(
        id=row.id,
        name=row.name,
        team=row.team,
        filters=row.filters,
        language=Language(row.language),
        schedule=Schedule(Cadence(row.cadence), row.weekday, row.hour),
        targets=tuple(opened_target(connection, each) for each in row.targets),
        next_run_at=row.next_run_at,
        last_run_at=row.last_run_at,
        created_by=row.created_by,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
