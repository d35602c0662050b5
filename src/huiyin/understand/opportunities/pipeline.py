"""The way of an opportunity: found, judged, planned, shipped, its value realised; or dismissed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_act import action
from huiyin.store.ledger.tables_opportunities import opportunity as table
from huiyin.store.ledger.tables_opportunities import opportunity_step as step_table
from huiyin.understand.opportunities.opportunity import Opportunity, OpportunityNotFoundError


class OpportunityStage(StrEnum):
    """How far it has come."""

    FOUND = "found"
    JUDGED = "judged"
    PLANNED = "planned"
    SHIPPED = "shipped"
    REALISED = "realised"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Step:
    """One decision on the way."""

    stage: OpportunityStage
    note: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an opportunity stands; `frozen` is its size and score when somebody first took it up."""

    key: str
    zh: str
    en: str
    stage: OpportunityStage
    owner: str | None
    action_id: int | None
    expected_value: float | None
    realised_value: float | None
    frozen: Mapping[str, Any]
    updated_at: datetime | None
    updated_by: str | None
    steps: tuple[Step, ...] = ()


def read_progress(connection: Connection) -> dict[str, Progress]:
    """Return where every opportunity stands that anybody has touched, by key, without its steps."""
    return {row.key: _progress(row) for row in connection.execute(select(table).order_by(table.c.id))}


def progress_of(connection: Connection, key: str) -> Progress:
    """Return where one opportunity stands, with its steps; raises OpportunityNotFoundError when nobody touched it."""
    row = connection.execute(select(table).where(table.c.key == key)).one_or_none()
    if row is None:
        raise OpportunityNotFoundError("nobody has taken up this opportunity")
    steps = connection.execute(
        select(step_table).where(step_table.c.opportunity_id == row.id).order_by(step_table.c.id)
    )
    return _progress(row, [Step(OpportunityStage(s.state), s.note, s.at, s.by) for s in steps])


def move(
    connection: Connection,
    key: str,
    found: Opportunity | None,
    *,
    by: str,
    clock: Clock,
    changes: Mapping[str, Any],
) -> Progress:
    """Set `stage`, `owner`, `action_id`, `expected_value` or `realised_value`, with a `note`; earlier steps stay.

    `found` is the opportunity as the facts hold it now; it may be None once the ledger knows it. Raises
    OpportunityNotFoundError, and InvalidInputError for a realised value without its figure or an unknown action.
    """
    known = connection.execute(select(table).where(table.c.key == key)).one_or_none()
    values = {name: changes[name] for name in _SETTABLE if name in changes}
    stage = OpportunityStage(changes.get("stage") or (known.state if known else OpportunityStage.JUDGED))
    _check(connection, stage, values, known)
    stamp = {"state": stage.value, "updated_at": clock(), "updated_by": by}
    if known is not None:
        connection.execute(update(table).where(table.c.id == known.id).values(values | stamp))
        number = known.id
    elif found is not None:
        fresh = {"key": key, "zh": found.zh, "en": found.en, "frozen": _frozen(found)} | values | stamp
        number = connection.execute(insert(table).values(fresh).returning(table.c.id)).scalar_one()
    else:
        raise OpportunityNotFoundError("no such opportunity in this window")
    connection.execute(
        insert(step_table).values(
            opportunity_id=number, state=stage.value, note=str(changes.get("note") or ""), at=clock(), by=by
        )
    )
    return progress_of(connection, key)


_SETTABLE = ("owner", "action_id", "expected_value", "realised_value")


def _check(
    connection: Connection, stage: OpportunityStage, values: Mapping[str, Any], known: Row[Any] | None
) -> None:
    realised = values.get("realised_value", known.realised_value if known else None)
    if stage is OpportunityStage.REALISED and realised is None:
        raise InvalidInputError(
            "how much value was realised?", field="realised_value", expected="an amount, 0 for none"
        )
    linked = values.get("action_id")
    if (
        linked is not None
        and connection.execute(select(action.c.id).where(action.c.id == linked)).first() is None
    ):
        raise InvalidInputError("no such action", field="action_id", expected="the id of an action")


def _frozen(found: Opportunity) -> dict[str, Any]:
    return {
        "customers": found.customers.count,
        "share": _plain(asdict(found.customers)),
        "score": _plain(asdict(found.score.score)),
        "value": found.value.total,
        "verbatims": [each.feedback_id for each in found.evidence[:20]],
    }


def _plain(estimate: Mapping[str, Any]) -> dict[str, Any]:
    return {name: estimate[name] for name in ("value", "low", "high", "n", "level", "method")}


def _progress(row: Row[Any], steps: Sequence[Step] = ()) -> Progress:
    return Progress(
        row.key,
        row.zh,
        row.en,
        OpportunityStage(row.state),
        row.owner,
        row.action_id,
        row.expected_value,
        row.realised_value,
        row.frozen,
        row.updated_at,
        row.updated_by,
        tuple(steps),
    )
