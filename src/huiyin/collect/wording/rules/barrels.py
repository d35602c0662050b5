"""Two questions under one question mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from huiyin.collect.wording.finding import Finding, Rule
from huiyin.collect.wording.phrases import read_book
from huiyin.collect.wording.question import Question, Span
from huiyin.collect.wording.rules.phrasing import mask

Pair = tuple[Span, str | None]


@cache
def _book(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(raw, re.IGNORECASE) for raw in read_book("double_barrelled")[language][name])


def find_double_barrelled(question: Question) -> Iterator[Finding]:
    """Yield the first place where one answer has to stand for two things."""
    language = question.language
    stem = question.asked
    if any(pattern.search(stem) for pattern in _book(language, "unless")):
        return
    seen = mask(stem, _book(language, "ignore"))
    for pattern in _book(language, "pairs"):
        match = pattern.search(seen)
        if match:
            span, halves = _pair(match, stem)
            rewrite = None if halves is None else question.with_stem(halves)
            yield Finding(Rule.DOUBLE_BARRELLED, span.shifted(question.stem.start), rewrite)
            return


def _pair(match: re.Match[str], stem: str) -> Pair:
    """Return the coupled words, and the stem asked once with each half where the pattern names the halves."""
    if "a" not in match.re.groupindex:
        return Span(*match.span()), None
    start, end = match.start("a"), match.end("b")
    halves = (match.group("a"), match.group("b"))
    return Span(start, end), "\n".join(stem[:start] + half + stem[end:] for half in halves)
