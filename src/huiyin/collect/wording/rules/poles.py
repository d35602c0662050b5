"""Which side of a scale an option stands on, and whether both sides weigh the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from huiyin.collect.wording.finding import Finding, Rule
from huiyin.collect.wording.phrases import read_book
from huiyin.collect.wording.question import Question


@cache
def _patterns(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(raw, re.IGNORECASE) for raw in read_book("scales")[language][name])


def is_escape(choice: str, language: str) -> bool:
    """Tell whether an option lets one out: not applicable, do not know, rather not say."""
    return any(pattern.search(choice) for pattern in _patterns(language, "escape"))


def side(choice: str, language: str) -> int | None:
    """Return +1, 0 or −1 for a labelled point of a scale, None for anything else.

    >>> [side(word, "zh") for word in ("非常满意", "一般", "不太满意", "京东")]
    [1, 0, -1, None]
    """
    choice = choice.strip()
    for name, value in (("middle", 0), ("against", -1), ("in_favour", 1)):
        if any(pattern.fullmatch(choice) for pattern in _patterns(language, name)):
            return value
    return None


def scale_sides(question: Question) -> list[int] | None:
    """Return the sides of the options that are no way out; None when they are no rating scale."""
    rated = [choice for choice in question.choices if not is_escape(choice, question.language)]
    sides = [side(choice, question.language) for choice in rated]
    if len(sides) < 3 or None in sides:
        return None
    return [value for value in sides if value is not None]


def find_unbalanced_scale(question: Question) -> Iterator[Finding]:
    """Yield the options when one side of the scale has more points than the other."""
    sides = scale_sides(question)
    if sides is None or sum(sides) == 0:
        return
    first, last = _rated_range(question)
    yield Finding(Rule.UNBALANCED_SCALE, question.choices_span(first, last), _balanced(question))


def _rated_range(question: Question) -> tuple[int, int]:
    rated = [
        place for place, choice in enumerate(question.choices) if not is_escape(choice, question.language)
    ]
    return rated[0], rated[-1]


def _balanced(question: Question) -> str | None:
    words = " ".join(question.choices)
    for family in read_book("scales")[question.language]["families"]:
        if re.search(family["of"], words, re.IGNORECASE):
            kept = [choice for choice in question.choices if is_escape(choice, question.language)]
            return question.with_choices([*family["points"], *kept])
    return None
