"""What a survey asks: the part of a SurveyJS definition that the public page can show, checked before it is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from huiyin.collect.surveys.localized import languages_of, read_words, text_in
from huiyin.collect.surveys.piping import can_be_piped, piped_names
from huiyin.collect.surveys.question import (
    CHOSEN,
    ITEMISED,
    POINTS,
    Definition,
    Kind,
    Metric,
    SurveyQuestion,
)
from huiyin.collect.surveys.theme import read_theme
from huiyin.kit.errors import InvalidInputError

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")
VALUE = re.compile(r"[^\x00-\x1f]{1,200}")
CONDITION = re.compile(
    r"\{(?P<name>\w+)\}\s*(?P<sign>=|<>|<=|>=|<|>)\s*(?P<value>-?\d+(?:\.\d+)?|'[^']*'|true|false)"
)
LARGEST = 200_000
MOST_QUESTIONS = 200
MOST_ITEMS = 40
MOST_POINTS = 21
LONGEST_ANSWER = 10_000
_ITEM_KEYS = {Kind.MATRIX: "rows", Kind.KANO: "items", Kind.MAXDIFF: "items"}
_FEWEST_ITEMS = {Kind.MATRIX: 1, Kind.KANO: 1, Kind.MAXDIFF: 3}


def parse_definition(raw: Mapping[str, Any], language: str | None = None) -> Definition:
    """Check a SurveyJS definition and return it in one of its languages, the first where none is named.

    Raises InvalidInputError naming the question and what would be right.

    >>> parse_definition({"title": "t", "elements": [{"type": "comment", "name": "why", "title": "为什么？"}]}).questions[0].kind
    <Kind.COMMENT: 'comment'>
    """
    if len(json.dumps(raw, ensure_ascii=False)) > LARGEST:
        raise _wrong("definition", "the definition is too large", f"at most {LARGEST:,} characters")
    languages = languages_of(raw)
    spoken = language if language in languages else languages[0]
    title = text_in(raw.get("title"), spoken).strip()
    if not 1 <= len(title) <= 80:
        raise _wrong("title", "the survey has no usable title", "1 to 80 characters")
    questions = tuple(_question(element, page, spoken) for page, element in _numbered(raw))
    _check_together(questions)
    words = {each: read_words(raw, each) for each in languages}
    others = tuple((each, words[each]["name"]) for each in languages if each != spoken)
    return Definition(title, questions, languages, spoken, read_theme(raw), words[spoken], others)


def _check_together(questions: tuple[SurveyQuestion, ...]) -> None:
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
        _check_piped(question, questions[:place], names)


def _numbered(raw: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield each question with the number of its page; a page without questions has no number."""
    page = 0
    for child in _children(raw, "pages"):
        elements = list(_elements(child))
        yield from ((page, element) for element in elements)
        page += bool(elements)
    yield from ((page, element) for element in _elements({"elements": raw.get("elements", [])}))


