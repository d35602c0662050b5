"""Questions in a SurveyJS definition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from huiyin.collect.wording.question import ask
from huiyin.collect.wording.reading.located import Located

CHINESE = ("zh-cn", "zh", "default", "en")
POINTS = range(1, 6)


def read_surveyjs(definition: dict[str, Any]) -> list[Located]:
    """Return the questions of all pages and panels, in order.

    >>> read_surveyjs({"elements": [{"type": "radiogroup", "name": "q", "title": "用过吗？", "choices": ["是", "否"]}]})[0].place
    'q'
    """
    return [located for element in _elements(definition) if (located := _located(element))]


def _elements(node: Any) -> Iterator[dict[str, Any]]:
    if not isinstance(node, dict):
        return
    for key in ("pages", "elements", "questions", "templateElements"):
        children = node.get(key)
        for child in children if isinstance(children, list) else []:
            if isinstance(child, dict) and child.get("type") not in (None, "panel", "paneldynamic", "page"):
                yield child
            else:
                yield from _elements(child)


def _located(element: dict[str, Any]) -> Located | None:
    stem = localized(element.get("title")) or str(element.get("name") or "")
    if not stem.strip() or element.get("type") in ("html", "image", "expression"):
        return None
    return Located(ask(stem.strip(), tuple(_choices(element))), None, str(element.get("name") or stem[:20]))


def localized(value: Any) -> str:
    """Return a text that may be given per language."""
    if isinstance(value, dict):
        return next((str(value[key]) for key in CHINESE if value.get(key)), "")
    return str(value) if value is not None else ""


def _choices(element: dict[str, Any]) -> Iterator[str]:
    if element.get("type") == "rating":
        yield from _points(element)
        return
    offered = element.get("choices")
    for choice in offered if isinstance(offered, list) else []:
        text = (
            localized(choice.get("text") or choice.get("value")) if isinstance(choice, dict) else str(choice)
        )
        if text.strip():
            yield " ".join(text.split())
    for flag, text in (
        ("showOtherItem", "其他"),
        ("hasOther", "其他"),
        ("showNoneItem", "以上都没有"),
        ("hasNone", "以上都没有"),
    ):
        if element.get(flag) is True:
            yield text


def _points(element: dict[str, Any]) -> Iterator[str]:
    given = element.get("rateValues")
    if isinstance(given, list) and given:
        values = [
            localized(value.get("text") or value.get("value")) if isinstance(value, dict) else str(value)
            for value in given
        ]
    else:
        low, high = (
            _whole(element.get("rateMin"), 1),
            _whole(element.get("rateMax"), _whole(element.get("rateCount"), 5)),
        )
        values = [str(value) for value in range(low, min(high, low + 20) + 1)]
    ends = {
        0: localized(element.get("minRateDescription")),
        len(values) - 1: localized(element.get("maxRateDescription")),
    }
    for place, value in enumerate(values):
        yield f"{value}（{ends[place]}）" if ends.get(place) else value


def _whole(value: Any, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise
