"""Code book and marks."""

from __future__ import annotations

from fastapi import APIRouter

from huiyin.collect import interviews
from huiyin.web.collect.interviews.schemas import (
    CodedSpanIn,
    CodedSpanOut,
    CodeIn,
    CodeOut,
    CodingIn,
    ConversationOut,
    SpeakerOut,
    TranscriptOut,
    TurnOut,
    UnitOut,
)
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection

router = APIRouter(tags=["interviews"])


@router.get("/interviews/studies/{study_id}/codes", summary="Read the code book")
def get_codes(study_id: int, connection: ReadConnection, _user: User) -> list[CodeOut]:
    """Return the codes of a study."""
    interviews.get_study(connection, study_id)
    return [CodeOut.model_validate(code) for code in interviews.codes_of(connection, study_id)]


@router.post("/interviews/studies/{study_id}/codes", summary="Add a code", status_code=201)
def post_code(study_id: int, body: CodeIn, app: App, connection: WriteConnection, user: Analyst) -> CodeOut:
    """Write a code into the book."""
    draft = interviews.CodeDraft(**body.model_dump())
    return CodeOut.model_validate(
        interviews.add_code(connection, study_id, draft, by=user.display_name, clock=app.clock)
    )


@router.put("/interviews/codes/{code_id}", summary="Rewrite a code")
def put_code(code_id: int, body: CodeIn, connection: WriteConnection, _user: Analyst) -> CodeOut:
    """Change the name, the meaning, the colour or the aspect of a code."""
    draft = interviews.CodeDraft(**body.model_dump())
    return CodeOut.model_validate(interviews.change_code(connection, code_id, draft))


@router.delete("/interviews/codes/{code_id}", summary="Remove an unused code", status_code=204)
def delete_code(code_id: int, connection: WriteConnection, _user: Analyst) -> None:
    """Remove a code that marks nothing."""
    interviews.remove_code(connection, code_id)


@router.get("/interviews/conversations/{conversation_id}", summary="Read and code a transcript")
def get_transcript(
    conversation_id: int, connection: ReadConnection, user: User, coder: str | None = None
) -> TranscriptOut:
    """Return the turns with one's own marks, or with another coder's when both are done."""
    found = interviews.get_conversation(connection, conversation_id)
    study = interviews.get_study(connection, found.study_id)
    who = coder or user.username
    spans = interviews.spans_of(connection, conversation_id, coder=who, reader=user.username)
    speakers = {one.id: one for one in interviews.speakers_of(connection, conversation_id)}
    return TranscriptOut(
        conversation=ConversationOut.model_validate(found),
        study=study.title,
        taxonomy=study.source.taxonomy,
        coder=who,
        mine=who == user.username,
        done=who in found.done_by,
        speakers=[SpeakerOut.model_validate(one) for one in speakers.values()],
        turns=[
            _turn(turn, speakers[turn.speaker_id])
            for turn in interviews.turns_of(connection, conversation_id)
        ],
        spans=[CodedSpanOut.model_validate(span) for span in spans],
    )


@router.post("/interviews/spans", summary="Mark a passage", status_code=201)
def post_span(body: CodedSpanIn, app: App, connection: WriteConnection, user: Analyst) -> CodedSpanOut:
    """Mark part of what a participant said with a code."""
    marked = interviews.mark(
        connection, body.turn_id, body.code_id, body.start, body.end, coder=user.username, clock=app.clock
    )
    return CodedSpanOut.model_validate(marked)


@router.delete("/interviews/spans/{span_id}", summary="Take one's mark away", status_code=204)
def delete_span(span_id: int, connection: WriteConnection, user: Analyst) -> None:
    """Take one of one's own marks away."""
    interviews.unmark(connection, span_id, coder=user.username)


@router.put("/interviews/conversations/{conversation_id}/coding", summary="Finish or reopen one's coding")
def put_coding(
    conversation_id: int, body: CodingIn, app: App, connection: WriteConnection, user: Analyst
) -> ConversationOut:
    """Say that one's coding is done, so that it is compared and counts, or open it again."""
    if body.done:
        interviews.finish(connection, conversation_id, coder=user.username, clock=app.clock)
    else:
        interviews.reopen(connection, conversation_id, coder=user.username)
    return ConversationOut.model_validate(interviews.get_conversation(connection, conversation_id))


def _turn(turn: interviews.Turn, speaker: interviews.Speaker) -> TurnOut:
    asks = speaker.role is interviews.SpeakerRole.MODERATOR
    text = turn.text if asks or speaker.is_heard else ""
    units = [] if asks else interviews.sentences(turn.id, text)
    return TurnOut(
        id=turn.id,
        position=turn.position,
        speaker_id=turn.speaker_id,
        text=text,
        at_s=turn.at_s,
        units=[UnitOut.model_validate(unit) for unit in units],
    )
