"""Running a connector: fetch, read, and commit the records together with the watermark.

Whatever moment the process is killed at, the ledger holds records up to a watermark and the watermark itself;
the next run goes on there, and what comes twice is known by its external id.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection, delete, insert, select, update

from huiyin.collect.connectors.arrival import Arrival, unpack, write_arrival
from huiyin.collect.connectors.configured import Configured, get_connector
from huiyin.collect.connectors.dead_letters import (
    DeadLetter,
    LetterState,
    get_letter,
    keep_letters,
    settle_letter,
)
from huiyin.collect.connectors.port import Fetch, Ground, Haul, Pushed
from huiyin.collect.speech import transcribe
from huiyin.kit.clock import Clock
from huiyin.kit.errors import ConflictError, HuiyinError, InvalidInputError
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger, tables_connectors

log = logging.getLogger(__name__)

FIRST_PAUSE_S = 5.0
LONGEST_PAUSE_S = 900.0
JITTER = 0.5
RUNS_KEPT = 100
_CONNECTOR = tables_connectors.connector
_RUN = tables_connectors.connector_run


class OvertakenError(ConflictError):
    """Another run moved the watermark, or the connector was paused."""

    code = "overtaken"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: what arrived, and the error that ended it early."""

    arrival: Arrival
    error: str | None = None


@dataclass(slots=True)
class _Run:
    """The run under way; its row appears with the first thing worth noting."""

    configured: Configured
    started_at: datetime
    id: int | None = None


def pause_after_failure(failures: int, roll: float) -> float:
    """Return the seconds to wait after the nth failure in a row: doubling to a limit, spread by `roll` in [0, 1).

    >>> [pause_after_failure(n, 0.0) for n in (1, 2, 3, 20)]
    [5.0, 10.0, 20.0, 900.0]
    """
    return float(min(FIRST_PAUSE_S * 2 ** min(failures - 1, 20), LONGEST_PAUSE_S) * (1 - JITTER * roll))


