"""Who took part, in which role, and what they agreed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select, update

from huiyin.collect.interviews.transcripts import SpeakerRole
from huiyin.kit.clock import Clock
from huiyin.kit.errors import NotFoundError
from huiyin.store.ledger.tables_interviews import conversation
from huiyin.store.ledger.tables_interviews import speaker as table


class Consent(StrEnum):
    """Without consent nothing is analysed; withdrawn consent takes everything back out."""

    PENDING = "pending"
    GIVEN = "given"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person of one conversation; `person` is the company's own id of the customer."""

    id: int
    conversation_id: int
    label: str
    role: SpeakerRole
    person: str | None
    consent: Consent
    quotable: bool
    decided_by: str | None
    decided_at: datetime | None

    @property
    def is_heard(self) -> bool:
        """Whether what they said may be analysed."""
        return self.role is SpeakerRole.PARTICIPANT and self.consent is Consent.GIVEN


@dataclass(frozen=True, slots=True)
class SpeakerChange:
    """What to record about a speaker; None leaves it as it is."""

    role: SpeakerRole | None = None
    person: str | None = None
    consent: Consent | None = None
    quotable: bool | None = None


def get_speaker(connection: Connection, speaker_id: int) -> Speaker:
    """Return one speaker. Raises NotFoundError."""
    row = connection.execute(select(table).where(table.c.id == speaker_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"there is no speaker {speaker_id}")
    return _speaker(row)


def speakers_of(connection: Connection, conversation_id: int) -> list[Speaker]:
    """Return the speakers of a conversation in the order in which they first spoke."""
    query = select(table).where(table.c.conversation_id == conversation_id).order_by(table.c.id)
    return [_speaker(row) for row in connection.execute(query)]


def speakers_of_study(connection: Connection, study_id: int) -> list[Speaker]:
    """Return all speakers of a study."""
    query = (
        select(table)
        .join(conversation, conversation.c.id == table.c.conversation_id)
        .where(conversation.c.study_id == study_id)
        .order_by(table.c.id)
    )
    return [_speaker(row) for row in connection.execute(query)]


def record(
    connection: Connection, speaker_id: int, change: SpeakerChange, *, by: str, clock: Clock
) -> Speaker:
    """Write down what changed about a speaker, and for a decision about consent who recorded it and when."""
    get_speaker(connection, speaker_id)
    values: dict[str, Any] = {
        name: value
        for name in ("role", "person", "consent", "quotable")
        if (value := getattr(change, name)) is not None
    }
    if change.person == "":
        values["person"] = None
    if change.consent is not None or change.quotable is not None:
        values |= {"decided_by": by, "decided_at": clock()}
    if values:
        connection.execute(update(table).where(table.c.id == speaker_id).values(values))
    return get_speaker(connection, speaker_id)


def _speaker(row: Row[Any]) -> Speaker:
    return Speaker(**{**row._mapping, "role": SpeakerRole(row.role), "consent": Consent(row.consent)})
