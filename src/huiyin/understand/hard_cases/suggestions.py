"""Second opinions as suggestions of labels: with their voices' words, to be agreed to, refused, or exported to distil.

They are no labels of people: audits, corrections and examples never read them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from huiyin import stats
from huiyin.analyse.second_opinions import (
    SecondOpinion,
    SecondOpinionState,
    counted,
    list_second_opinions,
    read_second_opinion,
)
from huiyin.stats import Estimate
from huiyin.store.ledger import rows_among
from huiyin.store.ledger.tables import feedback

WITH_ANSWER = (SecondOpinionState.OPEN, SecondOpinionState.ACCEPTED, SecondOpinionState.REJECTED)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A second opinion with the text of its voice."""

    opinion: SecondOpinion
    text: str


@dataclass(frozen=True, slots=True)
class ModelReport:
    """How the language model has fared: how often it says what the machine said, how often people agreed with it."""

    counts: dict[SecondOpinionState, int]
    same: Estimate
    accepted: Estimate


def list_suggestions(
    connection: Connection, states: Sequence[SecondOpinionState], *, limit: int | None = None
) -> list[Suggestion]:
    """Return suggestions in some states, the newest first; those of voices that are gone are left out."""
    found = list_second_opinions(connection, states, limit=limit)
    texts = _texts(connection, sorted({each.unsure.feedback_id for each in found}))
    return [
        Suggestion(each, texts[each.unsure.feedback_id])
        for each in found
        if len(texts.get(each.unsure.feedback_id, "")) >= each.unsure.end
    ]


def one_suggestion(connection: Connection, number: int) -> Suggestion:
    """Return one suggestion; raises SecondOpinionNotFoundError."""
    opinion = read_second_opinion(connection, number)
    return Suggestion(
        opinion,
        _texts(connection, [opinion.unsure.feedback_id]).get(opinion.unsure.feedback_id, ""),
    )


def export_suggestions(connection: Connection) -> Iterator[dict[str, Any]]:
    """Yield one row a suggestion, the oldest first; `state` tells what people thought of it."""
    for each in reversed(list_suggestions(connection, WITH_ANSWER)):
        unsure, verdict = each.opinion.unsure, each.opinion.verdict
        if verdict is None:
            continue
        yield {
            "taxonomy": unsure.taxonomy,
            "feedback_id": unsure.feedback_id,
            "text": each.text,
            "start": unsure.start,
            "end": unsure.end,
            "machine": {
                "aspect": unsure.aspect,
                "sentiment": unsure.sentiment,
                "confidence": round(unsure.confidence, 4),
                "analyser": unsure.analyser,
            },
            "suggested": {
                "aspect": verdict.aspect,
                "sentiment": verdict.sentiment,
                "quote_start": verdict.quote_start,
                "quote_end": verdict.quote_end,
                "model": each.opinion.model,
            },
            "state": each.opinion.state.value,
            "decided_by": each.opinion.decided_by,
        }


def model_report(connection: Connection, minimum_n: int) -> ModelReport:
    """Return how the language model has fared so far."""
    counts = counted(connection)
    known = list_second_opinions(connection, WITH_ANSWER)
    accepted = counts[SecondOpinionState.ACCEPTED]
    decided = accepted + counts[SecondOpinionState.REJECTED]
    return ModelReport(
        counts,
        stats.wilson(sum(each.agrees for each in known), len(known)).guarded(minimum_n),
        stats.wilson(accepted, decided).guarded(minimum_n),
    )


def _texts(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    query = select(feedback.c.id, feedback.c.text).where(feedback.c.excluded_reason.is_(None))
    return {row.id: row.text for row in rows_among(connection, query, feedback.c.id, ids)}
