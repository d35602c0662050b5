"""Read-only links to a report for people without an account, until a day that is set when they are made."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from huiyin.access import Principal
from huiyin.act.reports.errors import ShareNotFoundError
from huiyin.act.reports.saved import SavedReport, get_report
from huiyin.kit.clock import Clock
from huiyin.kit.digests import digest_of
from huiyin.kit.errors import NotFoundError
from huiyin.store.ledger.tables_reports import report_share

_TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Share:
    """One link; its token is known only to whoever made it."""

    id: int
    report_id: int
    created_by: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    opened: int
    last_opened_at: datetime | None


def share_report(
    connection: Connection, report_id: int, *, lifetime: timedelta, by: Principal, clock: Clock
) -> tuple[Share, str]:
    """Make a link and return it with its token, which is shown this once and kept only as a digest."""
    get_report(connection, report_id)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    values = {
        "report_id": report_id,
        "token_hash": token_digest(token),
        "created_by": by.username,
        "created_at": clock(),
        "expires_at": clock() + lifetime,
        "opened": 0,
    }
    row = connection.execute(insert(report_share).values(values).returning(report_share)).one()
    return _share(row), token


def open_share(connection: Connection, token: str, *, clock: Clock) -> SavedReport:
    """Return the report behind a link and count the visit.

    Raises `ShareNotFoundError` alike for a wrong, an expired and a revoked link.
    """
    now = clock()
    opened = connection.execute(
        update(report_share)
        .where(
            report_share.c.token_hash == token_digest(token),
            report_share.c.expires_at > now,
            report_share.c.revoked_at.is_(None),
        )
        .values(opened=report_share.c.opened + 1, last_opened_at=now)
        .returning(report_share.c.report_id)
    ).scalar_one_or_none()
    if opened is None:
        raise ShareNotFoundError("this link does not lead anywhere: it may have expired")
    try:
        return get_report(connection, opened)
    except NotFoundError as error:
        raise ShareNotFoundError("this link does not lead anywhere: it may have expired") from error


def revoke_share(connection: Connection, report_id: int, share_id: int, *, clock: Clock) -> None:
    """Close a link for good; raises `ShareNotFoundError` where this report has none with the id."""
    closed = connection.execute(
        update(report_share)
        .where(report_share.c.id == share_id, report_share.c.report_id == report_id)
        .values(revoked_at=clock())
    )
    if closed.rowcount != 1:
        raise ShareNotFoundError(f"no link has the id {share_id}")


def list_shares(connection: Connection, report_id: int) -> list[Share]:
    """Return a report's links, newest first."""
    query = (
        select(report_share).where(report_share.c.report_id == report_id).order_by(report_share.c.id.desc())
    )
    return [_share(row) for row in connection.execute(query)]


def token_digest(token: str) -> str:
    """Return what is kept of a token; it is long and random, so a plain digest cannot be searched."""
    return digest_of(token)


def _share(row: Row[Any]) -> Share:
    values = row._asdict()
    del values["token_hash"]
    return Share(**values)
