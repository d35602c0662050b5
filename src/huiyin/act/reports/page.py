"""A report as data: ordered pages, one idea a page, the title is the finding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from huiyin.charts import Figure, Language, Table
from huiyin.understand import Sentence


@dataclass(frozen=True, slots=True)
class Quote:
    """One voice in a report, with where it was said."""

    text: str
    source: str
    day: date


@dataclass(frozen=True, slots=True)
class Page:
    """One idea: the finding as title, what supports it, and at most one picture or table.

    `eyebrow` names the question that the page answers; `note` says how its figures were made.
    """

    key: str
    eyebrow: str
    title: Sentence
    body: tuple[Sentence, ...] = ()
    figure: Figure | None = None
    table: Table | None = None
    quotes: tuple[Quote, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Ordered pages about one window, written in one language."""

    name: str
    language: Language
    start: date
    end: date
    as_of: datetime | None
    made_at: datetime
    scope: str
    pages: tuple[Page, ...]

    @property
    def zh(self) -> bool:
        return self.language is Language.ZH

    def words(self, sentence: Sentence) -> str:
        """Return a sentence in the report's language."""
        return sentence.text_zh if self.zh else sentence.text_en

    @property
    def span(self) -> str:
        return f"{self.start.isoformat()} – {self.end.isoformat()}"
