"""Second opinions in the ledger: what the machine said and how sure it was, what the language model said, who agreed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from huiyin.kit.clock import Clock
from huiyin.kit.errors import ConflictError, NotFoundError
from huiyin.store.ledger import rows_among, touch
from huiyin.store.ledger.tables_second_opinions import second_opinion


class SecondOpinionNotFoundError(NotFoundError):
    """There is no such second opinion."""

    code = "second_opinion_not_found"


class SecondOpinionDroppedError(ConflictError):
    """The language model's answer could not be believed, so there is nothing to decide on."""

    code = "second_opinion_dropped"


class SecondOpinionState(StrEnum):
    """Whether people have yet to look at it, agreed, refused it, or the answer could not be believed at all."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DROPPED = "dropped"


IN_FORCE = (SecondOpinionState.OPEN, SecondOpinionState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class UnsureOpinion:
    """An opinion of the machine in doubt; offsets count code points of the voice's text."""

    feedback_id: int
    taxonomy: str
    aspect: str
    start: int
    end: int
    sentiment: int
    confidence: float
    analyser: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the language model says of it, and the place of the words it stands on."""

    aspect: str
    sentiment: int
    quote_start: int
    quote_end: int


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """The machine's opinion and the language model's beside it; `verdict` is None where it could not be believed."""

    id: int
    unsure: UnsureOpinion
    verdict: Verdict | None
    model: str
    judged_at: datetime
    state: SecondOpinionState
    decided_by: str | None
    decided_at: datetime | None

    @property
    def agrees(self) -> bool:
        """Whether the language model says what the machine said."""
        said = self.verdict
        return said is not None and (said.aspect, said.sentiment) == (
            self.unsure.aspect,
            self.unsure.sentiment,
        )


def keep_verdicts(
    connection: Connection,
    answered: Iterable[tuple[UnsureOpinion, Verdict | None]],
    *,
    model: str,
    now: datetime,
) -> int:
    """Keep answers, those that could not be believed too, so that they are not asked for again; return how many count."""
    answered = list(answered)
    rows = [_row(unsure, verdict, model, now) for unsure, verdict in answered]
    if rows:
        connection.execute(insert(second_opinion), rows)
    believed = sorted({unsure.feedback_id for unsure, verdict in answered if verdict})
    touch(connection, believed)
    return sum(verdict is not None for _, verdict in answered)


def decide(
    connection: Connection, number: int, state: SecondOpinionState, *, by: str, clock: Clock
) -> SecondOpinion:
    """Keep what a person thinks of a second opinion; facts follow at the next projection.

    Raises SecondOpinionNotFoundError, SecondOpinionDroppedError.
    """
    known = read_second_opinion(connection, number)
    if known.verdict is None or state is SecondOpinionState.DROPPED:
        raise SecondOpinionDroppedError("an answer that could not be believed is not decided on")
    is_open = state is SecondOpinionState.OPEN
    values = {
        "state": state.value,
        "decided_by": None if is_open else by,
        "decided_at": None if is_open else clock(),
    }
    connection.execute(update(second_opinion).where(second_opinion.c.id == number).values(**values))
    touch(connection, [known.unsure.feedback_id])
    return read_second_opinion(connection, number)


def read_second_opinion(connection: Connection, number: int) -> SecondOpinion:
    """Return one second opinion; raises SecondOpinionNotFoundError."""
    row = connection.execute(select(second_opinion).where(second_opinion.c.id == number)).one_or_none()
    if row is None:
        raise SecondOpinionNotFoundError(f"no second opinion {number}")
    return _read(row)


def list_second_opinions(
    connection: Connection, states: Sequence[SecondOpinionState], *, limit: int | None = None
) -> list[SecondOpinion]:
    """Return second opinions in some states, the newest first."""
    column = second_opinion.c
    query = select(second_opinion).where(column.state.in_([each.value for each in states]))
    return [_read(row) for row in connection.execute(query.order_by(column.id.desc()).limit(limit))]


def counted(connection: Connection) -> dict[SecondOpinionState, int]:
    """Return how many there are in each state."""
    column = second_opinion.c
    rows = connection.execute(select(column.state, func.count()).group_by(column.state))
    found = {SecondOpinionState(state): int(count) for state, count in rows}
    return {state: found.get(state, 0) for state in SecondOpinionState}


def asked_since(connection: Connection, moment: datetime) -> int:
    """Return how many opinions were asked about since a moment."""
    query = select(func.count()).where(second_opinion.c.judged_at >= moment)
    return connection.execute(query).scalar_one()


def asked_places(connection: Connection) -> set[tuple[int, str, int, int]]:
    """Return every place that was asked about."""
    column = second_opinion.c
    query = select(column.feedback_id, column.aspect, column.start_offset, column.end_offset)
    return {(row[0], row[1], row[2], row[3]) for row in connection.execute(query)}


def second_opinions_of(connection: Connection, feedback_ids: Sequence[int]) -> list[SecondOpinion]:
    """Return those in force about some voices."""
    # Most installations have none, and looking up every voice of an import would cost it time.
    if connection.execute(select(second_opinion.c.id).limit(1)).first() is None:
        return []
    in_force = second_opinion.c.state.in_([each.value for each in IN_FORCE])
    query = select(second_opinion).where(in_force).order_by(second_opinion.c.id)
    return [_read(row) for row in rows_among(connection, query, second_opinion.c.feedback_id, feedback_ids)]


def _row(unsure: UnsureOpinion, verdict: Verdict | None, model: str, now: datetime) -> Mapping[str, Any]:
    state = SecondOpinionState.OPEN if verdict else SecondOpinionState.DROPPED
    return {
        "feedback_id": unsure.feedback_id,
        "taxonomy": unsure.taxonomy,
        "aspect": unsure.aspect,
        "start_offset": unsure.start,
        "end_offset": unsure.end,
        "sentiment": unsure.sentiment,
        "confidence": unsure.confidence,
        "analyser": unsure.analyser,
        "given_aspect": verdict.aspect if verdict else None,
        "given_sentiment": verdict.sentiment if verdict else None,
        "quote_start": verdict.quote_start if verdict else None,
        "quote_end": verdict.quote_end if verdict else None,
        "model": model,
        "judged_at": now,
        "state": state.value,
    }


def _read(row: Row[Any]) -> SecondOpinion:
    unsure = UnsureOpinion(
        row.feedback_id,
        row.taxonomy,
        row.aspect,
        row.start_offset,
        row.end_offset,
        row.sentiment,
        row.confidence,
        row.analyser,
    )
    told = row.given_aspect is not None
    verdict = Verdict(row.given_aspect, row.given_sentiment, row.quote_start, row.quote_end) if told else None
    return SecondOpinion(
        row.id,
        unsure,
        verdict,
        row.model,
        row.judged_at,
        SecondOpinionState(row.state),
        row.decided_by,
        row.decided_at,
    )
