"""Texts that a definition gives per language, as SurveyJS writes them: {"default": …, "zh-cn": …, "en": …}."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from huiyin.collect.surveys.words import FALLBACK, OWN, words_of
from huiyin.kit.errors import InvalidInputError

TAG = re.compile(r"[a-z]{2,3}(-[a-z]{2,4})?")
LONGEST_WORD = 300
MOST_LANGUAGES = 20
# Under which keys a definition may give our languages.
_KEYS = {"zh": ("zh-cn", "zh"), "zh-tw": ("zh-tw", "zh-hant", "zh-hk")}
_REGIONS = {"zh-hant": "zh-tw", "zh-hk": "zh-tw", "zh-mo": "zh-tw"}


def text_in(value: object, language: str) -> str:
    """Return a text in the language, else in the definition's own, else in any.

    >>> text_in({"default": "为什么？", "en": "Why?"}, "en"), text_in({"default": "为什么？"}, "en")
    ('Why?', '为什么？')
    """
    if isinstance(value, dict):
        order = (*_keys_of(language), "default", "zh-cn", "zh", "en")
        return next((str(value[key]) for key in order if value.get(key)), "")
    return "" if value is None else str(value)


def languages_of(raw: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the languages in which a definition can be shown, its own first.

    Ours are known by the texts given in them, others by the words that the definition brings for them.

    >>> languages_of({"title": {"default": "回访", "en": "Follow-up"}}), languages_of({"title": "t", "locale": "en"})
    (('zh', 'en'), ('en',))
    >>> languages_of({"title": {"default": "回访", "ja": "アンケート", "fr": "Enquête"}, "words": {"fr": {}}})
    ('zh', 'ja', 'fr')
    """
    brought = raw.get("words")
    offered = (*OWN, *(brought if isinstance(brought, dict) else ()))
    own = raw["locale"] if raw.get("locale") in offered else "zh"
    keys = set(_keys({name: value for name, value in raw.items() if name != "words"}))
    spoken = (each for each in offered if each not in OWN or keys & set(_keys_of(each)))
    return tuple(dict.fromkeys((own, *spoken)))


def read_words(raw: Mapping[str, Any], language: str) -> Mapping[str, str]:
    """Return what the page itself says in a language; a survey may bring words of its own for any language.

    Raises InvalidInputError for words that are none of the page's.
    """
    brought = raw.get("words", {})
    if not isinstance(brought, dict) or len(brought) > MOST_LANGUAGES:
        raise _wrong("words are no object of languages", '{"fr": {"submit": "Envoyer"}}')
    for tag, words in brought.items():
        _check(tag, words)
    known = words_of(language if language in OWN else FALLBACK)
    name = {} if language in OWN else {"name": language}
    return {**known, **name, **brought.get(language, {})}


def best_language(wanted: str, offered: Sequence[str]) -> str | None:
    """Return the first language of an Accept-Language header that is offered.

    >>> best_language("zh-HK,en;q=0.8", ("zh", "zh-tw", "en")), best_language("de, en-GB", ("zh", "en"))
    ('zh-tw', 'en')
    """
    for part in wanted.lower().split(","):
        tag = part.split(";")[0].strip()
        region = "-".join(tag.split("-")[:2])
        for candidate in (tag, _REGIONS.get(region, region), tag.split("-")[0]):
            if candidate in offered:
                return candidate
    return None


def _check(tag: object, words: object) -> None:
    if not isinstance(tag, str) or not TAG.fullmatch(tag):
        raise _wrong(f"{str(tag)[:20]!r} is no language", "a tag such as fr or pt-br")
    known = words_of(FALLBACK)
    if not isinstance(words, dict) or set(words) - set(known):
        strange = ", ".join(sorted(set(words) - set(known)))[:80] if isinstance(words, dict) else "no object"
        raise _wrong(f"words of {tag} that the page does not say: {strange}", ", ".join(known))
    if not all(isinstance(each, str) and 1 <= len(each) <= LONGEST_WORD for each in words.values()):
        raise _wrong(f"words of {tag} are no texts", f"1 to {LONGEST_WORD} characters each")


def _keys_of(language: str) -> tuple[str, ...]:
    return _KEYS.get(language, (language,))


def _keys(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for child in node:
            yield from _keys(child)
    elif isinstance(node, dict):
        for key, child in node.items():
            if isinstance(child, str) and TAG.fullmatch(str(key)):
                yield key
            elif isinstance(child, dict | list):
                yield from _keys(child)


def _wrong(message: str, expected: str) -> InvalidInputError:
    return InvalidInputError(message, field="words", expected=expected)
