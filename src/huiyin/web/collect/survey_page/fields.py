"""HTML of each kind of question; everything that people wrote is escaped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape

from huiyin.collect.surveys import (
    KANO_POINTS,
    MAXDIFF_VERSIONS,
    Definition,
    Kind,
    SurveyQuestion,
    pieces,
    sets_of,
)

_LABELLED = (Kind.TEXT, Kind.COMMENT, Kind.DROPDOWN)


def question_html(question: SurveyQuestion, given: str, definition: Definition) -> str:
    """Return a question as a group of fields; `given` is filled in."""
    words = definition.words
    mark = f'<span class="must" aria-label="{escape(words["must"])}">*</span>' if question.required else ""
    shown = f' data-if="{escape(question.visible_if)}"' if question.visible_if else ""
    attributes = f'data-name="{question.name}" data-kind="{question.kind.value}" data-required="{int(question.required)}"{shown}'
    title, field = f"{_title(question, definition)}{mark}", _field(question, given, words)
    if question.kind in _LABELLED:
        return f'<div class="question" {attributes}><label for="{question.name}">{title}</label>{field}</div>'
    return f'<fieldset class="question" {attributes}><legend>{title}</legend>{field}</fieldset>'


def _title(question: SurveyQuestion, definition: Definition) -> str:
    """Return the title; the script fills earlier answers in, as text and never as HTML."""
    return "".join(
        f'<span data-piped="{text}">…</span>' if is_name else escape(text)
        for text, is_name in pieces(question.title, definition.by_name)
    )


def _field(question: SurveyQuestion, given: str, words: Mapping[str, str]) -> str:
    if question.kind is Kind.RATING:
        return _rating(question, given)
    if question.kind is Kind.MATRIX:
        return _matrix(question)
    if question.kind is Kind.KANO:
        return _kano(question, words)
    if question.kind is Kind.MAXDIFF:
        return _maxdiff(question, words)
    return _written(question, given) or _chosen(question, given, words)


def _written(question: SurveyQuestion, given: str) -> str:
    name = question.name
    if question.kind is Kind.COMMENT:
        return f'<textarea id="{name}" name="{name}" rows="4" maxlength="10000">{escape(given)}</textarea>'
    if question.kind is Kind.TEXT:
        return f'<input id="{name}" name="{name}" maxlength="10000" value="{escape(given)}">'
    return ""


def _chosen(question: SurveyQuestion, given: str, words: Mapping[str, str]) -> str:
    offered = _offered(question, words)
    if question.kind is Kind.DROPDOWN:
        options = "".join(
            f'<option value="{escape(value)}"{" selected" if value == given else ""}>{escape(text)}</option>'
            for value, text in offered
        )
        head = f'<option value="">{escape(words["choose"])}</option>'
        return f'<select id="{question.name}" name="{question.name}">{head}{options}</select>{_other(question, words)}'
    kind = "checkbox" if question.kind is Kind.CHECKBOX else "radio"
    choices = "".join(
        f'<label class="choice"><input type="{kind}" name="{question.name}" value="{escape(value)}"'
        f"{' checked' if value == given else ''}>{escape(text)}</label>"
        for value, text in offered
    )
    return f'<div class="choices">{choices}</div>{_other(question, words)}'


def _offered(question: SurveyQuestion, words: Mapping[str, str]) -> list[tuple[str, str]]:
    if question.kind is Kind.BOOLEAN:
        return [("true", words["yes"]), ("false", words["no"])]
    return [*question.choices, *([("other", words["other"])] if question.other else [])]


def _other(question: SurveyQuestion, words: Mapping[str, str]) -> str:
    if not question.other:
        return ""
    which = escape(words["which"])
    return (
        f'<input class="other" name="{question.name}-Comment" data-other="{question.name}" maxlength="10000"'
        f' aria-label="{which}" placeholder="{which}" hidden>'
    )


def _rating(question: SurveyQuestion, given: str) -> str:
    offered = [(str(point), str(point)) for point in range(question.low, question.high + 1)]
    ends = f'<div class="ends"><span>{escape(question.low_text)}</span><span>{escape(question.high_text)}</span></div>'
    return f'<div class="points">{_points(question.name, offered, given)}</div>{ends}'


def _points(name: str, offered: list[tuple[str, str]], given: str = "") -> str:
    return "".join(
        f'<label class="point"><input type="radio" name="{escape(name)}" value="{escape(value)}"'
        f"{' checked' if value == given else ''}><span>{escape(text)}</span></label>"
        for value, text in offered
    )


def _matrix(question: SurveyQuestion) -> str:
    rows = "".join(
        f'<div class="row" role="radiogroup" data-row="{escape(value)}" aria-label="{escape(text)}"><p>{escape(text)}</p>'
        f'<div class="points worded">{_points(f"{question.name}.{place}", list(question.choices))}</div></div>'
        for place, (value, text) in enumerate(question.items)
    )
    return f'<div class="rows">{rows}</div>'


def _kano(question: SurveyQuestion, words: Mapping[str, str]) -> str:
    points = [(str(point), words[f"kano{point}"]) for point in KANO_POINTS]
    rows = "".join(
        f'<div class="row" data-row="{escape(value)}">'
        + "".join(
            _kano_side(f"{question.name}.{place}.{side}", words[side], text, points)
            for side in ("has", "lacks")
        )
        + "</div>"
        for place, (value, text) in enumerate(question.items)
    )
    return f'<div class="rows">{rows}</div>'


def _kano_side(name: str, asked: str, text: str, points: list[tuple[str, str]]) -> str:
    title = escape(asked.replace("{item}", text))
    return f'<div role="radiogroup" aria-label="{title}"><p>{title}</p><div class="points worded">{_points(name, points)}</div></div>'


def _maxdiff(question: SurveyQuestion, words: Mapping[str, str]) -> str:
    """Return the designs as data: the script shows the respondent's own."""
    place = {value: number for number, (value, _) in enumerate(question.items)}
    designs = [
        [[place[value] for value in shown] for shown in sets_of(question, version)]
        for version in range(MAXDIFF_VERSIONS)
    ]
    data = {
        "items": question.items,
        "designs": designs,
        "most": question.high_text or words["most"],
        "least": question.low_text or words["least"],
    }
    return f'<div class="sets" data-sets="{escape(json.dumps(data, ensure_ascii=False, separators=(",", ":")))}"></div>'
