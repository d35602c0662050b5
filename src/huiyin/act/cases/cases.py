"""Cases: one customer's trouble, somebody who owns it, and two clocks that run in working time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, and_, insert, or_, select, update
from sqlalchemy import case as sql_case

from huiyin.access import Principal
from huiyin.act.cases.customers import customer_behind
from huiyin.act.cases.service_policy import CasePriority, ServiceLevel, ServicePolicy
from huiyin.act.cases.working_hours import WorkingHours, add_working_time, working_time
from huiyin.act.errors import CaseExistsError, CaseNotFoundError
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_act import case_event, customer_case


class CaseState(StrEnum):
    """Where a case stands; while it waits for the customer its clock to the resolution stands still."""

    OPEN = "open"
    WAITING = "waiting"
    RESOLVED = "resolved"


class CaseOrigin(StrEnum):
    """What a case was opened from."""

    MANUAL = "manual"
    ALERT = "alert"
    VOICE = "voice"
    SURVEY = "survey"
    CHURN = "churn"


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What opens a case; `origin_id` names the alert, voice or answer it comes from."""

    title: str
    owner: str
    priority: CasePriority = CasePriority.NORMAL
    team: str = ""
    origin: CaseOrigin = CaseOrigin.MANUAL
    origin_id: str | None = None
    customer_id: int | None = None
    feedback_id: int | None = None


@dataclass(frozen=True, slots=True)
class CaseChange:
    """What to change; None leaves a field as it is. `answered` notes that the customer got an answer."""

    state: CaseState | None = None
    owner: str | None = None
    team: str | None = None
    priority: CasePriority | None = None
    root_cause: str | None = None
    resolution: str | None = None
    answered: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One case as it stands."""

    id: int
    title: str
    state: CaseState
    priority: CasePriority
    origin: CaseOrigin
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
    asked_again_at: datetime | None = None
    asked_again_score: int | None = None

    def late(self, now: datetime) -> bool:
        """Return whether a running clock of the case has run out."""
        if self.responded_at is None and self.state is not CaseState.RESOLVED and now > self.respond_by:
            return True
        return self.state is CaseState.OPEN and now > self.resolve_by


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One step in a case's history."""

    at: datetime
    actor: str
    kind: str
    changes: dict[str, Any]
    note: str


def open_case(
    connection: Connection, draft: CaseDraft, *, policy: ServicePolicy, by: Principal | str, clock: Clock
) -> Case:
    """Open a case and start both clocks.

    A voice brings the customer who said it along. Raises `InvalidInputError` for an empty title or owner or an
    unknown voice, and `CaseExistsError` where this alert or voice has opened one already.
    """
    for name in ("title", "owner"):
        _check_filled(name, getattr(draft, name))
    draft = _with_customer(connection, draft)
    _check_new(connection, draft)
    level, now = policy.levels[draft.priority], clock()
    values = {
        # A voice may run over lines; a title is one.
        "title": " ".join(draft.title.split()),
        "state": CaseState.OPEN.value,
        "priority": draft.priority.value,
        "origin": draft.origin.value,
        "origin_id": draft.origin_id,
        "customer_id": draft.customer_id,
        "feedback_id": draft.feedback_id,
        "owner": draft.owner.strip(),
        "team": draft.team.strip(),
        "root_cause": "",
        "resolution": "",
        "respond_by": add_working_time(now, level.respond, policy.hours),
        "resolve_by": add_working_time(now, level.resolve, policy.hours),
        "reopened": 0,
        "created_by": _name(by),
        "created_at": now,
        "updated_at": now,
    }
    insertion = insert(customer_case).values(values).returning(customer_case.c.id)
    case_id: int = connection.execute(insertion).scalar_one()
    _note(connection, case_id, by=_name(by), at=now, kind="opened", changes={}, note="")
    return get_case(connection, case_id)


def get_case(connection: Connection, case_id: int) -> Case:
    """Return one case; raises `CaseNotFoundError`."""
    row = connection.execute(select(customer_case).where(customer_case.c.id == case_id)).one_or_none()
    if row is None:
        raise CaseNotFoundError(f"no case has the id {case_id}")
    return _case(row)


