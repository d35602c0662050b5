"""Trying the analyser on texts, without keeping them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field, StringConstraints

from huiyin.text import signature
from huiyin.text.emotions import emotions_of
from huiyin.web.deps import App, User

router = APIRouter(tags=["analyse"])


class TrialIn(BaseModel):
    """Texts to analyse."""

    texts: list[Annotated[str, StringConstraints(max_length=20_000)]] = Field(min_length=1, max_length=100)
    taxonomy: str | None = None


class TriedOpinionOut(BaseModel):
    """One opinion; offsets count Unicode code points of the text."""

    aspect: str
    zh: str
    en: str
    polarity: float
    sentiment: int
    intensity: float
    type: str
    start: int
    end: int
    term: str | None
    term_start: int | None
    term_end: int | None
    confidence: float


class AnalysedOut(BaseModel):
    """What the analyser found in one text."""

    text: str
    language: str
    types: list[str]
    sentiment: int | None
    emotion: str | None
    opinions: list[TriedOpinionOut]


class TrialOut(BaseModel):
    """The analyses in the order of the texts."""

    analyser: str
    taxonomy: str
    results: list[AnalysedOut]


@router.post("/analyse", summary="Analyse texts without keeping them")
def analyse(body: TrialIn, app: App, _user: User) -> TrialOut:
    """Return the opinions in each text."""
    name = body.taxonomy or app.settings.default_taxonomy
    taxonomy = app.taxonomies.wanted(name)
    analysis = app.analyser.analyze_batch(body.texts, taxonomy)
    felt = emotions_of(body.texts, analysis.voices)
    found: dict[int, list[TriedOpinionOut]] = {}
    for row in analysis.opinions.to_dicts():
        node = taxonomy.node(row["aspect"])
        opinion = TriedOpinionOut(
            zh=node.zh, en=node.en, start=row["start_offset"], end=row["end_offset"], **_plain(row)
        )
        found.setdefault(row["text_index"], []).append(opinion)
    results = [
        AnalysedOut(
            text=body.texts[row["text_index"]],
            language=row["language"],
            types=row["types"],
            sentiment=row["sentiment"],
            emotion=emotion,
            opinions=found.get(row["text_index"], []),
        )
        for row, emotion in zip(analysis.voices.to_dicts(), felt.to_list(), strict=True)
    ]
    return TrialOut(analyser=signature(app.analyser), taxonomy=taxonomy.name, results=results)


def _plain(row: dict[str, object]) -> dict[str, object]:
    kept = (
        "aspect",
        "polarity",
        "sentiment",
        "intensity",
        "type",
        "term",
        "term_start",
        "term_end",
        "confidence",
    )
    return {name: row[name] for name in kept}
