"""Earlier answers in later questions: `{name}` in a title stands for what was answered to that question."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from huiyin.collect.surveys.question import ITEMISED, Kind, SurveyQuestion

_PLACE = re.compile(r"\{(\w+)\}")


def pieces(title: str, names: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a title, each with whether it is the name of a question in braces.

    >>> list(pieces("您提到{why}，{other}", {"why"}))
    [('您提到', False), ('why', True), ('，{other}', False)]
    """
    start = 0
    for found in _PLACE.finditer(title):
        if found.group(1) in names:
            yield title[start : found.start()], False
            yield found.group(1), True
            start = found.end()
    yield title[start:], False


def piped_names(title: str, names: Collection[str]) -> list[str]:
    """Return the names of the questions whose answers stand in a title.

    >>> piped_names("您提到{why}，{other}", {"why"})
    ['why']
    """
    return [text for text, is_name in pieces(title, names) if is_name]


def can_be_piped(question: SurveyQuestion) -> bool:
    """Tell whether an answer has words that fit into a sentence: one about several things has none."""
    return question.kind not in ITEMISED


def filled(
    title: str,
    questions: Mapping[str, SurveyQuestion],
    answers: Mapping[str, Any],
    words: Mapping[str, str],
) -> str:
    """Return a title as the respondent read it; an answer that is missing is an ellipsis.

    >>> filled("为什么给{score}分？", {"score": SurveyQuestion("score", Kind.RATING, "s", True)}, {"score": 6}, {})
    '为什么给6分？'
    """
    return "".join(
        spoken(questions[text], answers, words) if is_name else text
        for text, is_name in pieces(title, questions)
    )


def spoken(question: SurveyQuestion, answers: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """Return an answer in words."""
    given = answers.get(question.name)
    if given is None or not can_be_piped(question):
        return "…"
    if question.kind is Kind.BOOLEAN:
        return words["yes" if given else "no"]
    texts = dict(question.choices)
    chosen = given if isinstance(given, list) else [given]
    own = answers.get(f"{question.name}-Comment")
    return words.get("joint", ", ").join(
        str(own) if each == "other" and own else texts.get(str(each), str(each)) for each in chosen
    )