def _elements(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for key in ("pages", "elements"):
        for child in _children(node, key):
            if key == "pages" or child.get("type") == "panel":
                yield from _elements(child)
            else:
                yield child


def _children(node: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    children = node.get(key, [])
    if not isinstance(children, list) or not all(isinstance(child, dict) for child in children):
        raise _wrong(key, f"{key} is no list of objects", "a SurveyJS definition")
    return children


def _question(raw: Mapping[str, Any], page: int, language: str) -> SurveyQuestion:
    name = str(raw.get("name", ""))
    if not NAME.fullmatch(name):
        raise _wrong("name", f"{name!r} is no name of a question", "letters, digits and _, such as q1")
    try:
        kind = Kind(str(raw.get("type")))
    except ValueError as error:
        raise _wrong(name, f"question type {raw.get('type')!r} is unknown", ", ".join(Kind)) from error
    metric = _metric(name, raw, kind)
    low, high = _points(name, raw, metric)
    low_text, high_text = _ends(raw, kind, language)
    return SurveyQuestion(
        name=name,
        kind=kind,
        title=text_in(raw.get("title"), language).strip() or name,
        required=raw.get("isRequired") is True,
        choices=_choices(name, raw, kind, language),
        items=_items(name, raw, kind, language),
        other=kind in CHOSEN and (raw.get("showOtherItem") is True or raw.get("hasOther") is True),
        low=low,
        high=high,
        low_text=low_text,
        high_text=high_text,
        metric=metric,
        visible_if=str(raw.get("visibleIf") or ""),
        set_size=_set_size(name, raw, kind),
        page=page,
    )


def _ends(raw: Mapping[str, Any], kind: Kind, language: str) -> tuple[str, str]:
    keys = ("leastText", "mostText") if kind is Kind.MAXDIFF else ("minRateDescription", "maxRateDescription")
    low, high = (text_in(raw.get(key), language) for key in keys)
    return low, high


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


def _choices(name: str, raw: Mapping[str, Any], kind: Kind, language: str) -> tuple[tuple[str, str], ...]:
    if kind in CHOSEN:
        return _options(name, raw, "choices", language, fewest=1, most=MOST_QUESTIONS)
    if kind is Kind.MATRIX:
        return _options(name, raw, "columns", language, fewest=2, most=11)
    return ()


def _items(name: str, raw: Mapping[str, Any], kind: Kind, language: str) -> tuple[tuple[str, str], ...]:
    if kind not in ITEMISED:
        return ()
    return _options(name, raw, _ITEM_KEYS[kind], language, fewest=_FEWEST_ITEMS[kind], most=MOST_ITEMS)


def _options(
    name: str, raw: Mapping[str, Any], key: str, language: str, *, fewest: int, most: int
) -> tuple[tuple[str, str], ...]:
    given = raw.get(key)
    if not isinstance(given, list) or not fewest <= len(given) <= most:
        raise _wrong(name, f"the question has no usable {key}", f"a list of {fewest} to {most} {key}")
    options = []
    for one in given:
        value = str(one.get("value") if isinstance(one, dict) else one)
        text = text_in(one.get("text"), language) if isinstance(one, dict) else ""
        if not VALUE.fullmatch(value):
            raise _wrong(name, f"{value[:40]!r} is no usable value", "1 to 200 characters")
        options.append((value, text or value))
    if len({value for value, _ in options}) < len(options):
        raise _wrong(name, f"two {key} have the same value", "a value of its own for each")
    return tuple(options)


def _set_size(name: str, raw: Mapping[str, Any], kind: Kind) -> int:
    given = raw.get("setSize", 4)
    if kind is not Kind.MAXDIFF:
        return 4
    if type(given) is not int or not 3 <= given <= 6:
        raise _wrong(name, f"sets of {given!r} do not fit", "setSize from 3 to 6")
    offered = raw.get(_ITEM_KEYS[kind])
    return min(given, len(offered)) if isinstance(offered, list) else given


def _check_condition(question: SurveyQuestion, earlier: list[str]) -> None:
    if not question.visible_if:
        return
    for part in re.split(r"\s+and\s+", question.visible_if.strip()):
        found = CONDITION.fullmatch(part.strip())
        if found is None or found.group("name") not in earlier:
            expected = "conditions on earlier questions such as {q1} <= 6, joined by and"
            raise _wrong(question.name, f"visibleIf {question.visible_if!r} cannot be read", expected)


def _check_piped(question: SurveyQuestion, earlier: tuple[SurveyQuestion, ...], names: list[str]) -> None:
    fit = {one.name for one in earlier if can_be_piped(one)}
    for name in piped_names(question.title, names):
        if name not in fit:
            expected = "the name of an earlier question that is neither a grid, Kano nor MaxDiff"
            raise _wrong(question.name, f"{{{name}}} cannot stand in the title", expected)


def _wrong(field: str, message: str, expected: str) -> InvalidInputError:
    return InvalidInputError(message, field=field, expected=expected)
