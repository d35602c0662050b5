"""The audit log: who did what to which thing, written in the same transaction as the deed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from huiyin.access.principal import Principal
from huiyin.kit.clock import Clock
from huiyin.store.ledger.tables_access import audit_entry


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One recorded deed; `event` reads `<thing>.<verb>`, such as `user.created`."""

    id: int
    at: datetime
    user_id: int | None
    actor: str
    event: str
    object_kind: str | None
    object_id: str | None
    detail: dict[str, Any]


def record(
    connection: Connection,
    event: str,
    *,
    clock: Clock,
    by: Principal | str,
    object_kind: str | None = None,
    object_id: int | str | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Append one entry; `by` is a principal, or a name where nobody is signed in."""
    connection.execute(
        insert(audit_entry).values(
            at=clock(),
            user_id=by.user_id if isinstance(by, Principal) else None,
            actor=by.username if isinstance(by, Principal) else by,
            event=event,
            object_kind=object_kind,
            object_id=None if object_id is None else str(object_id),
            detail=dict(detail or {}),
        )
    )


def read_audit(connection: Connection, *, limit: int = 100, before: int | None = None) -> list[AuditEntry]:
    """Return entries, newest first; `before` is the id of the last entry already seen."""
    query = select(audit_entry).order_by(audit_entry.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(audit_entry.c.id < before)
    return [_entry(row) for row in connection.execute(query)]


def _entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(**row._asdict())
