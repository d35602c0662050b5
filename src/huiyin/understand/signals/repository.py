"""Signals in the ledger: each happening once, however often it is seen, and what people decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from huiyin.access import Principal
from huiyin.kit.clock import Clock
from huiyin.stats import Estimate, wilson
from huiyin.store.ledger.tables_signals import signal as table
from huiyin.understand.signals.assessment import Assessment
from huiyin.understand.signals.series import Kind
from huiyin.understand.signals.signal import Signal, SignalNotFoundError, SignalState

# What returns within this time is the same happening.
_SAME_FOR = timedelta(days=14)
# What people called useless is told again when it is half as strong again, or when nobody remembers.
_STRONGER = 1.5
_REMEMBERED_FOR = timedelta(days=365)


def record(connection: Connection, found: Assessment, at: datetime) -> Signal:
    """Write what a look at an aware UTC time has found; return the new or renewed signal.

    A closed signal that goes on stays closed, so nobody is told twice. Signals that turn out to be one are
    merged into the oldest.
    """
    same = _seen_before(connection, found.finding.members, at)
    values = _columns(found) | {"last_seen_at": at, "updated_at": at}
    if not same:
        fresh = values | {"first_seen_at": at, "state": SignalState.OPEN.value, "note": ""}
        statement = insert(table).values(fresh).returning(table.c.id)
        return get_signal(connection, int(connection.execute(statement).scalar_one()))
    kept, *doubles = same
    values["since"] = min(kept.since, values["since"])
    values["members"] = sorted({*kept.members, *values["members"]})
    values["causes"] = _clearer(values["causes"], kept.causes)
    if kept.state == SignalState.SNOOZED and kept.snoozed_until and kept.snoozed_until <= at:
        values |= {"state": SignalState.OPEN.value, "snoozed_until": None}
    connection.execute(update(table).where(table.c.id == kept.id).values(values))
    _merge(connection, [each.id for each in doubles], kept.id, at)
    return get_signal(connection, kept.id)


def is_unwanted(connection: Connection, found: Assessment, at: datetime) -> bool:
    """Whether people last called the same thing useless, and it comes again hardly stronger than then."""
    leader = found.finding.leader
    if _seen_before(connection, found.finding.members, at):
        return False
    judged = _last_judged(connection, leader.name, at)
    if judged is None or judged.useful:
        return False
    ratio = float(leader.surprise.observed) / max(float(leader.surprise.expected), 0.5)
    return ratio < _STRONGER * judged.ratio


def get_signal(connection: Connection, signal_id: int) -> Signal:
    """Return one signal; raises SignalNotFoundError."""
    row = connection.execute(select(table).where(table.c.id == signal_id)).one_or_none()
    if row is None:
        raise SignalNotFoundError(f"no signal has the id {signal_id}")
    return _signal(row)


def signals_by_id(connection: Connection, ids: Iterable[int]) -> dict[int, Signal]:
    """Return those of these signals that there are."""
    found = connection.execute(select(table).where(table.c.id.in_(ids)))
    return {row.id: _signal(row) for row in found}


def list_signals(
    connection: Connection, *, states: Sequence[SignalState] = (), limit: int = 100
) -> list[Signal]:
    """Return signals, the gravest first; without states all but the merged."""
    wanted = states or [state for state in SignalState if state is not SignalState.MERGED]
    query = select(table).where(table.c.state.in_([state.value for state in wanted]))
    ordered = query.order_by(table.c.crisis.desc(), table.c.id.desc()).limit(limit)
    return [_signal(row) for row in connection.execute(ordered)]


def change_signal(
    connection: Connection,
    signal_id: int,
    *,
    by: Principal,
    clock: Clock,
    changes: dict[str, Any],
) -> Signal:
    """Set `state`, `owner`, `useful`, `note`, `snoozed_until` or `merged_into`; others are refused by name.

    Raises SignalNotFoundError, for the signal and for the one it is merged into, and ValueError.
    """
    get_signal(connection, signal_id)
    unknown = set(changes) - {"state", "owner", "useful", "note", "snoozed_until", "merged_into"}
    if unknown:
        raise ValueError(f"a signal's {', '.join(sorted(unknown))} cannot be set")
    values = dict(changes)
    if (into := values.get("merged_into")) is not None:
        if into == signal_id:
            raise ValueError("a signal cannot be merged into itself")
        get_signal(connection, into)
        values["state"] = SignalState.MERGED
    if "state" in values and values["state"] != SignalState.SNOOZED:
        values.setdefault("snoozed_until", None)
    if values:
        values |= {"updated_at": clock(), "updated_by": by.username}
        connection.execute(update(table).where(table.c.id == signal_id).values(values))
    return get_signal(connection, signal_id)


def signal_precision(connection: Connection) -> Estimate:
    """Return the share of judged signals that people called useful."""
    judged = select(func.count(), func.count().filter(table.c.useful)).where(table.c.useful.is_not(None))
    count, useful = connection.execute(judged).one()
    return wilson(useful, count)


def last_look(connection: Connection) -> datetime | None:
    """Return the time of the newest look that found anything."""
    return connection.execute(select(func.max(table.c.last_seen_at))).scalar()


def _clearer(
    now: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]]
) -> Sequence[Mapping[str, Any]]:
    """Return the contrast whose first cause explains more for sure: a long burst becomes its own background."""
    return max((now, before), key=lambda causes: causes[0]["explained"]["low"] if causes else 0.0)


def _seen_before(connection: Connection, members: Iterable[str], at: datetime) -> list[Signal]:
    query = select(table).where(
        table.c.last_seen_at >= at - _SAME_FOR, table.c.state != SignalState.MERGED.value
    )
    known = set(members)
    found = [_signal(row) for row in connection.execute(query.order_by(table.c.id))]
    return [each for each in found if known & set(each.members)]


def _last_judged(connection: Connection, name: str, at: datetime) -> Signal | None:
    """Return the newest judged signal that a candidate of this name leads."""
    query = select(table).where(table.c.useful.is_not(None), table.c.last_seen_at >= at - _REMEMBERED_FOR)
    rows = connection.execute(query.order_by(table.c.last_seen_at.desc(), table.c.id.desc()))
    return next((each for row in rows if _name(each := _signal(row)) == name), None)


def _name(signal: Signal) -> str:
    what = signal.term or signal.aspect or signal.product or ""
    return f"{signal.kind}:{signal.taxonomy}:{what}"


def _merge(connection: Connection, ids: Sequence[int], into: int, at: datetime) -> None:
    if ids:
        merged = {"state": SignalState.MERGED.value, "merged_into": into, "updated_at": at}
        connection.execute(update(table).where(table.c.id.in_(ids)).values(merged))


def _columns(found: Assessment) -> dict[str, Any]:
    leader, surprise = found.finding.leader, found.finding.leader.surprise
    return {
        **leader.key._asdict(),
        "kind": str(leader.key.kind),
        "term": leader.term,
        "members": list(found.finding.members),
        "since": _aware(found.since),
        "window_from": _aware(leader.window_from),
        "window_to": _aware(leader.window_to),
        "observed": int(surprise.observed),
        "expected": float(surprise.expected),
        "low": float(surprise.low),
        "high": float(surprise.high),
        "p_value": float(surprise.p_value),
        "adjusted_p": leader.adjusted_p,
        "people": found.people,
        "voices": found.voices,
        "crisis": round(found.crisis.score, 1),
        "crisis_parts": found.crisis.as_dict(),
        "days": [day.as_dict() for day in found.days],
        "who": {name: list(values) for name, values in found.who.items()},
        "origin": [{**row, "occurred_at": _aware(row["occurred_at"]).isoformat()} for row in found.origin],
        "causes": [cause.as_dict() for cause in found.causes],
        "verbatims": list(found.verbatims),
    }


def _signal(row: Row[Any]) -> Signal:
    values = row._asdict() | {
        "kind": Kind(row.kind),
        "state": SignalState(row.state),
        "members": tuple(row.members),
    }
    return Signal(**values)


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)
