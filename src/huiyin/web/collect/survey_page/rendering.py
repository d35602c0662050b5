"""HTML of the public pages; everything that people wrote is escaped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files

from huiyin.collect.surveys import Definition, Survey, Theme
from huiyin.web.collect.survey_page.fields import question_html
from huiyin.web.collect.survey_page.words import SPOKEN, WORDS


def survey_page(survey: Survey, definition: Definition, given: Mapping[str, str]) -> str:
    """Return the survey as a form in the definition's language; `given` holds values from the address."""
    words = WORDS[definition.language]
    settings = {"slug": survey.slug, "language": definition.language, "words": {k: words[k] for k in SPOKEN}}
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
    return _notice(definition.title, WORDS[definition.language]["closed"], definition.language)


def missing_page(language: str) -> str:
    """Return what is shown for an unknown address."""
    words = WORDS[language]
    return _notice(words["missing"], words["check"], language)


def stop_page(token: str, language: str, *, done: bool = False) -> str:
    """Return where a person declines further invitations: asked first, for mail scanners open every link."""
    words = WORDS[language]
    if done:
        return _notice(words["stop"], words["stop.done"], language)
    form = (
        f'<form method="post"><input type="hidden" name="t" value="{escape(token)}">'
        f'<button type="submit">{words["stop.confirm"]}</button></form>'
    )
    return _notice(words["stop"], words["stop.ask"], language, form)


def _notice(title: str, text: str, language: str, more: str = "") -> str:
    return _document(title, f"<main><h1>{escape(title)}</h1><p>{text}</p>{more}</main>", language, Theme())


def _head(definition: Definition) -> str:
    words, theme = WORDS[definition.language], definition.theme
    other = next((each for each in definition.languages if each != definition.language), None)
    switch = (
        f'<a class="switch" href="?lang={other}" data-lang="{other}" lang="{other}">{words["language"]}</a>'
        if other
        else ""
    )
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
            question_html(question, given.get(question.name, ""), definition.language)
            for question in definition.questions
            if question.page == page
        )
        for page in range(definition.pages)
    ]
    return "".join(
        f'<section class="page"{" hidden" if page else ""}>{text}</section>' for page, text in enumerate(made)
    )


def _buttons(definition: Definition) -> str:
    words = WORDS[definition.language]
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


def _document(title: str, body: str, language: str, theme: Theme) -> str:
    spoken = "zh-CN" if language == "zh" else language
    return (
        f'<!doctype html><html lang="{spoken}" style="--accent:{theme.accent};--on:{theme.ink}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{_style()}</style></head><body>{body}</body></html>"
    )
