"""Texts that a definition gives per language, as SurveyJS writes them: {"default": …, "zh-cn": …, "en": …}."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

LANGUAGES = ("zh", "en")
_KEYS = {"zh": ("zh-cn", "zh"), "en": ("en",)}


def text_in(value: object, language: str) -> str:
    """Return a text in the language, else in the definition's own, else in any.

    >>> text_in({"default": "为什么？", "en": "Why?"}, "en"), text_in({"default": "为什么？"}, "en")
    ('Why?', '为什么？')
    """
    if isinstance(value, dict):
        order = (*_KEYS.get(language, ()), "default", "zh-cn", "zh", "en")
        return next((str(value[key]) for key in order if value.get(key)), "")
    return "" if value is None else str(value)


def languages_of(raw: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the languages in which a definition can be shown, its own first.

    >>> languages_of({"title": {"default": "回访", "en": "Follow-up"}}), languages_of({"title": "t", "locale": "en"})
    (('zh', 'en'), ('en',))
    """
    own = "en" if raw.get("locale") == "en" else "zh"
    keys = set(_keys(raw))
    return (own, *(each for each in LANGUAGES if each != own and keys & set(_KEYS[each])))


def _keys(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for child in node:
            yield from _keys(child)
    elif isinstance(node, dict):
        for key, child in node.items():
            if isinstance(child, str) and key in ("zh-cn", "zh", "en"):
                yield key
            elif isinstance(child, dict | list):
                yield from _keys(child)
