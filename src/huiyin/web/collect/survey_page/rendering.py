"""HTML of the public page; everything that people wrote is escaped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from importlib.resources import files

from huiyin.collect.surveys import Kind, Survey, SurveyQuestion


def survey_page(survey: Survey, given: Mapping[str, str]) -> str:
    """Return the survey as a form; `given` holds values from the address."""
    questions = "".join(
        _question(question, given.get(question.name, "")) for question in survey.definition.questions
    )
    settings = json.dumps({"slug": survey.slug}).replace("<", "\\u003c")
    note = "本问卷匿名填写。" if survey.anonymous else ""
    body = (
        f'<main><h1>{escape(survey.title)}</h1><form id="survey" novalidate>{questions}'
        f'<p id="problem" role="alert"></p><button type="submit">提交</button><p class="note" id="saved">{note}</p></form>'
        '<div id="thanks" hidden tabindex="-1"><h2>谢谢您的回答</h2><p>我们已经收到。</p></div>'
        "<noscript><p>请打开浏览器的 JavaScript 后提交。</p></noscript></main>"
        f'<script type="application/json" id="settings">{settings}</script><script src="/s/survey.js" defer></script>'
    )
    return _document(survey.title, body)


def closed_page(title: str) -> str:
    """Return what is shown once a survey is closed."""
    return _document(title, f"<main><h1>{escape(title)}</h1><p>这份问卷已经结束，谢谢关注。</p></main>")


def missing_page() -> str:
    """Return what is shown for an unknown address."""
    return _document("没有这份问卷", "<main><h1>没有这份问卷</h1><p>请检查链接是否完整。</p></main>")


def _document(title: str, body: str) -> str:
    style = (files("huiyin.web.collect.survey_page") / "survey.css").read_text(encoding="utf-8")
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{style}</style></head><body>{body}</body></html>"
    )


def _question(question: SurveyQuestion, given: str) -> str:
    mark = '<span class="must" aria-label="必答">*</span>' if question.required else ""
    shown = f' data-if="{escape(question.visible_if)}"' if question.visible_if else ""
    attributes = f'data-name="{question.name}" data-kind="{question.kind.value}" data-required="{int(question.required)}"'
    if question.kind in (Kind.TEXT, Kind.COMMENT, Kind.DROPDOWN):
        head = f'<label for="{question.name}">{escape(question.title)}{mark}</label>'
        return f'<div class="question" {attributes}{shown}>{head}{_field(question, given)}</div>'
    head = f"<legend>{escape(question.title)}{mark}</legend>"
    return f'<fieldset class="question" {attributes}{shown}>{head}{_field(question, given)}</fieldset>'


def _field(question: SurveyQuestion, given: str) -> str:
    if question.kind is Kind.COMMENT:
        return f'<textarea id="{question.name}" name="{question.name}" rows="4" maxlength="10000">{escape(given)}</textarea>'
    if question.kind is Kind.TEXT:
        return (
            f'<input id="{question.name}" name="{question.name}" maxlength="10000" value="{escape(given)}">'
        )
    if question.kind is Kind.DROPDOWN:
        options = "".join(_option(value, text, given) for value, text in _offered(question))
        return f'<select id="{question.name}" name="{question.name}"><option value="">请选择</option>{options}</select>{_other(question)}'
    if question.kind is Kind.RATING:
        return _rating(question, given)
    kind = "checkbox" if question.kind is Kind.CHECKBOX else "radio"
    choices = "".join(_choice(question.name, kind, value, text, given) for value, text in _offered(question))
    return f'<div class="choices">{choices}</div>{_other(question)}'


def _offered(question: SurveyQuestion) -> list[tuple[str, str]]:
    if question.kind is Kind.BOOLEAN:
        return [("true", "是"), ("false", "否")]
    return [*question.choices, *([("other", "其他")] if question.other else [])]


def _other(question: SurveyQuestion) -> str:
    if not question.other:
        return ""
    name = f"{question.name}-Comment"
    return f'<input class="other" name="{name}" data-other="{question.name}" maxlength="10000" aria-label="其他，请注明" placeholder="请注明" hidden>'


def _option(value: str, text: str, given: str) -> str:
    return f'<option value="{escape(value)}"{" selected" if value == given else ""}>{escape(text)}</option>'


def _choice(name: str, kind: str, value: str, text: str, given: str) -> str:
    checked = " checked" if value == given else ""
    return f'<label class="choice"><input type="{kind}" name="{name}" value="{escape(value)}"{checked}>{escape(text)}</label>'


def _rating(question: SurveyQuestion, given: str) -> str:
    points = "".join(
        f'<label class="point"><input type="radio" name="{question.name}" value="{point}"'
        f"{' checked' if str(point) == given else ''}><span>{point}</span></label>"
        for point in range(question.low, question.high + 1)
    )
    ends = f'<div class="ends"><span>{escape(question.low_text)}</span><span>{escape(question.high_text)}</span></div>'
    return f'<div class="points">{points}</div>{ends}'