def list_cases(
    connection: Connection,
    *,
    states: Sequence[CaseState] = (),
    owner: str | None = None,
    customer_id: int | None = None,
    late_at: datetime | None = None,
    limit: int = 200,
) -> list[Case]:
    """Return the inbox, what must move next first; `late_at` keeps what is late at that moment.

    What is resolved lies behind everything, the newest first; what waits for a customer stands behind what does not.
    """
    case = customer_case.c
    resolved, waiting = (case.state == state.value for state in (CaseState.RESOLVED, CaseState.WAITING))
    stopped = sql_case((resolved, 2), (waiting, 1), else_=0)
    done = sql_case((resolved, case.resolved_at)).desc()
    runs_out = sql_case((case.responded_at.is_(None), case.respond_by), else_=case.resolve_by)
    query = select(customer_case).order_by(stopped, done, runs_out, case.id).limit(limit)
    if states:
        query = query.where(customer_case.c.state.in_([state.value for state in states]))
    if owner is not None:
        query = query.where(customer_case.c.owner == owner)
    if customer_id is not None:
        query = query.where(customer_case.c.customer_id == customer_id)
    if late_at is not None:
        query = query.where(_late(late_at))
    return [_case(row) for row in connection.execute(query)]


def change_case(
    connection: Connection,
    case_id: int,
    change: CaseChange,
    *,
    policy: ServicePolicy,
    by: Principal | str,
    clock: Clock,
) -> Case:
    """Apply what differs and record it as one event.

    A new priority sets the clocks as if the case had always had it; waiting stops the clock to the resolution;
    reopening starts it afresh. Raises `InvalidInputError` when a case is resolved without saying how.
    """
    before, now = get_case(connection, case_id), clock()
    _check_change(before, change)
    asked = {name: getattr(change, name) for name in ("state", "owner", "team", "priority")}
    asked |= {"root_cause": change.root_cause, "resolution": change.resolution}
    changed = {name: new for name, new in asked.items() if new is not None and new != getattr(before, name)}
    clocks = _clocks(before, change, policy, now)
    if changed or clocks:
        values = changed | clocks | {"updated_at": now}
        connection.execute(update(customer_case).where(customer_case.c.id == case_id).values(values))
    if changed or clocks or change.note.strip():
        changes = {
            name: {"from": str(getattr(before, name)), "to": str(new)} for name, new in changed.items()
        }
        kind = "answered" if change.answered else "changed" if changed else "note"
        _note(connection, case_id, by=_name(by), at=now, kind=kind, changes=changes, note=change.note)
    return get_case(connection, case_id)


def reopen_case(
    connection: Connection, case_id: int, *, policy: ServicePolicy, by: Principal | str, clock: Clock
) -> Case:
    """Open a resolved case again, with a clock that starts afresh."""
    change = CaseChange(state=CaseState.OPEN)
    return change_case(connection, case_id, change, policy=policy, by=by, clock=clock)


def escalate_late_cases(connection: Connection, *, clock: Clock) -> list[Case]:
    """Mark every late case once and return the newly marked ones, to be told to whoever leads the team."""
    now = clock()
    fresh = (
        select(customer_case.c.id)
        .where(_late(now), customer_case.c.escalated_at.is_(None))
        .order_by(customer_case.c.id)
    )
    marked = connection.scalars(fresh).all()
    for case_id in marked:
        connection.execute(
            update(customer_case)
            .where(customer_case.c.id == case_id)
            .values(escalated_at=now, updated_at=now)
        )
        _note(connection, case_id, by="huiyin", at=now, kind="escalated", changes={}, note="")
    return [get_case(connection, case_id) for case_id in marked]


def case_history(connection: Connection, case_id: int) -> list[CaseEvent]:
    """Return a case's events, oldest first."""
    query = select(case_event).where(case_event.c.case_id == case_id).order_by(case_event.c.id)
    return [
        CaseEvent(at=row.at, actor=row.actor, kind=row.kind, changes=row.changes, note=row.note)
        for row in connection.execute(query)
    ]


