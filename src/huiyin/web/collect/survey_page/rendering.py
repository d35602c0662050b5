"""HTML of the public pages; everything that people wrote is escaped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files

from huiyin.collect.surveys import Definition, Survey, Theme, words_of
from huiyin.web.collect.survey_page.fields import question_html

# What the page's script says.
_SPOKEN = ("unanswered", "survey_closed", "unknown_token", "too_many_requests", "failed", "set", "joint")


def survey_page(survey: Survey, definition: Definition, given: Mapping[str, str]) -> str:
    """Return the survey as a form in the definition's language; `given` holds values from the address."""
    words, spoken = _written(definition), {name: definition.words[name] for name in _SPOKEN}
    settings = {"slug": survey.slug, "language": definition.language, "words": spoken}
    data = json.dumps(settings, ensure_ascii=False).replace("<", "\\u003c")
    note = words["anonymous"] if survey.anonymous else ""
    body = (
        f"{_head(definition)}<main><h1>{escape(definition.title)}</h1>"
        f'<form id="survey" novalidate>{_pages(definition, given)}<p id="problem" role="alert"></p>{_buttons(definition)}'
        f'<p class="note">{note}</p></form>'
        f'<div id="thanks" hidden tabindex="-1"><h2>{words["thanks"]}</h2><p>{words["received"]}</p></div>'
        f"<noscript><p>{words['script']}</p></noscript></main>"
        f'<script type="application/json" id="settings">{data}</script><script src="/s/survey.js" defer></script>'
    )
    return _document(definition.title, body, definition.language, definition.theme)


def closed_page(definition: Definition) -> str:
    """Return what is shown once a survey is closed."""
    return _notice(definition.title, escape(definition.words["closed"]), definition.language)


def missing_page(language: str) -> str:
    """Return what is shown for an unknown address."""
    words = words_of(language)
    return _notice(words["missing"], words["check"], language)


def stop_page(token: str, definition: Definition, *, done: bool = False) -> str:
    """Return where a person declines further invitations: asked first, for mail scanners open every link."""
    words, language = _written(definition), definition.language
    title = definition.words["stop"]
    if done:
        return _notice(title, words["stop.done"], language)
    form = (
        f'<form method="post"><input type="hidden" name="t" value="{escape(token)}">'
        f'<button type="submit">{words["stop.confirm"]}</button></form>'
    )
    return _notice(title, words["stop.ask"], language, form)


def _written(definition: Definition) -> Mapping[str, str]:
    """Return the page's words as HTML: a survey may bring its own."""
    return {name: escape(text) for name, text in definition.words.items()}


def _notice(title: str, text: str, language: str, more: str = "") -> str:
    return _document(title, f"<main><h1>{escape(title)}</h1><p>{text}</p>{more}</main>", language, Theme())


def _head(definition: Definition) -> str:
    words, theme = _written(definition), definition.theme
    switch = "".join(
        f'<a class="switch" href="?lang={other}" data-lang="{other}" lang="{_tag(other)}">{escape(name)}</a>'
        for other, name in definition.others
    )
    switch = f"<nav>{switch}</nav>" if switch else ""
    logo = f"<strong>{escape(theme.logo)}</strong>" if theme.logo else "<span></span>"
    progress = (
        f'<progress id="progress" max="1" value="0" aria-label="{words["progress"]}"></progress>'
        if len(definition.questions) > 2
        else ""
    )
    return f"<header>{logo}{switch}{progress}</header>"


def _pages(definition: Definition, given: Mapping[str, str]) -> str:
    made = [
        "".join(
            question_html(question, given.get(question.name, ""), definition)
            for question in definition.questions
            if question.page == page
        )
        for page in range(definition.pages)
    ]
    return "".join(
        f'<section class="page"{" hidden" if page else ""}>{text}</section>' for page, text in enumerate(made)
    )


def _buttons(definition: Definition) -> str:
    words = _written(definition)
    turn = (
        f'<button type="button" id="back" class="plain" hidden>{words["back"]}</button>'
        f'<button type="button" id="next">{words["next"]}</button>'
        if definition.pages > 1
        else ""
    )
    return f'<div class="buttons">{turn}<button type="submit"{" hidden" if turn else ""}>{words["submit"]}</button></div>'


@cache
def _style() -> str:
    return (files("huiyin.web.collect.survey_page") / "survey.css").read_text(encoding="utf-8").strip()


def _tag(language: str) -> str:
    return {"zh": "zh-CN", "zh-tw": "zh-TW"}.get(language, language)


def _document(title: str, body: str, language: str, theme: Theme) -> str:
    return (
        f'<!doctype html><html lang="{_tag(language)}" style="--accent:{theme.accent};--on:{theme.ink}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{_style()}</style></head><body>{body}</body></html>"
    )
