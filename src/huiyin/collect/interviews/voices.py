"""What participants said, as voices: one a turn, the participant as its speaker, the conversation as its cluster."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta, tzinfo
from typing import Any

from sqlalchemy import Connection, select, update

from huiyin.collect.exclusions import exclude, restore
from huiyin.collect.feedback import Person
from huiyin.collect.intake import accept, ensure_customers, validate
from huiyin.collect.interviews.conversations import Conversation, Turn, get_conversation, turns_of
from huiyin.collect.interviews.speakers import Speaker, speakers_of
from huiyin.collect.interviews.studies import Study, get_study
from huiyin.collect.interviews.transcripts import SpeakerRole
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import tables, touch

WITHDRAWN = "consent_withdrawn"
ASKED = "moderator_turn"


def sync_voices(connection: Connection, conversation_id: int, *, zone: tzinfo, by: str, clock: Clock) -> None:
    """Make the ledger's voices follow consent: new ones are accepted, withdrawn ones left out, on the record."""
    found = get_conversation(connection, conversation_id)
    study = get_study(connection, found.study_id)
    people = {one.id: one for one in speakers_of(connection, conversation_id)}
    turns = turns_of(connection, conversation_id)
    heard = [(turn, people[turn.speaker_id]) for turn in turns if people[turn.speaker_id].is_heard]
    _accept(connection, study, found, heard, zone=zone, clock=clock)
    ids = voice_ids(connection, conversation_id)

    def said_by(wanted: Iterable[Speaker]) -> set[int]:
        speakers = {one.id for one in wanted}
        return {ids[turn.id] for turn in turns if turn.speaker_id in speakers and turn.id in ids}

    gone = {
        ASKED: [one for one in people.values() if one.role is SpeakerRole.MODERATOR],
        WITHDRAWN: [
            one for one in people.values() if one.role is SpeakerRole.PARTICIPANT and not one.is_heard
        ],
    }
    for reason, speakers in gone.items():
        without = said_by(speakers)
        exclude(connection, without, reason=reason, note=found.title, by=by, clock=clock)
        restore(connection, set(ids.values()) - without, reason=reason, by=by, clock=clock)
    for speaker in people.values():
        _link(connection, speaker, said_by([speaker]), clock)


def touch_voices(connection: Connection, conversation_id: int) -> None:
    """Have the voices of a conversation projected again, for its codes have changed."""
    touch(connection, sorted(voice_ids(connection, conversation_id).values()))


def voice_ids(connection: Connection, conversation_id: int) -> dict[int, int]:
    """Return the feedback id of each turn that has become a voice."""
    found = get_conversation(connection, conversation_id)
    study = get_study(connection, found.study_id)
    names = {external_id(turn): turn.id for turn in turns_of(connection, conversation_id)}
    columns = tables.feedback.c
    query = select(columns.external_id, columns.id).where(
        columns.source_id == study.source.id, columns.external_id.in_(names)
    )
    return {names[row.external_id]: row.id for row in connection.execute(query)}


def external_id(turn: Turn) -> str:
    """Return the source's own id of a turn."""
    return f"turn-{turn.id}"


def _accept(
    connection: Connection,
    study: Study,
    found: Conversation,
    heard: Iterable[tuple[Turn, Speaker]],
    *,
    zone: tzinfo,
    clock: Clock,
) -> None:
    now = clock()
    raws = [(turn.position, _raw(study, found, turn, speaker)) for turn, speaker in heard]
    voices, rejected = validate(raws, zone=zone, received_at=now)
    if rejected:
        raise InvalidInputError(
            f"turn {rejected[0].row}: {rejected[0].reason}",
            field=rejected[0].field,
            expected=rejected[0].expected,
        )
    accept(connection, study.source, voices, received_at=now)


def _raw(study: Study, found: Conversation, turn: Turn, speaker: Speaker) -> dict[str, Any]:
    return {
        "external_id": external_id(turn),
        "occurred_at": found.held_at + timedelta(seconds=turn.at_s or 0),
        "text": turn.text,
        # A label is known within its conversation only; the customer, where there is one, everywhere.
        "author": f"{found.title} · {speaker.label}",
        "customer_id": speaker.person,
        "metadata": {"study": study.title, "group": found.title, "seat": speaker.label, "consent": True},
    }


def _link(connection: Connection, speaker: Speaker, said: set[int], clock: Clock) -> None:
    """Follow a correction of who the speaker is."""
    customer = None
    if speaker.person is not None:
        customer = ensure_customers(connection, [Person(speaker.person)], clock())[speaker.person]
    columns = tables.feedback.c
    others = columns.customer_id.is_distinct_from(customer)
    wrong = list(connection.execute(select(columns.id).where(columns.id.in_(said), others)).scalars())
    if wrong:
        connection.execute(update(tables.feedback).where(columns.id.in_(wrong)).values(customer_id=customer))
        touch(connection, wrong)