def _check_filled(name: str, text: str) -> None:
    if not text.strip():
        raise InvalidInputError(f"the {name} is empty", field=name, expected="some text")


def _with_customer(connection: Connection, draft: CaseDraft) -> CaseDraft:
    if draft.feedback_id is None or draft.customer_id is not None:
        return draft
    return replace(draft, customer_id=customer_behind(connection, draft.feedback_id))


def _check_new(connection: Connection, draft: CaseDraft) -> None:
    if draft.origin_id is None:
        return
    query = select(customer_case.c.id).where(
        customer_case.c.origin == draft.origin.value, customer_case.c.origin_id == draft.origin_id
    )
    existing = connection.scalar(query)
    if existing is not None:
        raise CaseExistsError(f"case {existing} was opened from {draft.origin} {draft.origin_id} already")


def _check_change(before: Case, change: CaseChange) -> None:
    if change.owner is not None:
        _check_filled("owner", change.owner)
    resolution = before.resolution if change.resolution is None else change.resolution
    if change.state is CaseState.RESOLVED:
        _check_filled("resolution", resolution)


def _clocks(before: Case, change: CaseChange, policy: ServicePolicy, now: datetime) -> dict[str, Any]:
    """Return the clock columns that the change moves."""
    clocks: dict[str, Any] = {}
    if change.priority is not None and change.priority is not before.priority:
        clocks |= _restarted(before, policy.levels[change.priority], policy.hours)
    if before.responded_at is None and (change.answered or change.state is CaseState.RESOLVED):
        clocks["responded_at"] = now
    if change.state is not None and change.state is not before.state:
        level = policy.levels[change.priority or before.priority]
        resolve_by = clocks.get("resolve_by", before.resolve_by)
        clocks |= _moved(before, change.state, resolve_by, level, policy.hours, now)
    return clocks


def _restarted(before: Case, level: ServiceLevel, hours: WorkingHours) -> dict[str, Any]:
    return {
        "respond_by": add_working_time(before.created_at, level.respond, hours),
        "resolve_by": add_working_time(before.created_at, level.resolve, hours),
        "escalated_at": None,
    }


def _moved(
    before: Case,
    state: CaseState,
    resolve_by: datetime,
    level: ServiceLevel,
    hours: WorkingHours,
    now: datetime,
) -> dict[str, Any]:
    moved: dict[str, Any] = {"waiting_since": now if state is CaseState.WAITING else None}
    if before.waiting_since is not None:
        stood_still = working_time(before.waiting_since, now, hours)
        moved["resolve_by"] = add_working_time(resolve_by, stood_still, hours)
    if before.state is CaseState.RESOLVED:
        moved |= {
            "resolved_at": None,
            "reopened": before.reopened + 1,
            "resolve_by": add_working_time(now, level.resolve, hours),
            "escalated_at": None,
        }
    if state is CaseState.RESOLVED:
        moved["resolved_at"] = now
    return moved


def _late(now: datetime) -> Any:
    columns = customer_case.c
    unanswered = and_(
        columns.responded_at.is_(None), columns.state != CaseState.RESOLVED.value, columns.respond_by < now
    )
    unresolved = and_(columns.state == CaseState.OPEN.value, columns.resolve_by < now)
    return or_(unanswered, unresolved)


def _note(
    connection: Connection,
    case_id: int,
    *,
    by: str,
    at: datetime,
    kind: str,
    changes: Mapping[str, Any],
    note: str,
) -> None:
    values = {"case_id": case_id, "at": at, "actor": by, "kind": kind, "changes": dict(changes)}
    connection.execute(insert(case_event).values(values | {"note": note.strip()}))


def _name(by: Principal | str) -> str:
    return by if isinstance(by, str) else by.username


def _case(row: Row[Any]) -> Case:
    values = row._asdict() | {
        "state": CaseState(row.state),
        "priority": CasePriority(row.priority),
        "origin": CaseOrigin(row.origin),
    }
    return Case(**values)
