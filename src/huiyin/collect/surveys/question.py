"""A question of a survey, and the survey made of such questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """How a question is answered; the values are SurveyJS's, kano and maxdiff are ours."""

    RATING = "rating"
    RADIO = "radiogroup"
    DROPDOWN = "dropdown"
    CHECKBOX = "checkbox"
    BOOLEAN = "boolean"
    TEXT = "text"
    COMMENT = "comment"
    MATRIX = "matrix"
    KANO = "kano"
    MAXDIFF = "maxdiff"


class Metric(StrEnum):
    """A score that a rating question feeds."""

    NPS = "nps"
    CSAT = "csat"
    CES = "ces"


POINTS = {Metric.NPS: (0, 10), Metric.CSAT: (1, 5), Metric.CES: (1, 7)}
OPEN = frozenset({Kind.TEXT, Kind.COMMENT})
CHOSEN = frozenset({Kind.RADIO, Kind.DROPDOWN, Kind.CHECKBOX})
# Questions about several things at once; each thing is an item.
ITEMISED = frozenset({Kind.MATRIX, Kind.KANO, Kind.MAXDIFF})
# What divides respondents into groups.
GROUPING = frozenset({Kind.RADIO, Kind.DROPDOWN, Kind.BOOLEAN, Kind.RATING})
KANO_POINTS = range(1, 6)
# A respondent gets one of so many designs, so that the order of sets is no part of the result.
MAXDIFF_VERSIONS = 6


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """One question; `choices` and `items` are (value, text), `low` and `high` the ends of a rating.

    The choices of a matrix are its columns. `high_text` and `low_text` name the ends of a rating, or what is
    picked as most and least.
    """

    name: str
    kind: Kind
    title: str
    required: bool
    choices: tuple[tuple[str, str], ...] = ()
    items: tuple[tuple[str, str], ...] = ()
    other: bool = False
    low: int = 1
    high: int = 5
    low_text: str = ""
    high_text: str = ""
    metric: Metric | None = None
    visible_if: str = ""
    set_size: int = 4
    page: int = 0


@dataclass(frozen=True, slots=True)
class Theme:
    """How the public page looks: a colour, the ink that is readable on it, and a word mark."""

    accent: str = "#1f5fbf"
    ink: str = "#ffffff"
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A checked survey in one of its languages."""

    title: str
    questions: tuple[SurveyQuestion, ...]
    languages: tuple[str, ...] = ("zh",)
    language: str = "zh"
    theme: Theme = Theme()
    # What the page itself says in that language.
    words: Mapping[str, str] = field(default_factory=dict)
    # The other languages, each with its name for itself.
    others: tuple[tuple[str, str], ...] = ()

    @property
    def main_rating(self) -> SurveyQuestion | None:
        """The rating that stands for the whole answer: the first with a metric, else the first."""
        ratings = [question for question in self.questions if question.kind is Kind.RATING]
        return next((question for question in ratings if question.metric), ratings[0] if ratings else None)

    @property
    def pages(self) -> int:
        """On how many pages the questions stand."""
        return max(question.page for question in self.questions) + 1

    @property
    def by_name(self) -> dict[str, SurveyQuestion]:
        """The questions by their names."""
        return {question.name: question for question in self.questions}

    def question(self, name: str) -> SurveyQuestion | None:
        """Return the question called so, None where there is none."""
        return next((question for question in self.questions if question.name == name), None)
