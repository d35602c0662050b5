"""Is it alive, and how far behind are the facts?"""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy import func, select

from huiyin import __version__
from huiyin.analyse import newest_revision
from huiyin.store.ledger import tables
from huiyin.web.deps import App

router = APIRouter(tags=["operate"])


class LedgerHealth(BaseModel):
    """The ledger: accepted feedback and the newest change."""

    feedback: int
    excluded: int
    revision: int


class FactsHealth(BaseModel):
    """The facts: what is projected, and up to which change."""

    voices: int
    opinions: int
    revision: int


class HealthOut(BaseModel):
    """Counts that must agree when nothing is under way."""

    status: Literal["ok"] = "ok"
    version: str = __version__
    ledger: LedgerHealth
    facts: FactsHealth
    lag: int


@router.get("/health", summary="Counts of both stores and the lag between them")
def get_health(app: App) -> HealthOut:
    """Return the counts of ledger and facts; `lag` is the number of changes still to be projected."""
    with app.ledger.read() as connection:
        feedback = connection.execute(select(func.count()).select_from(tables.feedback)).scalar_one()
        excluded = connection.execute(
            select(func.count())
            .select_from(tables.feedback)
            .where(tables.feedback.c.excluded_reason.is_not(None))
        ).scalar_one()
        newest = newest_revision(connection)
    counts = app.facts.query(
        "SELECT (SELECT count(*) FROM voice) AS voices, (SELECT count(*) FROM opinion) AS opinions"
    ).row(0, named=True)
    watermark = app.facts.watermark()
    reached = watermark.revision if watermark else 0
    return HealthOut(
        ledger=LedgerHealth(feedback=feedback, excluded=excluded, revision=newest),
        facts=FactsHealth(revision=reached, **counts),
        lag=newest - reached,
    )
