"""A person's rights over HTTP: what is kept of them, erasing it, and the record that it was done."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from huiyin import access
from huiyin.collect import jobs
from huiyin.customers import privacy
from huiyin.web.deps import Admin, App, ReadConnection, WriteConnection

router = APIRouter(prefix="/customers", tags=["customers"])
PersonId = Annotated[int, Path(ge=1, le=2**62)]


class EraseIn(BaseModel):
    """Who asked for it, and when."""

    reason: str = Field(min_length=1, max_length=400)


class ErasureOut(BaseModel):
    """That somebody was erased, never who."""

    id: int
    at: datetime
    by: str
    reason: str
    counts: dict[str, int]
    compacted_at: datetime | None


@router.get("/erasures", summary="What was erased, when and by whom", response_model=list[ErasureOut])
def get_erasures(connection: ReadConnection, user: Admin) -> list[privacy.Erasure]:
    """Return erasures, the newest first."""
    del user
    return privacy.list_erasures(connection)


@router.post("/compact", summary="Write the stores anew without what was deleted", status_code=204)
def post_compact(app: App, user: Admin) -> None:
    """Bring the facts up to date and write both stores anew; the server also does so by itself after an erasure."""
    del user
    privacy.compact(app.ledger, app.facts, app.projector, now=app.clock())


@router.get("/{person}/dossier", summary="Everything that is kept of a person")
def get_dossier(person: PersonId, app: App, connection: WriteConnection, user: Admin) -> JSONResponse:
    """Return every row that is the person's, and what was read from their words; the look is on the record."""
    found: dict[str, Any] = privacy.dossier(connection, app.facts, person, now=app.clock())
    access.record(
        connection, "person.dossier", clock=app.clock, by=user, object_kind="person", object_id=person
    )
    name = f'attachment; filename="huiyin-person-{person}.json"'
    return JSONResponse(found, headers={"Content-Disposition": name})


@router.post("/{person}/erase", summary="Erase a person", response_model=ErasureOut)
def post_erase(
    person: PersonId, body: EraseIn, app: App, connection: WriteConnection, user: Admin
) -> privacy.Erasure:
    """Erase their rows and every copy of them; uploads of ended imports are deleted too. It cannot be undone."""
    done = privacy.erase(connection, person, by=user.username, reason=body.reason, now=app.clock())
    jobs.discard_uploads(connection, app.settings)
    access.record(
        connection, "person.erased", clock=app.clock, by=user, object_kind="erasure", object_id=done.id
    )
    return done
