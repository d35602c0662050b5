"""Reports: composed on the spot, saved, scheduled, sent, shared by link."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from huiyin import access, act
from huiyin.act import reports
from huiyin.bootstrap import Installation
from huiyin.charts import Language
from huiyin.kit.errors import InvalidInputError
from huiyin.web.act.rules import TargetIn, TargetOut
from huiyin.web.act.schemas import RowId, StoredFilters, letterhead
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection
from huiyin.web.report_file import report_file
from huiyin.web.understand.query import Question, RoomContext
from huiyin.web.understand.schemas import SentenceOut, TableOut, WindowOut

router = APIRouter(tags=["act"])

PLACE = "reports"
FIRST_LOOK = timedelta(days=7)


class ScheduleIn(BaseModel):
    """When a report goes out by itself; weekday 1 is Monday, the hour is that of the installation's zone."""

    model_config = ConfigDict(from_attributes=True)

    cadence: reports.Cadence = reports.Cadence.NEVER
    weekday: int = Field(1, ge=1, le=7)
    hour: int = Field(8, ge=0, le=23)


class ReportIn(BaseModel):
    """What a team wants to see again; filters without days mean the last ninety days."""

    name: str = Field(min_length=1, max_length=200)
    team: str = Field("", max_length=128)
    filters: StoredFilters = Field(default_factory=dict)
    language: Language = Language.ZH
    schedule: ScheduleIn = Field(default_factory=ScheduleIn)
    targets: list[TargetIn] = Field(default_factory=list, max_length=20)


class SavedReportOut(BaseModel):
    """A report as it is kept."""

    id: int
    name: str
    team: str
    filters: dict[str, Any]
    language: Language
    schedule: ScheduleIn
    targets: list[TargetOut]
    next_run_at: datetime | None
    last_run_at: datetime | None
    created_by: str
    created_at: datetime
    updated_at: datetime


class SavedReportsOut(BaseModel):
    """Every kept report, by name."""

    items: list[SavedReportOut]


class ReportQuoteOut(BaseModel):
    """One voice in a report."""

    model_config = ConfigDict(from_attributes=True)

    text: str
    source: str
    day: str


class PageOut(BaseModel):
    """One idea: the finding as title, with at most one chart and one table."""

    key: str
    eyebrow: str
    title: SentenceOut
    body: list[SentenceOut]
    chart: dict[str, Any] | None
    chart_table: TableOut | None
    table: TableOut | None
    quotes: list[ReportQuoteOut]
    note: str


class ReportOut(BaseModel):
    """A report page by page."""

    name: str
    scope: str
    language: Language
    window: WindowOut
    as_of: datetime | None
    made_at: datetime
    pages: list[PageOut]


class SentOut(BaseModel):
    """To how many targets a report was queued."""

    targets: int


class ShareIn(BaseModel):
    """How long a link shall work."""

    days: int = Field(14, ge=1, le=180)


class ShareOut(BaseModel):
    """A link to a report for people without an account; `token` is shown once, when it is made."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    created_by: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    opened: int
    last_opened_at: datetime | None
    token: str | None = None
    path: str | None = None


class SharesOut(BaseModel):
    """A report's links, newest first."""

    items: list[ShareOut]


class NewsOut(BaseModel):
    """What is new since the reader last looked."""

    since: datetime
    quiet: bool
    sentences: list[SentenceOut]


@router.get("/reports", summary="Saved reports")
def get_reports(connection: ReadConnection, _user: User) -> SavedReportsOut:
    """Return every kept report."""
    return SavedReportsOut(items=[_saved(each) for each in reports.list_reports(connection)])


@router.post("/reports", status_code=201, summary="Save a report")
def post_report(body: ReportIn, app: App, connection: WriteConnection, user: Analyst) -> SavedReportOut:
    """Keep a report with its schedule and the people it goes to."""
    zone = app.settings.zone
    saved = reports.save_report(connection, _draft(body), by=user, clock=app.clock, zone=zone)
    _audit(connection, app, user, "report.saved", saved.id)
    return _saved(saved)


@router.get("/reports/preview", summary="A report on the spot")
def get_preview(
    asked: Question,
    app: App,
    connection: ReadConnection,
    _user: User,
    name: Annotated[str, Query(max_length=200)] = "",
) -> ReportOut:
    """Return the report that the filters ask for, without keeping it."""
    return _shown(_composed(asked, app, connection, name))


