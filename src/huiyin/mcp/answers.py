"""What an assistant is given: figures that carry their uncertainty, and words with personal data masked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, Field

from huiyin.text.masking import masked

Json = Mapping[str, Any]

# Who said it is nothing an assistant needs.
_NAMES = frozenset({"author", "customer", "owner", "by", "updated_by"})
_DRAWINGS = ("chart", "table")
_VALUES = frozenset({"value", "low", "high"})


class Figure(BaseModel):
    """A value with its 95 % interval; `verdict` insufficient means 证据不足: no value may be told."""

    value: float | None
    low: float | None
    high: float | None
    n: int = Field(description="Customers the figure rests on.")
    count: int | None = Field(None, description="How many of them, where the value is a share.")
    verdict: str


class Issue(BaseModel):
    """One aspect of what customers speak of."""

    aspect: str = Field(description="The id to ask further with.")
    zh: str
    en: str
    customers: Figure = Field(description="Share of customers who mention it.")
    unhappy: Figure = Field(description="Share of customers who speak negatively of it.")
    unhappy_by_audit: Figure | None = Field(description="The same as people who read a random sample put it.")
    negative_of_mentions: Figure
    intensity: Figure = Field(description="How strong the negative words are, 0 to 1.")
    trend: str = Field(description="up, down, flat or unknown over the window, tested over all issues.")
    trend_change: Figure = Field(description="Change of the unhappy share over the window.")
    link: str = Field(description="The page that shows it, with the voices behind it.")


class Opinion(BaseModel):
    """One opinion that the analyser found in a voice."""

    aspect: str
    zh: str
    sentiment: int
    words: str


class Voice(BaseModel):
    """One voice; personal data is masked, names are left out. Quote it with its id."""

    id: int
    text: str
    occurred_at: str
    channel: str
    source: str
    product: str | None
    sentiment: int | None
    types: list[str]
    opinions: list[Opinion]
    link: str


class Selection(BaseModel):
    """The days an answer covers and how new the newest voice was."""

    start: str
    end: str
    as_of: str | None


class Findings(BaseModel):
    """Sentences with figures, ready to be said, each with the page behind it."""

    selection: Selection
    sentences: list[dict[str, str]]


class Issues(BaseModel):
    """The facts table."""

    selection: Selection
    customers: int = Field(description="Everyone heard in the selection.")
    voices: int
    issues: list[Issue]


class Voices(BaseModel):
    """Voices, newest first, and how many there are in all."""

    selection: Selection
    total: int
    voices: list[Voice]


def figure(found: Json) -> Figure:
    """Return a figure; one that is insufficient loses its value, so that nobody tells it."""
    told = {name: found.get(name) for name in ("value", "low", "high", "n", "count", "verdict")}
    if told["verdict"] == "insufficient":
        told |= {"value": None, "low": None, "high": None}
    return Figure.model_validate(told)


def issue(fact: Json, page_url: str) -> Issue:
    """Return a row of the facts table."""
    corrected = fact.get("corrected")
    return Issue(
        aspect=fact["aspect"],
        zh=fact["zh"],
        en=fact["en"],
        customers=figure(fact["customers"]),
        unhappy=figure(fact["negative_customers"]),
        unhappy_by_audit=figure(corrected["negative_customers"]) if corrected else None,
        negative_of_mentions=figure(fact["share_negative"]),
        intensity=figure(fact["intensity"]),
        trend=fact["trend"]["direction"],
        trend_change=figure(fact["trend"]["change"]),
        link=page_url + fact["link"],
    )


def voice(found: Json, page_url: str) -> Voice:
    """Return a voice without names and with personal data masked, length for length."""
    text = masked(found["text"])
    kept = ("id", "occurred_at", "channel", "source", "product", "sentiment", "types")
    return Voice(
        **{name: found[name] for name in kept},
        text=text,
        opinions=[
            Opinion(
                aspect=each["aspect"],
                zh=each["zh"],
                sentiment=each["sentiment"],
                words=text[each["start"] : each["end"]],
            )
            for each in found["opinions"]
        ],
        link=f"{page_url}/understand/verbatims?voice={found['id']}",
    )


def selection(answer: Json) -> Selection:
    """Return the days an answer covers."""
    window = answer["window"]
    return Selection(start=window["from"], end=window["to"], as_of=answer["as_of"])


def sentence(found: Json, page_url: str) -> dict[str, str]:
    """Return a sentence in both languages with its page."""
    link = {"link": page_url + found["link"]} if found.get("link") else {}
    return {"zh": masked(found["text_zh"]), "en": masked(found["text_en"])} | link


def plain(value: Any, page_url: str, *, name: str = "") -> Any:
    """Return any answer with personal data masked in its words, links made whole, and drawings left out.

    A figure that is insufficient loses its value here too. `name` is what the value is called in its answer.
    """
    if isinstance(value, str):
        return page_url + value if name == "link" and value.startswith("/") else masked(value)
    if isinstance(value, list):
        return [plain(each, page_url) for each in value]
    if isinstance(value, Mapping):
        untold = _VALUES if value.get("verdict") == "insufficient" else frozenset[str]()
        return {
            key: None if key in untold else each if key == "key" else plain(each, page_url, name=key)
            for key, each in value.items()
            if not key.endswith(_DRAWINGS) and key not in _NAMES
        }
    return value
