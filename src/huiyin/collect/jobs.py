"""Imports started from the page: kept in the ledger, run one after the other by the server's worker."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection, insert, select, update

from huiyin.collect.importing import ImportPlan, Progress, import_file
from huiyin.kit.clock import Clock
from huiyin.kit.errors import HuiyinError, InvalidInputError, NotFoundError
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger, tables

_PIECE = 1 << 20


def keep_upload(settings: Settings, file: BinaryIO, file_name: str) -> Path:
    """Store an uploaded file under a fresh id and return its path.

    Raises InvalidInputError when it is larger than the setting allows.
    """
    safe = re.sub(r"[^\w.\-]+", "_", Path(file_name).name)[-100:] or "upload"
    folder = settings.home / "uploads" / secrets.token_hex(12)
    folder.mkdir(parents=True)
    path, size = folder / safe, 0
    with path.open("wb") as kept:
        while piece := file.read(_PIECE):
            size += len(piece)
            if size > settings.max_upload_mb << 20:
                raise InvalidInputError(
                    "the file is too large", field="file", expected=f"at most {settings.max_upload_mb} MiB"
                )
            kept.write(piece)
    return path


def find_upload(settings: Settings, upload_id: str) -> Path:
    """Return the stored file of an upload. Raises NotFoundError when there is none."""
    folder = settings.home / "uploads" / upload_id
    if not re.fullmatch(r"[0-9a-f]{24}", upload_id) or not folder.is_dir():
        raise NotFoundError(f"there is no upload {upload_id!r}")
    return next(path for path in folder.iterdir() if path.name != "rejects.csv")


def rejects_path(settings: Settings, upload_id: str) -> Path:
    """Return where the refused rows of an upload are written."""
    return find_upload(settings, upload_id).parent / "rejects.csv"


def discard_uploads(connection: Connection, settings: Settings) -> int:
    """Delete the files of imports that have ended; return how many. What was accepted stays."""
    columns = tables.import_job.c
    waiting = select(columns.upload_id).where(columns.state.in_(("queued", "running")))
    kept = set(connection.execute(waiting).scalars())
    ended = set(connection.execute(select(columns.upload_id)).scalars()) - kept
    folders = [settings.home / "uploads" / each for each in ended]
    found = [folder for folder in folders if folder.is_dir()]
    for folder in found:
        shutil.rmtree(folder)
    return len(found)


def create_job(
    connection: Connection, settings: Settings, upload_id: str, plan: ImportPlan, *, clock: Clock, by: str
) -> int:
    """Queue an import of an uploaded file and return its id."""
    path = find_upload(settings, upload_id)
    inserted = connection.execute(
        insert(tables.import_job)
        .values(
            file_name=path.name,
            upload_id=upload_id,
            plan={
                "source": plan.source,
                "channel": plan.channel,
                "taxonomy": plan.taxonomy,
                "mapping": dict(plan.mapping),
                "defaults": dict(plan.defaults),
                "dry_run": plan.dry_run,
                "layout": plan.layout,
            },
            state="queued",
            rows=0,
            accepted=0,
            duplicates=0,
            rejected=0,
            created_at=clock(),
            created_by=by,
        )
        .returning(tables.import_job.c.id)
    )
    return int(inserted.scalar_one())


def list_jobs(connection: Connection, *, limit: int = 50) -> list[Mapping[str, Any]]:
    """Return the newest imports first."""
    query = select(tables.import_job).order_by(tables.import_job.c.id.desc()).limit(limit)
    return [dict(row) for row in connection.execute(query).mappings()]


def get_job(connection: Connection, job_id: int) -> Mapping[str, Any]:
    """Return one import. Raises NotFoundError."""
    query = select(tables.import_job).where(tables.import_job.c.id == job_id)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise NotFoundError(f"there is no import {job_id}")
    return dict(row)


def run_next_job(ledger: Ledger, settings: Settings, *, clock: Clock) -> bool:
    """Run the oldest queued import to its end; return False when there is none.

    An import that a stopped server left running is queued again: what it had accepted is found as duplicates.
    """
    job = _claim(ledger, settings, clock)
    if job is None:
        return False
    try:
        total = import_file(
            ledger,
            settings,
            find_upload(settings, job["upload_id"]),
            ImportPlan(**job["plan"]),
            clock=clock,
            rejects=rejects_path(settings, job["upload_id"]),
            on_progress=_Reporter(ledger, job["id"], clock),
        )
        _update(ledger, job["id"], state="done", ended_at=clock(), **_counts(total))
    except HuiyinError as error:
        _update(ledger, job["id"], state="failed", ended_at=clock(), error=error.message)
    return True


def requeue_interrupted(ledger: Ledger, settings: Settings) -> int:
    """Queue again what this server left running when it stopped; return how many."""
    with ledger.write() as connection:
        mine = [job["id"] for job in _jobs(connection, "running") if _is_here(settings, job)]
        where = tables.import_job.c.id.in_(mine)
        connection.execute(update(tables.import_job).where(where).values(state="queued"))
        return len(mine)


def _claim(ledger: Ledger, settings: Settings, clock: Clock) -> Mapping[str, Any] | None:
    """Take the oldest queued import whose file lies on this machine, so that no other server runs it too."""
    with ledger.read() as connection:
        if not _jobs(connection, "queued"):
            return None
    with ledger.write() as connection:
        job = next((job for job in _jobs(connection, "queued") if _is_here(settings, job)), None)
        if job is not None:
            change = update(tables.import_job).where(tables.import_job.c.id == job["id"])
            connection.execute(change.values(state="running", started_at=clock()))
        return job


def _jobs(connection: Connection, state: str) -> list[Mapping[str, Any]]:
    query = (
        select(tables.import_job).where(tables.import_job.c.state == state).order_by(tables.import_job.c.id)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def _is_here(settings: Settings, job: Mapping[str, Any]) -> bool:
    return (settings.home / "uploads" / str(job["upload_id"])).is_dir()


class _Reporter:
    """Writes progress to the ledger at most once a second, so that the page can show it."""

    def __init__(self, ledger: Ledger, job_id: int, clock: Clock) -> None:
        self._ledger = ledger
        self._job_id = job_id
        self._clock = clock
        self._next = clock()

    def __call__(self, progress: Progress) -> None:
        if self._clock() >= self._next:
            _update(self._ledger, self._job_id, **_counts(progress))
            self._next = self._clock() + timedelta(seconds=1)


def _counts(progress: Progress) -> dict[str, int]:
    return {
        "rows": progress.rows,
        "accepted": progress.accepted,
        "duplicates": progress.duplicates,
        "rejected": progress.rejected,
    }


def _update(ledger: Ledger, job_id: int, **values: Any) -> None:
    with ledger.write() as connection:
        connection.execute(update(tables.import_job).where(tables.import_job.c.id == job_id).values(**values))
