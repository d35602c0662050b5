"""Coding: each coder marks spans alone, says when a conversation is done, and only then sees the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from huiyin.collect.interviews.codes import get_code
from huiyin.collect.interviews.conversations import Conversation, get_conversation
from huiyin.collect.interviews.errors import StillBlindError
from huiyin.collect.interviews.speakers import get_speaker
from huiyin.collect.interviews.voices import touch_voices
from huiyin.kit.clock import Clock
from huiyin.kit.errors import ConflictError, InvalidInputError, NotFoundError
from huiyin.store.ledger import insert_into
from huiyin.store.ledger.tables_interviews import coding, conversation, speaker, turn
from huiyin.store.ledger.tables_interviews import span as table


@dataclass(frozen=True, slots=True)
class Span:
    """A mark on a turn's text from `start` to `end`, in Unicode code points."""

    id: int
    turn_id: int
    code_id: int
    coder: str
    start: int
    end: int


def mark(
    connection: Connection, turn_id: int, code_id: int, start: int, end: int, *, coder: str, clock: Clock
) -> Span:
    """Mark part of what a participant said; the same mark twice is one.

    Raises NotFoundError, InvalidInputError for an empty span, a moderator's or a withdrawn turn or a foreign
    code, ConflictError when the coder has said that the conversation is done.
    """
    said = connection.execute(select(turn).where(turn.c.id == turn_id)).one_or_none()
    if said is None:
        raise NotFoundError(f"there is no turn {turn_id}")
    found = get_conversation(connection, said.conversation_id)
    _check_open(found, coder)
    if not get_speaker(connection, said.speaker_id).is_heard:
        raise InvalidInputError(
            "this turn is not coded", field="turn_id", expected="a participant who agreed"
        )
    if get_code(connection, code_id).study_id != found.study_id:
        raise InvalidInputError("a code of another study", field="code_id", expected="a code of this study")
    if not (0 <= start < end <= len(said.text) and said.text[start:end].strip()):
        raise InvalidInputError("no such span", field="start", expected=f"0 to {len(said.text)}, not empty")
    values = {"turn_id": turn_id, "code_id": code_id, "coder": coder, "start": start, "end": end}
    connection.execute(
        insert_into(connection, table).values(**values, created_at=clock()).on_conflict_do_nothing()
    )
    query = select(table).where(*(table.c[name] == value for name, value in values.items()))
    row = connection.execute(query).one()
    return Span(row.id, row.turn_id, row.code_id, row.coder, row.start, row.end)


def unmark(connection: Connection, span_id: int, *, coder: str) -> None:
    """Take one's own mark away. Raises NotFoundError, ConflictError."""
    query = (
        select(turn.c.conversation_id)
        .join(table, table.c.turn_id == turn.c.id)
        .where(table.c.id == span_id, table.c.coder == coder)
    )
    found = connection.execute(query).scalar_one_or_none()
    if found is None:
        raise NotFoundError(f"there is no mark {span_id} of yours")
    _check_open(get_conversation(connection, found), coder)
    connection.execute(delete(table).where(table.c.id == span_id))


def finish(connection: Connection, conversation_id: int, *, coder: str, clock: Clock) -> None:
    """Say that one's coding is done: it is compared, shown, and its codes with an aspect become opinions."""
    if coder not in get_conversation(connection, conversation_id).done_by:
        values = {"conversation_id": conversation_id, "coder": coder, "done_at": clock()}
        connection.execute(insert(coding).values(values))
        touch_voices(connection, conversation_id)


def reopen(connection: Connection, conversation_id: int, *, coder: str) -> None:
    """Go on coding; what one did counts nowhere until it is done again."""
    if coder in get_conversation(connection, conversation_id).done_by:
        condition = (coding.c.conversation_id == conversation_id) & (coding.c.coder == coder)
        connection.execute(delete(coding).where(condition))
        touch_voices(connection, conversation_id)


def spans_of(
    connection: Connection, conversation_id: int, *, coder: str, reader: str | None = None
) -> list[Span]:
    """Return a coder's marks on what may be read. Raises StillBlindError when `reader` may not see them yet."""
    if reader is not None and reader != coder:
        done = get_conversation(connection, conversation_id).done_by
        if not {reader, coder} <= set(done):
            raise StillBlindError("another coder's marks are shown when both of you are done")
    query = _heard().where(turn.c.conversation_id == conversation_id, table.c.coder == coder)
    return _spans(connection, query)


def finished_spans(connection: Connection, study_id: int) -> list[Span]:
    """Return the marks of all codings of a study that are done, on what may be read."""
    query = (
        _heard()
        .join(conversation, conversation.c.id == turn.c.conversation_id)
        .join(
            coding,
            (coding.c.conversation_id == turn.c.conversation_id) & (coding.c.coder == table.c.coder),
        )
        .where(conversation.c.study_id == study_id)
    )
    return _spans(connection, query)


def _heard() -> Select[Any]:
    return (
        select(table)
        .join(turn, turn.c.id == table.c.turn_id)
        .join(speaker, speaker.c.id == turn.c.speaker_id)
        .where(speaker.c.role == "participant", speaker.c.consent == "given")
        .order_by(turn.c.conversation_id, turn.c.position, table.c.start, table.c.id)
    )


def _spans(connection: Connection, query: Select[Any]) -> list[Span]:
    rows = connection.execute(query)
    return [Span(row.id, row.turn_id, row.code_id, row.coder, row.start, row.end) for row in rows]


def _check_open(found: Conversation, coder: str) -> None:
    if coder in found.done_by:
        raise ConflictError("your coding of this conversation is done; open it again to change it")
