"""Ratings of what not everybody has met, without a way to say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from huiyin.collect.wording.finding import Finding, Rule
from huiyin.collect.wording.phrases import read_book
from huiyin.collect.wording.question import Question
from huiyin.collect.wording.rules.poles import is_escape, scale_sides

ESCAPE = {"zh": "不适用 / 没有用过", "en": "Not applicable / have not used it"}


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    return re.compile(read_book("scales")[language][name], re.IGNORECASE)


def find_missing_not_applicable(question: Question) -> Iterator[Finding]:
    """Yield the rating options when the rated thing is met by some people only and no option says so."""
    language = question.language
    if scale_sides(question) is None or any(is_escape(choice, language) for choice in question.choices):
        return
    stem = question.asked
    if not _pattern(language, "met_by_some").search(stem) or _pattern(language, "met_by_all").search(stem):
        return
    rewrite = question.with_choices([*question.choices, ESCAPE[language]])
    yield Finding(Rule.MISSING_NOT_APPLICABLE, question.choices_span(), rewrite)