@router.get("/reports/preview/file", summary="A report on the spot, as a file", response_class=Response)
def get_preview_file(
    asked: Question,
    app: App,
    connection: ReadConnection,
    _user: User,
    medium: Annotated[reports.Format, Query(alias="format")] = reports.Format.PDF,
    name: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Return the report that the filters ask for as HTML, PDF, XLSX or PNG."""
    return report_file(_composed(asked, app, connection, name), medium)


@router.get("/reports/news", summary="What is new since you last looked")
def get_news(asked: Question, app: App, connection: ReadConnection, user: User) -> NewsOut:
    """Return what happened since the reader marked the news as seen; at first, the last seven days."""
    since = reports.last_visit(connection, user.username, PLACE) or app.clock() - FIRST_LOOK
    news = reports.read_news(asked.context, connection, asked.filters.base(), since=since)
    sentences = [SentenceOut.model_validate(each) for each in reports.news_sentences(news)]
    return NewsOut(since=since, quiet=news.quiet, sentences=sentences)


@router.post("/reports/news/seen", status_code=204, summary="Mark the news as seen")
def post_seen(app: App, connection: WriteConnection, user: User) -> None:
    """Let the next look begin now."""
    reports.mark_visit(connection, user.username, PLACE, clock=app.clock)


@router.get("/reports/{report_id}", summary="One saved report")
def get_report(report_id: RowId, connection: ReadConnection, _user: User) -> SavedReportOut:
    """Return what a report asks."""
    return _saved(reports.get_report(connection, report_id))


@router.put("/reports/{report_id}", summary="Change a saved report")
def put_report(
    report_id: RowId, body: ReportIn, app: App, connection: WriteConnection, user: Analyst
) -> SavedReportOut:
    """Replace what a report asks; a target named again without its secret keeps it."""
    draft = _draft(body)
    saved = reports.change_report(connection, report_id, draft, clock=app.clock, zone=app.settings.zone)
    _audit(connection, app, user, "report.changed", report_id)
    return _saved(saved)


@router.delete("/reports/{report_id}", status_code=204, summary="Remove a saved report")
def delete_report(report_id: RowId, app: App, connection: WriteConnection, user: Analyst) -> None:
    """Take a report away; its links stop working."""
    reports.remove_report(connection, report_id, clock=app.clock)
    _audit(connection, app, user, "report.removed", report_id)


@router.get("/reports/{report_id}/pages", summary="A saved report as it reads now")
def get_pages(report_id: RowId, app: App, context: RoomContext, _user: User) -> ReportOut:
    """Return the report page by page."""
    return _shown(_edition(app, context, report_id))


@router.get("/reports/{report_id}/file", summary="A saved report as a file", response_class=Response)
def get_file(
    report_id: RowId,
    app: App,
    context: RoomContext,
    _user: User,
    medium: Annotated[reports.Format, Query(alias="format")] = reports.Format.PDF,
) -> Response:
    """Return the report as HTML, PDF, XLSX or PNG."""
    return report_file(_edition(app, context, report_id), medium)


@router.post("/reports/{report_id}/send", summary="Send a report now")
def post_send(report_id: RowId, app: App, context: RoomContext, user: Analyst) -> SentOut:
    """Queue the report for everyone it goes to, beside its schedule."""
    with app.ledger.write() as connection:
        saved = reports.get_report(connection, report_id)
        if not saved.targets:
            raise InvalidInputError("the report goes to nobody", field="targets", expected="at least one")
        _audit(connection, app, user, "report.sent", report_id)
    targets = reports.send_report(app.ledger.write, context, saved, app.clock, letterhead=letterhead(app))
    return SentOut(targets=targets)


@router.get("/reports/{report_id}/shares", summary="Links to a report")
def get_shares(report_id: RowId, connection: ReadConnection, _user: Analyst) -> SharesOut:
    """Return the report's links, also those that no longer work."""
    reports.get_report(connection, report_id)
    found = reports.list_shares(connection, report_id)
    return SharesOut(items=[ShareOut.model_validate(each) for each in found])


@router.post("/reports/{report_id}/shares", status_code=201, summary="Make a link to a report")
def post_share(
    report_id: RowId, body: ShareIn, app: App, connection: WriteConnection, user: Analyst
) -> ShareOut:
    """Make a read-only link that works until its day; the token is told only in this answer."""
    lifetime = timedelta(days=body.days)
    share, token = reports.share_report(connection, report_id, lifetime=lifetime, by=user, clock=app.clock)
    _audit(connection, app, user, "report.shared", report_id)
    shown = ShareOut.model_validate(share)
    return shown.model_copy(update={"token": token, "path": f"/api/v1/shared-reports/{token}"})


@router.delete("/reports/{report_id}/shares/{share_id}", status_code=204, summary="Close a link")
def delete_share(
    report_id: RowId, share_id: RowId, app: App, connection: WriteConnection, user: Analyst
) -> None:
    """Make a link stop working at once."""
    reports.revoke_share(connection, report_id, share_id, clock=app.clock)
    _audit(connection, app, user, "report.unshared", report_id)


@router.get("/shared-reports/{token}", summary="A report by link", response_class=Response)
def get_shared(
    token: Annotated[str, Path(min_length=20, max_length=100)], app: App, context: RoomContext
) -> Response:
    """Return the report behind a link to whoever holds it; nothing else can be reached from it."""
    with app.ledger.write() as connection:
        saved = reports.open_share(connection, token, clock=app.clock)
    report = reports.edition(app.ledger.read, context, saved, app.clock, letterhead=letterhead(app))
    # The address itself is the key, so it must neither be kept by caches nor sent on to other sites.
    private = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
    return Response(reports.render_html(report), media_type="text/html", headers=private)


def _composed(asked: Question, app: Installation, connection: ReadConnection, name: str) -> reports.Report:
    zh = asked.language is Language.ZH
    brief = reports.Brief(
        name=name.strip() or ("客户之声报告" if zh else "Voice of the customer"),
        filters=asked.filters,
        language=asked.language,
        actions=reports.actions_with_effects(connection),
    )
    return reports.compose(asked.context, brief, now=app.clock(), zone=app.settings.zone)


def _edition(app: Installation, context: RoomContext, report_id: int) -> reports.Report:
    with app.ledger.read() as connection:
        saved = reports.get_report(connection, report_id)
    return reports.edition(app.ledger.read, context, saved, app.clock, letterhead=letterhead(app))


def _draft(body: ReportIn) -> reports.ReportDraft:
    return reports.ReportDraft(
        name=body.name,
        team=body.team,
        filters=body.filters,
        language=body.language,
        schedule=reports.Schedule(**body.schedule.model_dump()),
        targets=tuple(act.Target(each.kind, each.address, each.secret) for each in body.targets),
    )


def _saved(saved: reports.SavedReport) -> SavedReportOut:
    same = {
        name: getattr(saved, name)
        for name in SavedReportOut.model_fields
        if name not in ("schedule", "targets")
    }
    targets = [
        TargetOut(kind=each.kind, address=act.shown_address(each), has_secret=bool(each.secret))
        for each in saved.targets
    ]
    return SavedReportOut(**same, schedule=ScheduleIn.model_validate(saved.schedule), targets=targets)


def _shown(report: reports.Report) -> ReportOut:
    return ReportOut(
        name=report.name,
        scope=report.scope,
        language=report.language,
        window=WindowOut(start=report.start, end=report.end),
        as_of=report.as_of,
        made_at=report.made_at,
        pages=[_page(page) for page in report.pages],
    )


def _page(page: reports.Page) -> PageOut:
    return PageOut(
        key=page.key,
        eyebrow=page.eyebrow,
        title=SentenceOut.model_validate(page.title),
        body=[SentenceOut.model_validate(each) for each in page.body],
        chart=None if page.figure is None else page.figure.option,
        chart_table=None if page.figure is None else TableOut.model_validate(page.figure.table.as_dict()),
        table=None if page.table is None else TableOut.model_validate(page.table.as_dict()),
        quotes=[
            ReportQuoteOut(text=each.text, source=each.source, day=each.day.isoformat())
            for each in page.quotes
        ],
        note=page.note,
    )


def _audit(
    connection: WriteConnection, app: Installation, user: access.Principal, event: str, report_id: int
) -> None:
    access.record(connection, event, clock=app.clock, by=user, object_kind="report", object_id=report_id)
