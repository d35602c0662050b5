"""Words of a trade and unexplained abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from huiyin.collect.wording.finding import Finding, Rule
from huiyin.collect.wording.phrases import read_book
from huiyin.collect.wording.question import Question, Span

ABBREVIATION = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]\d[A-Z]|[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z]{2,})(?:[-/&][A-Z][A-Za-z]*)*(?![A-Za-z0-9])"
)
EXPLAINED = re.compile(r"\s*[（(][^）)]{2,}[）)]")


@cache
def _plain(language: str) -> dict[str, str]:
    words: dict[str, str] = read_book("jargon")[language]["plain"]
    return words


@cache
def _known() -> frozenset[str]:
    return frozenset(read_book("jargon")["known"])


@cache
def _terms(language: str) -> re.Pattern[str]:
    words = sorted(_plain(language), key=len, reverse=True)
    edge = ("", "") if language == "zh" else (r"(?<![\w-])", r"(?![\w-])")
    flags = re.IGNORECASE if language == "en" else 0
    return re.compile(edge[0] + "(?:" + "|".join(map(re.escape, words)) + ")" + edge[1], flags)


def find_jargon(question: Question) -> Iterator[Finding]:
    """Yield trade terms of the glossary, and abbreviations that nobody explains in brackets."""
    stem = question.asked
    for span in sorted(_spans(stem, question.language)):
        if EXPLAINED.match(stem, span.end) or _inside_brackets(stem, span):
            continue
        plain = _plain_word(span.of(stem), question.language)
        rewrite = None if plain is None else question.with_stem(stem[: span.start] + plain + stem[span.end :])
        yield Finding(Rule.JARGON, span.shifted(question.stem.start), rewrite)


def _spans(stem: str, language: str) -> list[Span]:
    spans = [Span(*found.span()) for found in _terms(language).finditer(stem)]
    for found in ABBREVIATION.finditer(stem):
        span = Span(*found.span())
        if found.group().upper() not in _known() and not any(span.meets(other) for other in spans):
            spans.append(span)
    return spans


def _plain_word(word: str, language: str) -> str | None:
    book = _plain(language)
    return book.get(word) or book.get(word.lower())


def _inside_brackets(stem: str, span: Span) -> bool:
    before = stem[: span.start]
    return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))
