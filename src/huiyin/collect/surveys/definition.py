"""What a survey asks: the part of a SurveyJS definition that the public page can show, checked before it is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from huiyin.kit.errors import InvalidInputError

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")
CONDITION = re.compile(
    r"\{(?P<name>\w+)\}\s*(?P<sign>=|<>|<=|>=|<|>)\s*(?P<value>-?\d+(?:\.\d+)?|'[^']*'|true|false)"
)
LARGEST = 200_000
MOST_QUESTIONS = 200
MOST_POINTS = 21
LONGEST_ANSWER = 10_000


class Kind(StrEnum):
    """How a question is answered; the values are SurveyJS's."""

    RATING = "rating"
    RADIO = "radiogroup"
    DROPDOWN = "dropdown"
    CHECKBOX = "checkbox"
    BOOLEAN = "boolean"
    TEXT = "text"
    COMMENT = "comment"


class Metric(StrEnum):
    """A score that a rating question feeds."""

    NPS = "nps"
    CSAT = "csat"
    CES = "ces"


POINTS = {Metric.NPS: (0, 10), Metric.CSAT: (1, 5), Metric.CES: (1, 7)}
OPEN = frozenset({Kind.TEXT, Kind.COMMENT})
CHOSEN = frozenset({Kind.RADIO, Kind.DROPDOWN, Kind.CHECKBOX})


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """One question; `choices` are (value, text), `low` and `high` the ends of a rating."""

    name: str
    kind: Kind
    title: str
    required: bool
    choices: tuple[tuple[str, str], ...] = ()
    other: bool = False
    low: int = 1
    high: int = 5
    low_text: str = ""
    high_text: str = ""
    metric: Metric | None = None
    visible_if: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A checked survey."""

    title: str
    questions: tuple[SurveyQuestion, ...]

    @property
    def main_rating(self) -> SurveyQuestion | None:
        """The rating that stands for the whole answer: the first with a metric, else the first."""
        ratings = [question for question in self.questions if question.kind is Kind.RATING]
        return next((question for question in ratings if question.metric), ratings[0] if ratings else None)


def parse_definition(raw: Mapping[str, Any]) -> Definition:
    """Check a SurveyJS definition. Raises InvalidInputError naming the question and what would be right.

    >>> parse_definition({"title": "t", "elements": [{"type": "comment", "name": "why", "title": "为什么？"}]}).questions[0].kind
    <Kind.COMMENT: 'comment'>
    """
    if len(json.dumps(raw, ensure_ascii=False)) > LARGEST:
        raise _wrong("definition", "the definition is too large", f"at most {LARGEST:,} characters")
    title = _text(raw.get("title")).strip()
    if not 1 <= len(title) <= 80:
        raise _wrong("title", "the survey has no usable title", "1 to 80 characters")
    questions = tuple(_question(element) for element in _elements(raw))
    if not 1 <= len(questions) <= MOST_QUESTIONS:
        raise _wrong(
            "elements", f"the survey has {len(questions)} questions", f"1 to {MOST_QUESTIONS} questions"
        )
    names = [question.name for question in questions]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise _wrong(twice, f"two questions are called {twice!r}", "a name of its own for each question")
    for place, question in enumerate(questions):
        _check_condition(question, names[:place])
    return Definition(title, questions)


def _elements(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for key in ("pages", "elements"):
        children = node.get(key, [])
        if not isinstance(children, list) or not all(isinstance(child, dict) for child in children):
            raise _wrong(key, f"{key} is no list of objects", "a SurveyJS definition")
        for child in children:
            if key == "pages" or child.get("type") == "panel":
                yield from _elements(child)
            else:
                yield child


def _question(raw: Mapping[str, Any]) -> SurveyQuestion:
    name = str(raw.get("name", ""))
    if not NAME.fullmatch(name):
        raise _wrong("name", f"{name!r} is no name of a question", "letters, digits and _, such as q1")
    try:
        kind = Kind(str(raw.get("type")))
    except ValueError as error:
        raise _wrong(name, f"question type {raw.get('type')!r} is unknown", ", ".join(Kind)) from error
    metric = _metric(name, raw, kind)
    low, high = _points(name, raw, metric)
    return SurveyQuestion(
        name=name,
        kind=kind,
        title=_text(raw.get("title")).strip() or name,
        required=raw.get("isRequired") is True,
        choices=_choices(name, raw) if kind in CHOSEN else (),
        other=raw.get("showOtherItem") is True or raw.get("hasOther") is True,
        low=low,
        high=high,
        low_text=_text(raw.get("minRateDescription")),
        high_text=_text(raw.get("maxRateDescription")),
        metric=metric,
        visible_if=str(raw.get("visibleIf") or ""),
    )


def _metric(name: str, raw: Mapping[str, Any], kind: Kind) -> Metric | None:
    given = raw.get("metric")
    if given is None:
        return None
    if kind is not Kind.RATING or given not in list(Metric):
        raise _wrong(name, f"metric {given!r} does not fit", "nps, csat or ces on a rating question")
    return Metric(str(given))


def _points(name: str, raw: Mapping[str, Any], metric: Metric | None) -> tuple[int, int]:
    low, high = raw.get("rateMin"), raw.get("rateMax")
    usual = POINTS[metric] if metric else (1, 5)
    low, high = usual[0] if low is None else low, usual[1] if high is None else high
    fits = type(low) is int and type(high) is int and low in (0, 1) and low < high < low + MOST_POINTS
    if not fits or (metric and (low, high) != usual):
        expected = f"{usual[0]} to {usual[1]}" if metric else "whole numbers from 0 or 1 to at most 20"
        raise _wrong(name, f"rating from {low} to {high} does not fit", expected)
    return low, high


def _choices(name: str, raw: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    given = raw.get("choices")
    if not isinstance(given, list) or not 1 <= len(given) <= MOST_QUESTIONS:
        raise _wrong(name, "the question has no choices", f"a list of 1 to {MOST_QUESTIONS} choices")
    choices = []
    for choice in given:
        value = choice.get("value") if isinstance(choice, dict) else choice
        text = _text(choice.get("text")) if isinstance(choice, dict) else ""
        choices.append((str(value), text or str(value)))
    if len({value for value, _ in choices}) < len(choices):
        raise _wrong(name, "two choices have the same value", "a value of its own for each choice")
    return tuple(choices)


def _check_condition(question: SurveyQuestion, earlier: list[str]) -> None:
    if not question.visible_if:
        return
    for part in re.split(r"\s+and\s+", question.visible_if.strip()):
        found = CONDITION.fullmatch(part.strip())
        if found is None or found.group("name") not in earlier:
            expected = "conditions on earlier questions such as {q1} <= 6, joined by and"
            raise _wrong(question.name, f"visibleIf {question.visible_if!r} cannot be read", expected)


def _text(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("zh-cn") or value.get("default") or value.get("zh") or value.get("en") or "")
    return "" if value is None else str(value)


def _wrong(field: str, message: str, expected: str) -> InvalidInputError:
    return InvalidInputError(message, field=field, expected=expected)
