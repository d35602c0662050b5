"""What people coded, as opinions: a done code with an aspect stands beside what the machine reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, String, cast, func, literal, select

from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_interviews import code, coding, conversation, span, speaker, study, turn


@dataclass(frozen=True, slots=True)
class CodedOpinion:
    """A passage of a voice that a person filed at an aspect, with its side; offsets as in the voice's text."""

    feedback_id: int
    aspect: str
    sentiment: int
    start: int
    end: int


def coded_opinions(connection: Connection, feedback_ids: Sequence[int]) -> list[CodedOpinion]:
    """Return what done codings say about these voices; of overlapping marks of one aspect the first counts."""
    feedback = tables.feedback.c
    query = (
        select(feedback.id, code.c.aspect, func.coalesce(code.c.sentiment, 0), span.c.start, span.c.end)
        .select_from(span)
        .join(code, code.c.id == span.c.code_id)
        .join(turn, turn.c.id == span.c.turn_id)
        .join(speaker, speaker.c.id == turn.c.speaker_id)
        .join(conversation, conversation.c.id == turn.c.conversation_id)
        .join(study, study.c.id == conversation.c.study_id)
        .join(
            coding,
            (coding.c.conversation_id == conversation.c.id) & (coding.c.coder == span.c.coder),
        )
        .join(
            tables.feedback,
            (feedback.source_id == study.c.source_id)
            & (feedback.external_id == literal("turn-") + cast(turn.c.id, String)),
        )
        .where(
            feedback.id.in_(feedback_ids),
            code.c.aspect.is_not(None),
            speaker.c.consent == "given",
            speaker.c.role == "participant",
        )
        .order_by(feedback.id, code.c.aspect, span.c.id)
    )
    kept: list[CodedOpinion] = []
    for row in connection.execute(query):
        one = CodedOpinion(*row)
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _same(one: CodedOpinion, other: CodedOpinion) -> bool:
    return (
        (one.feedback_id, one.aspect) == (other.feedback_id, other.aspect)
        and one.start < other.end
        and other.start < one.end
    )
