"""The audit log, for admins."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from huiyin import access
from huiyin.web.deps import Admin, ReadConnection

router = APIRouter(prefix="/audit", tags=["access"])


class AuditEntryOut(BaseModel):
    """Who did what to which thing."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    at: datetime
    actor: str
    event: str
    object_kind: str | None
    object_id: str | None
    detail: dict[str, Any]


class AuditLogOut(BaseModel):
    """A page of the log, newest first; `next` goes into `before` for the page after it."""

    items: list[AuditEntryOut]
    next: int | None


@router.get("", summary="The audit log")
def get_audit(
    connection: ReadConnection,
    _admin: Admin,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    before: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> AuditLogOut:
    """Return what people did, newest first."""
    entries = access.read_audit(connection, limit=limit, before=before)
    full = len(entries) == limit
    return AuditLogOut(
        items=[AuditEntryOut.model_validate(entry) for entry in entries],
        next=entries[-1].id if full else None,
    )
