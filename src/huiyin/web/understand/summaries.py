"""What the voices behind a number say, summed up by the language model that the settings name."""

from __future__ import annotations

from fastapi import APIRouter

from huiyin import understand
from huiyin.understand import summaries
from huiyin.understand.summaries import MOST_VOICES
from huiyin.web.deps import App, User
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import DatedOut, Out

router = APIRouter(tags=["understand"])


class QuoteOut(Out):
    """Words that stand in a voice exactly so, personal data blotted out."""

    feedback_id: int
    quote: str


class PointOut(Out):
    """One sentence of the language model and the customers' words it stands on."""

    point: str
    quotes: list[QuoteOut]


class SummaryOut(DatedOut):
    """Points that stand on quotes; the newest `voices` of `total` were read, `dropped` points stood on nothing."""

    points: list[PointOut]
    voices: int
    total: int
    dropped: int
    model: str


@router.get("/verbatims/summary", summary="The voices summed up, with quotes", response_model=SummaryOut)
def get_summary(asked: Question, app: App, _user: User) -> dict[str, object]:
    """Return a few points about the newest voices, each with customers' own words; 404 without a language model."""
    model = app.wanted_language_model()
    context = asked.context
    # A connection is not held while the model thinks.
    with app.ledger.read() as connection:
        page = understand.list_verbatims(
            context.facts, connection, context.names, asked.filters, limit=MOST_VOICES
        )
    voices = [(voice.id, voice.text) for voice in page.items]
    found = summaries.summarise(model, voices, asked.language)
    return asked.dated | {
        "points": found.points,
        "voices": found.voices,
        "total": page.total,
        "dropped": found.dropped,
        "model": found.model,
    }
