"""The audit log, for admins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel

from huiyin import access
from huiyin.understand.names import Name
from huiyin.web.access.named import names_of
from huiyin.web.deps import Admin, App, ReadConnection
from huiyin.web.understand.schemas import NameOut

router = APIRouter(prefix="/audit", tags=["access"])


class AuditEntryOut(BaseModel):
    """Who did what to which thing; the thing has a name as long as it is there."""

    id: int
    at: datetime
    actor: str
    event: str
    object_kind: str | None
    object_id: str | None
    object_name: NameOut | None
    detail: dict[str, Any]


class AuditLogOut(BaseModel):
    """A page of the log, newest first; `next` goes into `before` for the page after it."""

    items: list[AuditEntryOut]
    next: int | None


@router.get("", summary="The audit log")
def get_audit(
    app: App,
    connection: ReadConnection,
    _admin: Admin,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    before: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> AuditLogOut:
    """Return what people did, newest first."""
    entries = access.read_audit(connection, limit=limit, before=before)
    names = names_of(connection, entries, app.names)
    full = len(entries) == limit
    return AuditLogOut(
        items=[_entry(entry, names) for entry in entries],
        next=entries[-1].id if full else None,
    )


def _entry(entry: access.AuditEntry, names: Mapping[tuple[str, str], Name]) -> AuditEntryOut:
    name = names.get((entry.object_kind or "", entry.object_id or ""))
    return AuditEntryOut(**asdict(entry), object_name=None if name is None else NameOut.model_validate(name))
