"""Studies, conversations and who took part."""

from __future__ import annotations

import shutil
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from sqlalchemy import Connection

from huiyin.collect import interviews
from huiyin.collect.jobs import keep_upload
from huiyin.collect.speech import is_recording, transcribe
from huiyin.web.collect.interviews.schemas import (
    ConversationOut,
    SpeakerChangeIn,
    SpeakerOut,
    StudyChangeIn,
    StudyIn,
    StudyOut,
)
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection

router = APIRouter(tags=["interviews"])
LARGEST = 20 << 20


@router.get("/interviews/studies", summary="List the studies")
def get_studies(connection: ReadConnection, _user: User) -> list[StudyOut]:
    """Return interviews and focus groups, the newest first."""
    return [_study(connection, study) for study in interviews.list_studies(connection)]


@router.post("/interviews/studies", summary="Begin a study", status_code=201)
def post_study(body: StudyIn, app: App, connection: WriteConnection, user: Analyst) -> StudyOut:
    """Keep a study with its goals and its guide; its voices get a source of its name."""
    study = interviews.create_study(
        connection,
        title=body.title,
        kind=body.kind,
        goals=body.goals,
        guide=body.guide,
        taxonomy=body.taxonomy or app.settings.default_taxonomy,
        by=user.display_name,
        clock=app.clock,
    )
    return _study(connection, study)


@router.get("/interviews/studies/{study_id}", summary="Look at a study")
def get_study(study_id: int, connection: ReadConnection, _user: User) -> StudyOut:
    """Return one study."""
    return _study(connection, interviews.get_study(connection, study_id))


@router.patch("/interviews/studies/{study_id}", summary="Edit goals and guide")
def patch_study(study_id: int, body: StudyChangeIn, connection: WriteConnection, _user: Analyst) -> StudyOut:
    """Change what a study wants to find out and how it asks."""
    changed = interviews.change_study(connection, study_id, goals=body.goals, guide=body.guide)
    return _study(connection, changed)


@router.post("/interviews/studies/{study_id}/conversations", summary="Bring a transcript in", status_code=201)
def post_conversation(
    study_id: int,
    app: App,
    user: Analyst,
    file: Annotated[
        UploadFile, File(description="docx, WebVTT, SRT, text with a name before each turn, or a recording.")
    ],
    title: Annotated[str, Form(max_length=80)] = "",
    held_at: Annotated[datetime | None, Form()] = None,
    consent: Annotated[interviews.Consent, Form()] = interviews.Consent.PENDING,
    quotable: Annotated[bool, Form()] = False,
) -> ConversationOut:
    """Keep a conversation; participants who agreed are heard at once."""
    name = file.filename or "transcript"
    # Listening takes minutes, so nobody else's writing waits for it.
    lines = interviews.read_lines(_transcript(app, file, name), name)
    moment = held_at or app.clock()
    with app.ledger.write() as connection:
        conversation_id = interviews.add_conversation(
            connection,
            study_id,
            title=title or name.rsplit(".", 1)[0],
            held_at=moment if moment.tzinfo else moment.replace(tzinfo=app.settings.zone),
            lines=lines,
            consent=consent,
            quotable=quotable,
            by=user.display_name,
            clock=app.clock,
        )
        _sync(app, connection, conversation_id, user)
        return ConversationOut.model_validate(interviews.get_conversation(connection, conversation_id))


@router.patch("/interviews/speakers/{speaker_id}", summary="Record role, consent and customer of a speaker")
def patch_speaker(
    speaker_id: int, body: SpeakerChangeIn, app: App, connection: WriteConnection, user: Analyst
) -> SpeakerOut:
    """Write down what a participant agreed to; what they said follows in every figure."""
    change = interviews.SpeakerChange(**body.model_dump())
    speaker = interviews.record(connection, speaker_id, change, by=user.display_name, clock=app.clock)
    _sync(app, connection, speaker.conversation_id, user)
    return SpeakerOut.model_validate(speaker)


def _transcript(app: App, file: UploadFile, name: str) -> bytes:
    """Return the file's transcript; a recording is listened to by the configured engine."""
    if not is_recording(name):
        return file.file.read(LARGEST)
    path = keep_upload(app.settings, file.file, name)
    try:
        return transcribe(app.settings, path)
    finally:
        shutil.rmtree(path.parent, ignore_errors=True)


def _sync(app: App, connection: Connection, conversation_id: int, user: Analyst) -> None:
    interviews.sync_voices(
        connection, conversation_id, zone=app.settings.zone, by=user.display_name, clock=app.clock
    )


def _study(connection: Connection, study: interviews.Study) -> StudyOut:
    held = interviews.conversations_of(connection, study.id)
    return StudyOut(
        id=study.id,
        title=study.title,
        kind=study.kind,
        goals=list(study.goals),
        guide=study.guide,
        taxonomy=study.source.taxonomy,
        source=study.source.name,
        created_by=study.created_by,
        created_at=study.created_at,
        conversations=[ConversationOut.model_validate(one) for one in held],
        participants=sum(one.participants for one in held),
        heard=sum(one.heard for one in held),
    )
