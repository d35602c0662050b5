"""Cases: one customer's trouble and who owns it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from huiyin import access, act
from huiyin.bootstrap import Installation
from huiyin.web.act.schemas import RowId
from huiyin.web.deps import Agent, App, ReadConnection, WriteConnection
from huiyin.web.limits import check_named

router = APIRouter(prefix="/cases", tags=["act"])

_LARGEST = 2**31 - 1


class CaseIn(BaseModel):
    """A new case; `origin_id` names the alert, voice or answer it comes from."""

    title: str = Field(min_length=1, max_length=200)
    owner: str = Field(min_length=1, max_length=128)
    priority: act.CasePriority = act.CasePriority.NORMAL
    team: str = Field("", max_length=128)
    origin: act.CaseOrigin = act.CaseOrigin.MANUAL
    origin_id: str | None = Field(None, min_length=1, max_length=64)
    customer_id: int | None = Field(None, ge=1, le=_LARGEST)
    feedback_id: int | None = Field(None, ge=1, le=_LARGEST)


class CaseChangeIn(BaseModel):
    """What to change; `answered` notes that the customer got an answer."""

    model_config = ConfigDict(extra="forbid")

    state: act.CaseState | None = None
    owner: str | None = Field(None, max_length=128)
    team: str | None = Field(None, max_length=128)
    priority: act.CasePriority | None = None
    root_cause: str | None = Field(None, max_length=4000)
    resolution: str | None = Field(None, max_length=4000)
    answered: bool = False
    note: str = Field("", max_length=4000)
    ask: bool = Field(True, description="Ask the customer whether a resolution helped.")


class ReplyIn(BaseModel):
    """What the customer is answered."""

    text: str = Field(min_length=1, max_length=8000)


class RepliedOut(BaseModel):
    """How the answer went: by mail, or by the hand of whoever wrote it."""

    model_config = ConfigDict(from_attributes=True)

    mailed: bool
    address: str | None


class AskedAfterOut(BaseModel):
    """The question after a resolution: mailed, a link to hand on, or the reason why neither."""

    model_config = ConfigDict(from_attributes=True)

    mailed: bool
    link: str | None
    reason: str | None


class CaseOut(BaseModel):
    """A case in the inbox; `late` says whether a running clock has run out."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    title: str
    state: act.CaseState
    priority: act.CasePriority
    origin: act.CaseOrigin
    origin_id: str | None
    customer_id: int | None
    feedback_id: int | None
    owner: str
    team: str
    root_cause: str
    resolution: str
    respond_by: datetime
    resolve_by: datetime
    responded_at: datetime | None
    waiting_since: datetime | None
    resolved_at: datetime | None
    escalated_at: datetime | None
    reopened: int
    created_by: str
    created_at: datetime
    updated_at: datetime
    asked_again_at: datetime | None
    asked_again_score: int | None
    late: bool


class CaseEventOut(BaseModel):
    """One step in a case's history."""

    at: datetime
    who: str
    kind: Literal["opened", "changed", "answered", "note", "escalated", "replied", "asked", "rated"]
    changes: dict[str, Any]
    note: str


class CaseDetailOut(CaseOut):
    """A case with its history; `person` has the customer's portrait."""

    person: int | None = None
    events: list[CaseEventOut]
    asked: AskedAfterOut | None = None


class CasesOut(BaseModel):
    """The inbox, what must move next first."""

    items: list[CaseOut]


@router.get("", summary="The case inbox")
def get_cases(
    app: App,
    connection: ReadConnection,
    _user: Agent,
    state: Annotated[list[act.CaseState] | None, Query()] = None,
    owner: Annotated[str | None, Query(max_length=128)] = None,
    customer_id: Annotated[int | None, Query(ge=1, le=_LARGEST)] = None,
    late: bool = False,
    limit: Annotated[int, Query(ge=1, le=500)] = 200,
) -> CasesOut:
    """Return the cases that match; `late=true` keeps those whose clock has run out."""
    cases = act.list_cases(
        connection,
        states=state or (),
        owner=owner,
        customer_id=customer_id,
        late_at=app.clock() if late else None,
        limit=limit,
    )
    return CasesOut(items=[CaseOut.model_validate(case_card(case, app)) for case in cases])


@router.post(
    "",
    status_code=201,
    summary="Open a case",
    responses={409: {"description": "This alert, voice or answer has opened a case already."}},
)
def post_case(body: CaseIn, app: App, connection: WriteConnection, user: Agent) -> CaseDetailOut:
    """Open a case and start its clocks; a voice brings its customer along."""
    check_named(app, feedback_id=body.feedback_id, customer_id=body.customer_id)
    draft = act.CaseDraft(**body.model_dump())
    case = act.open_case(
        connection, draft, policy=act.usual_policy(app.settings.zone), by=user, clock=app.clock
    )
    access.record(connection, "case.opened", clock=app.clock, by=user, object_kind="case", object_id=case.id)
    return _detail(connection, case, app)


@router.get("/{case_id}", summary="One case")
def get_case(case_id: RowId, app: App, connection: ReadConnection, _user: Agent) -> CaseDetailOut:
    """Return a case with its history."""
    return _detail(connection, act.get_case(connection, case_id), app)


@router.patch("/{case_id}", summary="Move a case on")
def patch_case(
    case_id: RowId, body: CaseChangeIn, app: App, connection: WriteConnection, user: Agent
) -> CaseDetailOut:
    """Answer, hand over, let wait, resolve or reopen a case; each change is kept as an event.

    A customer whose case is resolved is asked whether it helped; who is not content opens it again.
    """
    before = act.get_case(connection, case_id)
    change = act.CaseChange(**body.model_dump(exclude={"ask"}))
    case = act.change_case(
        connection, case_id, change, policy=act.usual_policy(app.settings.zone), by=user, clock=app.clock
    )
    solved = case.state is act.CaseState.RESOLVED and before.state is not act.CaseState.RESOLVED
    if not (solved and body.ask):
        return _detail(connection, case, app)
    asked = act.ask_after(
        connection,
        case,
        taxonomy=app.settings.default_taxonomy,
        public_url=app.settings.base_url,
        mails=bool(app.settings.smtp_host),
        clock=app.clock,
    )
    shown = _detail(connection, act.get_case(connection, case_id), app)
    return shown.model_copy(update={"asked": AskedAfterOut.model_validate(asked)})


@router.post("/{case_id}/reply", summary="Answer the customer")
def post_reply(
    case_id: RowId, body: ReplyIn, app: App, connection: WriteConnection, user: Agent
) -> RepliedOut:
    """Mail the customer an answer where an address is known, keep its words, and stop the clock to the answer."""
    case = act.get_case(connection, case_id)
    replied = act.reply_to(connection, case, body.text, mails=bool(app.settings.smtp_host), clock=app.clock)
    answered = act.CaseChange(answered=True)
    act.change_case(
        connection, case_id, answered, policy=act.usual_policy(app.settings.zone), by=user, clock=app.clock
    )
    return RepliedOut.model_validate(replied)


def case_card(case: act.Case, app: Installation) -> dict[str, Any]:
    shown = {name: getattr(case, name) for name in CaseOut.model_fields if name != "late"}
    return shown | {"late": case.late(app.clock())}


def _detail(connection: Connection, case: act.Case, app: Installation) -> CaseDetailOut:
    events = [
        {"at": each.at, "who": each.actor, "kind": each.kind, "changes": each.changes, "note": each.note}
        for each in act.case_history(connection, case.id)
    ]
    person = act.person_behind(connection, case.customer_id)
    return CaseDetailOut.model_validate(case_card(case, app) | {"events": events, "person": person})
