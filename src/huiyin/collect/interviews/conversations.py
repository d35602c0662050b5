"""Conversations: one interview, or one group at a table, as the turns of its speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from huiyin.collect.interviews.speakers import Consent, Speaker, speakers_of
from huiyin.collect.interviews.studies import get_study
from huiyin.collect.interviews.transcripts import Line, SpeakerRole, role_of
from huiyin.kit.clock import Clock
from huiyin.kit.errors import ConflictError, InvalidInputError, NotFoundError
from huiyin.store.ledger.tables_interviews import coding, speaker
from huiyin.store.ledger.tables_interviews import conversation as table
from huiyin.store.ledger.tables_interviews import turn as turn_table


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation with how many took part and who has coded it to the end."""

    id: int
    study_id: int
    title: str
    held_at: datetime
    turns: int
    participants: int
    heard: int
    done_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker said without a break."""

    id: int
    conversation_id: int
    position: int
    speaker_id: int
    text: str
    at_s: float | None
    end_s: float | None


def add_conversation(
    connection: Connection,
    study_id: int,
    *,
    title: str,
    held_at: datetime,
    lines: Sequence[Line],
    consent: Consent = Consent.PENDING,
    quotable: bool = False,
    by: str,
    clock: Clock,
) -> int:
    """Keep a transcript with its speakers; `consent` and `quotable` are the participants' to begin with.

    Raises NotFoundError for an unknown study, InvalidInputError without a participant or a title,
    ConflictError for a title that the study has already.
    """
    get_study(connection, study_id)
    name = title.strip()
    if not name or len(name) > 80:
        raise InvalidInputError("no usable title", field="title", expected="1 to 80 characters")
    if all(role_of(line.label) is SpeakerRole.MODERATOR for line in lines):
        raise InvalidInputError("nobody is heard", field="file", expected="at least one participant")
    known = select(table.c.id).where(table.c.study_id == study_id, table.c.title == name)
    if connection.execute(known).first():
        raise ConflictError(f"the study has a conversation called {name!r} already")
    now = clock()
    values = {"study_id": study_id, "title": name, "held_at": held_at, "created_by": by, "created_at": now}
    new = int(connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one())
    decided = {"decided_by": by, "decided_at": now} if consent is not Consent.PENDING else {}
    ids = {}
    for label in dict.fromkeys(line.label for line in lines):
        row = {
            "conversation_id": new, "label": label[:60], "role": role_of(label).value,
            "consent": consent.value, "quotable": quotable, **decided,
        }  # fmt: skip
        ids[label] = connection.execute(insert(speaker).values(row).returning(speaker.c.id)).scalar_one()
    rows = [
        {
            "conversation_id": new, "position": place, "speaker_id": ids[line.label],
            "text": line.text, "at_s": line.at_s, "end_s": line.end_s,
        }
        for place, line in enumerate(lines)
    ]  # fmt: skip
    connection.execute(insert(turn_table), rows)
    return new


def get_conversation(connection: Connection, conversation_id: int) -> Conversation:
    """Return one conversation. Raises NotFoundError."""
    row = connection.execute(select(table).where(table.c.id == conversation_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"there is no conversation {conversation_id}")
    return _conversation(connection, row)


def conversations_of(connection: Connection, study_id: int) -> list[Conversation]:
    """Return the conversations of a study in the order in which they were held."""
    query = select(table).where(table.c.study_id == study_id).order_by(table.c.held_at, table.c.id)
    return [_conversation(connection, row) for row in connection.execute(query).all()]


def turns_of(connection: Connection, conversation_id: int) -> list[Turn]:
    """Return the turns of a conversation as they were spoken."""
    query = (
        select(turn_table)
        .where(turn_table.c.conversation_id == conversation_id)
        .order_by(turn_table.c.position)
    )
    return [Turn(**row._mapping) for row in connection.execute(query)]


def heard_turns(connection: Connection, conversation_id: int) -> list[tuple[Turn, Speaker]]:
    """Return the turns of participants who agreed, with who spoke."""
    people = {one.id: one for one in speakers_of(connection, conversation_id) if one.is_heard}
    turns = turns_of(connection, conversation_id)
    return [(turn, people[turn.speaker_id]) for turn in turns if turn.speaker_id in people]


def _conversation(connection: Connection, row: Row[Any]) -> Conversation:
    people = speakers_of(connection, row.id)
    counted = select(func.count()).where(turn_table.c.conversation_id == row.id)
    done = select(coding.c.coder).where(coding.c.conversation_id == row.id).order_by(coding.c.coder)
    return Conversation(
        id=row.id,
        study_id=row.study_id,
        title=row.title,
        held_at=row.held_at,
        turns=connection.execute(counted).scalar_one(),
        participants=sum(one.role is SpeakerRole.PARTICIPANT for one in people),
        heard=sum(one.is_heard for one in people),
        done_by=tuple(connection.execute(done).scalars()),
    )