def run_connector(
    ledger: Ledger,
    settings: Settings,
    connector_id: int,
    *,
    clock: Clock,
    roll: Callable[[], float] = random.random,
    stopping: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Run a pulled connector until its source has no more, and plan its next run.

    A source that fails ends the run, never the caller: the error is in the outcome and in the ledger.
    """
    with ledger.read() as connection:
        configured = get_connector(connection, connector_id)
    fetch = configured.connector.fetch
    if fetch is None:
        raise InvalidInputError(
            f"{configured.name} is pushed to, not pulled", field="id", expected="a pulled connector"
        )
    _mark_interrupted(ledger, connector_id, clock())
    run = _Run(configured, clock())
    total, error = _follow(ledger, settings, run, fetch, clock, stopping)
    _finish(ledger, run, total, error, clock(), roll())
    return Outcome(total, error)


def take_pushed(
    connection: Connection, settings: Settings, configured: Configured, pushed: Pushed, *, clock: Clock
) -> Arrival:
    """Take a pushed request in the caller's write transaction: good payloads go in, bad ones become dead letters.

    Raises WrongSignatureError, or InvalidInputError when the request cannot be split into payloads.
    """
    now = clock()
    connector, config = configured.connector, configured.settings()
    ground = Ground(settings.zone, clock)
    if connector.split is None:
        raise InvalidInputError(f"{configured.name} is pulled", field="id", expected="a pushed connector")
    payloads = connector.split(config, pushed, ground)
    unpacked = unpack(connector, config, payloads, ground, received_at=now)
    arrival = write_arrival(connection, configured, unpacked, received_at=now)
    _note(connection, configured.id, last_run_at=now, last_success_at=now)
    return arrival


def replay_letter(connection: Connection, settings: Settings, letter_id: int, *, clock: Clock) -> Arrival:
    """Read a dead letter again with the connector's present settings; it stays waiting when it is refused again.

    Raises NotFoundError, LetterSettledError.
    """
    letter = get_letter(connection, letter_id)
    configured = get_connector(connection, letter.connector_id)
    now = clock()
    ground = Ground(settings.zone, clock)
    settle_letter(connection, letter, LetterState.REPLAYED, now)
    unpacked = unpack(configured.connector, configured.settings(), [letter.payload], ground, received_at=now)
    return write_arrival(connection, configured, unpacked, received_at=now)


def drop_letter(connection: Connection, letter_id: int, *, clock: Clock) -> DeadLetter:
    """Give a letter up. Raises NotFoundError, LetterSettledError."""
    settle_letter(connection, get_letter(connection, letter_id), LetterState.DROPPED, clock())
    return get_letter(connection, letter_id)


def _follow(
    ledger: Ledger,
    settings: Settings,
    run: _Run,
    fetch: Fetch,
    clock: Clock,
    stopping: Callable[[], bool],
) -> tuple[Arrival, str | None]:
    total = Arrival()
    ground = Ground(settings.zone, clock, partial(transcribe, settings))
    try:
        config = run.configured.settings()
        for haul in fetch(config, run.configured.watermark, ground):
            total += _take(ledger, run, haul, ground)
            if stopping():
                break
    except HuiyinError as error:
        return total, error.message
    except Exception as error:
        # A third party's connector may raise anything; the others must go on.
        log.exception("connector %s failed", run.configured.name)
        return total, f"{type(error).__name__}: {error}"
    return total, None


def _take(ledger: Ledger, run: _Run, haul: Haul, ground: Ground) -> Arrival:
    configured, now = run.configured, ground.clock()
    arrival = Arrival()
    if haul.payloads or haul.spoiled or dict(haul.watermark) != dict(configured.watermark):
        unpacked = unpack(configured.connector, configured.settings(), haul.payloads, ground, received_at=now)
        with ledger.write() as connection:
            _advance(connection, configured, haul)
            arrival = write_arrival(connection, configured, unpacked, received_at=now)
            keep_letters(connection, configured.id, haul.spoiled, now)
            arrival = replace(arrival, refused=arrival.refused + haul.spoiled)
            _count(connection, run, arrival)
        run.configured = replace(configured, watermark=haul.watermark, position=configured.position + 1)
    if haul.settle:
        haul.settle()
    return arrival


def _advance(connection: Connection, configured: Configured, haul: Haul) -> None:
    columns = _CONNECTOR.c
    moved = connection.execute(
        update(_CONNECTOR)
        .where(columns.id == configured.id, columns.position == configured.position, columns.enabled)
        .values(watermark=dict(haul.watermark), position=configured.position + 1)
    )
    if not moved.rowcount:
        raise OvertakenError(f"{configured.name} is paused, or runs elsewhere too")


def _count(connection: Connection, run: _Run, arrival: Arrival) -> None:
    if not arrival.payloads and not arrival.refused:
        return
    if run.id is None:
        run.id = _open_run(connection, run)
    columns = _RUN.c
    connection.execute(
        update(_RUN)
        .where(columns.id == run.id)
        .values(
            payloads=columns.payloads + arrival.payloads,
            accepted=columns.accepted + arrival.accepted,
            duplicates=columns.duplicates + arrival.duplicates,
            rejected=columns.rejected + len(arrival.refused),
            events=columns.events + arrival.events,
        )
    )


def _open_run(connection: Connection, run: _Run) -> int:
    counts = dict.fromkeys(("payloads", "accepted", "duplicates", "rejected", "events"), 0)
    inserted = connection.execute(
        insert(_RUN)
        .values(connector_id=run.configured.id, state="running", started_at=run.started_at, **counts)
        .returning(_RUN.c.id)
    )
    return int(inserted.scalar_one())


def _finish(ledger: Ledger, run: _Run, total: Arrival, error: str | None, now: datetime, roll: float) -> None:
    configured = run.configured
    failures = configured.failures + 1 if error else 0
    pause = pause_after_failure(failures, roll) if error else configured.every_s * (1 + 0.1 * roll)
    with ledger.write() as connection:
        if error and run.id is None:
            run.id = _open_run(connection, run)
        if run.id is not None:
            state = "failed" if error else "done"
            connection.execute(
                update(_RUN).where(_RUN.c.id == run.id).values(state=state, ended_at=now, error=error)
            )
            _forget_old_runs(connection, configured.id)
        succeeded = {} if error else {"last_success_at": now}
        _note(
            connection,
            configured.id,
            last_run_at=now,
            last_error=error,
            failures=failures,
            next_run_at=now + timedelta(seconds=pause),
            **succeeded,
        )
    del total


def _mark_interrupted(ledger: Ledger, connector_id: int, now: datetime) -> None:
    columns = _RUN.c
    left = (columns.connector_id == connector_id) & (columns.state == "running")
    with ledger.read() as connection:
        if connection.execute(select(columns.id).where(left)).first() is None:
            return
    with ledger.write() as connection:
        connection.execute(update(_RUN).where(left).values(state="interrupted", ended_at=now))


def _forget_old_runs(connection: Connection, connector_id: int) -> None:
    columns = _RUN.c
    kept = (
        select(columns.id)
        .where(columns.connector_id == connector_id)
        .order_by(columns.id.desc())
        .limit(RUNS_KEPT)
    )
    connection.execute(
        delete(_RUN).where(columns.connector_id == connector_id, columns.id.not_in(kept.scalar_subquery()))
    )


def _note(connection: Connection, connector_id: int, **values: object) -> None:
    connection.execute(update(_CONNECTOR).where(_CONNECTOR.c.id == connector_id).values(**values))
