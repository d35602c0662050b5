"""Who is who: the review queue, separating accounts, the log of decisions and undoing them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from huiyin import access, customers
from huiyin.web.customers.people import is_masked
from huiyin.web.customers.schemas import ChangedOut, FiguresOut, IdentityChangeOut, QueueOut
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection

router = APIRouter(prefix="/customers", tags=["customers"])
RowId = Annotated[int, Path(ge=1, le=2**62)]


class VerdictIn(BaseModel):
    """The answer to a question of the queue."""

    same: bool


class ReasonIn(BaseModel):
    """Why."""

    reason: str = Field("", max_length=400)


@router.get("/review", summary="Links that wait for a person's eye", response_model=QueueOut)
def get_review(
    connection: ReadConnection, user: User, limit: Annotated[int, Query(ge=1, le=200)] = 30
) -> customers.Queue:
    """Return likely but uncertain links, those first on which two records, much worth or many voices hang."""
    return customers.review_queue(connection, masked=is_masked(user), limit=limit)


@router.post("/review/{link}", summary="Settle a link")
def post_verdict(
    link: RowId, body: VerdictIn, app: App, connection: WriteConnection, user: Analyst
) -> ChangedOut:
    """Join both persons, or keep the accounts apart in every later round."""
    change, person = customers.decide(connection, link, same=body.same, by=user.username, now=app.clock())
    access.record(connection, "link.decided", clock=app.clock, by=user, object_kind="identity_link", object_id=link, detail={"same": body.same, "change": change})  # fmt: skip
    return ChangedOut(change=change, person=person)


@router.post("/accounts/{account}/separate", summary="An account is somebody else's")
def post_separate(
    account: RowId, body: ReasonIn, app: App, connection: WriteConnection, user: Analyst
) -> ChangedOut:
    """Make the account a person of its own; later rounds respect it."""
    change, person = customers.separate(
        connection, account, by=user.username, reason=body.reason, now=app.clock()
    )
    access.record(connection, "account.separated", clock=app.clock, by=user, object_kind="account", object_id=account, detail={"change": change})  # fmt: skip
    return ChangedOut(change=change, person=person)


@router.get("/changes", summary="Decisions about who is who", response_model=list[IdentityChangeOut])
def get_changes(
    connection: ReadConnection, _user: User, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> list[customers.Change]:
    """Return what people decided, newest first."""
    return customers.list_changes(connection, limit=limit)


@router.post("/changes/{change}/undo", summary="Undo a decision", status_code=204)
def post_undo(change: RowId, app: App, connection: WriteConnection, user: Analyst) -> None:
    """Put accounts and links back to where they were before."""
    customers.undo(connection, change, now=app.clock())
    access.record(connection, "identity_change.undone", clock=app.clock, by=user, object_kind="identity_change", object_id=change)  # fmt: skip


@router.post("/resolve", summary="Bring identities up to date now", response_model=FiguresOut)
def post_resolve(app: App, _user: Analyst) -> customers.Figures:
    """Run a round of resolution and return what it found."""
    return customers.resolve(app.ledger, clock=app.clock)
