"""A survey in several languages, ours and ones that it brings, and earlier answers in later questions."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from huiyin.collect import surveys
from huiyin.collect.surveys.letters import Letter
from huiyin.collect.surveys.piping import filled
from huiyin.kit.errors import InvalidInputError
from huiyin.web.collect.survey_page.rendering import survey_page

TITLE = {"default": "回访", "zh-tw": "回訪", "en": "Follow-up", "ja": "アンケート", "fr": "Enquête"}
ASKED: dict[str, Any] = {
    "title": TITLE,
    "words": {"fr": {"name": "Français", "submit": "Envoyer <b>", "mail.begin": "Commencer"}},
    "elements": [
        {
            "type": "radiogroup",
            "name": "part",
            "title": {"default": "哪里？", "fr": "Où ?"},
            "choices": [{"value": "a", "text": {"default": "空调", "fr": "la clim <i>"}}],
            "showOtherItem": True,
        },
        {"type": "rating", "name": "score", "title": "推荐？", "metric": "nps"},
        {"type": "comment", "name": "why", "title": {"default": "{part}为什么只有{score}分？{真的}"}},
    ],
}


def page(language: str, definition: dict[str, Any] = ASKED) -> str:
    read = surveys.parse_definition(definition, language)
    stub = type("Stub", (), {"slug": "s", "anonymous": False})()
    return survey_page(stub, read, {})


def test_every_language_has_every_word_with_its_places() -> None:
    words = {tag: surveys.words_of(tag) for tag in surveys.LANGUAGES}
    places = {"has": "{item}", "lacks": "{item}", "mail.again": "{title}", "mail.dear": "{name}"}
    for found in words.values():
        assert list(found) == list(words["zh"])
        assert all(found[name] and place in found[name] for name, place in places.items())
    assert {file.name for file in (files("huiyin.collect.surveys") / "words").iterdir() if file.name.endswith("json")} == {
        f"{tag}.json" for tag in surveys.LANGUAGES
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "title", "button"),
    [
        ("zh", "回访", "提交"),
        ("zh-tw", "回訪", "送出"),
        ("ja", "アンケート", "送信"),
        ("en", "Follow-up", "Submit"),
    ],
)
def test_the_page_speaks_our_languages(language: str, title: str, button: str) -> None:
    text = page(language)
    assert f"<h1>{title}</h1>" in text
    assert f">{button}</button>" in text
    assert text.count('class="switch"') == len(TITLE) - 1


def test_a_language_that_a_survey_brings_is_spoken_and_the_rest_of_the_words_are_english() -> None:
    text = page("fr")
    assert "<h1>Enquête</h1>" in text
    assert 'lang="fr"' in text
    assert ">Envoyer &lt;b&gt;</button>" in text
    assert "Please turn on JavaScript" in text
    assert ">Français</a>" in page("zh")


def test_mails_speak_the_survey_s_languages() -> None:
    opening = {"title": TITLE, "words": ASKED["words"], "elements": [{"type": "text", "name": "q"}]}
    for language, begin in (("ja", "回答を始める"), ("fr", "Commencer"), ("zh-tw", "開始填寫")):
        definition = surveys.parse_definition(opening, language)
        mail = surveys.compose(Letter("s", definition, "t", "a@b.cn", None, 0), "https://voc.example")
        assert begin in mail.text
        assert f"lang={language}" in mail.text


@pytest.mark.parametrize(
    "words", [[], {"Klingon": {}}, {"fr": {"sbumit": "x"}}, {"fr": {"submit": ""}}, {"fr": {"submit": 3}}]
)
def test_words_that_the_page_does_not_say_are_refused(words: object) -> None:
    with pytest.raises(InvalidInputError) as refused:
        surveys.parse_definition(ASKED | {"words": words})
    assert refused.value.field == "words"


def test_browsers_get_the_nearest_language() -> None:
    offered = ("zh", "zh-tw", "en")
    wanted = {"zh-Hant-HK": "zh-tw", "zh-CN,zh": "zh", "en-GB": "en", "zh-MO": "zh-tw", "de, *;q=0.1": None}
    assert {header: surveys.best_language(header, offered) for header in wanted} == wanted


def test_earlier_answers_stand_in_later_titles() -> None:
    definition = surveys.parse_definition(ASKED)
    asked, words = definition.by_name, definition.words
    title = definition.questions[2].title
    assert filled(title, asked, {"part": "a", "score": 3}, words) == "空调为什么只有3分？{真的}"
    assert (
        filled(title, asked, {"part": "other", "part-Comment": "后备箱"}, words)
        == "后备箱为什么只有…分？{真的}"
    )
    text = page("zh")
    assert '<span data-piped="part">…</span>为什么只有<span data-piped="score">…</span>分？{真的}' in text


@pytest.mark.parametrize("title", ["{why}？", "{later}？"])
def test_only_earlier_answers_can_stand_in_a_title(title: str) -> None:
    elements = [
        {"type": "comment", "name": "why", "title": title},
        {"type": "text", "name": "later", "title": "?"},
    ]
    with pytest.raises(InvalidInputError, match="cannot stand in the title"):
        surveys.parse_definition({"title": "t", "elements": elements})
