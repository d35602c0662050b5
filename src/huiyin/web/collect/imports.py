"""Importing files from the page: look, map, run, read the refused rows."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, File, Query, UploadFile
from fastapi.responses import FileResponse
from pydantic import BaseModel, Field

from huiyin import collect
from huiyin.collect import jobs
from huiyin.kit.errors import NotFoundError
from huiyin.web.deps import Agent, App, ReadConnection, WriteConnection

router = APIRouter(tags=["collect"])


class ColumnOut(BaseModel):
    """A column, samples of it, and the field it is taken for."""

    name: str
    samples: list[str]
    field: str | None
    reason: str


class FieldOut(BaseModel):
    """A field that a column can be mapped to."""

    name: str
    zh: str
    en: str
    about: str
    required: bool


class PreviewOut(BaseModel):
    """What an uploaded file looks like."""

    upload_id: str
    file_name: str
    format: str
    encoding: str | None
    layout: collect.Layout = Field(description="Plain rows, tickets of a help desk, or an answer sheet.")
    channel: collect.Channel = Field(description="The channel that such a file usually comes from.")
    rows_estimate: int
    columns: list[ColumnOut]
    fields: list[FieldOut]
    sample: list[dict[str, Any]]


class ImportIn(BaseModel):
    """How to import an uploaded file."""

    upload_id: str
    source: str
    channel: collect.Channel
    taxonomy: str | None = None
    mapping: dict[str, str] = Field(description="Field name → column name.")
    defaults: dict[str, Any] = Field(default_factory=dict, description="Field name → value for every row.")
    dry_run: bool = False
    layout: collect.Layout | None = Field(None, description="As the preview said; recognised when left out.")


class ImportOut(BaseModel):
    """An import and how far it has come."""

    id: int
    state: Literal["queued", "running", "done", "failed"]
    file_name: str
    source: str
    channel: str
    dry_run: bool
    rows: int
    accepted: int
    duplicates: int
    rejected: int
    rate: float | None = Field(description="Rows a second so far.")
    eta_s: float | None = Field(description="Seconds left, from the estimated number of rows.")
    rejects_url: str | None
    error: str | None
    created_at: datetime
    ended_at: datetime | None


class CreatedOut(BaseModel):
    """The id of what was made."""

    id: int


@router.post("/imports/preview", summary="Upload a file and see how its columns would be read")
def preview_import(
    app: App,
    _user: Agent,
    file: Annotated[UploadFile, File()],
    layout: Annotated[
        collect.Layout | None, Query(description="Read it so, whatever it is recognised to be.")
    ] = None,
) -> PreviewOut:
    """Keep the file, and propose a field for each of its columns."""
    path = jobs.keep_upload(app.settings, file.file, file.filename or "upload")
    table = collect.open_table(path, layout)
    return PreviewOut(
        upload_id=path.parent.name,
        file_name=path.name,
        format=table.format,
        encoding=table.encoding,
        layout=table.layout,
        channel=table.layout.channel,
        rows_estimate=table.rows_estimate,
        columns=[
            ColumnOut(name=c.name, samples=list(c.samples), field=c.field, reason=c.reason)
            for c in collect.propose(table)
        ],
        fields=[
            FieldOut(name=f.name, zh=f.zh, en=f.en, about=f.about, required=f.required)
            for f in collect.FIELDS
        ],
        sample=[
            {name: collect.shown(value)[:200] for name, value in row.items()} for row in table.sample[:8]
        ],
    )


@router.post("/imports", summary="Start an import", status_code=202)
def start_import(body: ImportIn, app: App, connection: WriteConnection, user: Agent) -> CreatedOut:
    """Queue the import; its progress is read at `/imports/{id}`."""
    taxonomy = collect.taxonomy_for(
        connection, body.source, wanted=body.taxonomy, default=app.settings.default_taxonomy
    )
    collect.check_taxonomy(connection, taxonomy)
    plan = collect.ImportPlan(
        source=body.source,
        channel=body.channel.value,
        taxonomy=taxonomy,
        mapping=body.mapping,
        defaults=body.defaults,
        dry_run=body.dry_run,
        layout=body.layout,
    )
    return CreatedOut(
        id=jobs.create_job(
            connection, app.settings, body.upload_id, plan, clock=app.clock, by=user.display_name
        )
    )


@router.get("/imports", summary="List the imports")
def get_imports(app: App, connection: ReadConnection, _user: Agent) -> list[ImportOut]:
    """Return the newest imports first."""
    return [_out(app, job) for job in jobs.list_jobs(connection)]


@router.get("/imports/{job_id}", summary="Follow an import")
def get_import(job_id: int, app: App, connection: ReadConnection, _user: Agent) -> ImportOut:
    """Return how far the import has come."""
    return _out(app, jobs.get_job(connection, job_id))


@router.get("/imports/{job_id}/rejects", summary="Download the refused rows", response_class=FileResponse)
def get_rejects(job_id: int, app: App, connection: ReadConnection, _user: Agent) -> FileResponse:
    """Return the refused rows as CSV: row, field, reason, what would be right, and the row itself."""
    path = jobs.rejects_path(app.settings, jobs.get_job(connection, job_id)["upload_id"])
    if not path.exists():
        raise NotFoundError("no row was refused")
    return FileResponse(path, media_type="text/csv", filename=f"rejects-{job_id}.csv")


def _out(app: App, job: Any) -> ImportOut:
    seconds = _seconds(app, job)
    rate = job["rows"] / seconds if seconds and job["rows"] else None
    return ImportOut(
        **{name: job[name] for name in ("id", "state", "file_name", "rows", "accepted", "duplicates")},
        **{name: job[name] for name in ("rejected", "error", "created_at", "ended_at")},
        **{name: job["plan"][name] for name in ("source", "channel", "dry_run")},
        rate=round(rate, 1) if rate else None,
        eta_s=_eta(app, job, rate),
        rejects_url=f"/api/v1/imports/{job['id']}/rejects" if job["rejected"] else None,
    )


def _seconds(app: App, job: Any) -> float | None:
    if job["started_at"] is None:
        return None
    return float(((job["ended_at"] or app.clock()) - job["started_at"]).total_seconds())


def _eta(app: App, job: Any, rate: float | None) -> float | None:
    if job["state"] != "running" or not rate:
        return None
    path = jobs.find_upload(app.settings, job["upload_id"])
    left = max(collect.estimate_rows(path) - int(job["rows"]), 0)
    return round(left / rate, 1)
