"""Rules that are lists of phrases: leading, loaded, absolute, double negative, and their kin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from huiyin.collect.wording.finding import Finding, Rule
from huiyin.collect.wording.phrases import read_book
from huiyin.collect.wording.question import Question, Span
from huiyin.collect.wording.rules.tidying import tidy

# A sentence has one wording fault of these kinds, however many of its words show it.
ONCE = {
    Rule.LEADING,
    Rule.DOUBLE_NEGATIVE,
    Rule.SOCIAL_DESIRABILITY,
    Rule.PRESUPPOSITION,
    Rule.RECALL_WINDOW,
    Rule.ACQUIESCENCE,
    Rule.VAGUE_QUANTIFIER,
}
WORDINGS = (*sorted(ONCE), Rule.LOADED, Rule.ABSOLUTE)
EASE = {
    "zh": "每个人的做法不同，回答没有对错，也不记名。",
    "en": "People differ in this; there is no right answer, and answers are anonymous. ",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern of the stem: `put` replaces the match, `before` goes in front of the question, `whole` marks the
    whole sentence, `needs` and `unless` look at the rest of the stem."""

    find: re.Pattern[str]
    put: str | None
    before: str | None
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    whole: bool


@dataclass(frozen=True, slots=True)
class Book:
    """A rule's phrases in one language, and what must not be mistaken for them."""

    phrases: tuple[Phrase, ...]
    ignore: tuple[re.Pattern[str], ...]


@cache
def phrase_book(rule: Rule, language: str) -> Book:
    """Return the phrases of a rule."""
    raw = read_book(rule.value)[language]
    return Book(tuple(map(_phrase, raw["phrases"])), tuple(map(_pattern, raw.get("ignore", []))))


def find_phrases(question: Question) -> Iterator[Finding]:
    """Yield what the phrase books of the question's language know."""
    for rule in WORDINGS:
        yield from _of_rule(rule, question)


def _of_rule(rule: Rule, question: Question) -> Iterator[Finding]:
    book = phrase_book(rule, question.language)
    stem = mask(question.asked, book.ignore)
    taken: list[Span] = []
    for phrase in book.phrases:
        for match in _matches(phrase, stem):
            span = _span(phrase, match, question)
            if span.start == span.end or any(span.meets(other) for other in taken):
                continue
            taken.append(span)
            yield Finding(rule, span, _rewrite(rule, phrase, match, question))
            if rule in ONCE:
                return


def mask(text: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    """Blank out what a rule must not see; offsets stay as they are."""
    for pattern in patterns:
        text = pattern.sub(lambda found: "＿" * len(found.group()), text)
    return text


def _matches(phrase: Phrase, stem: str) -> Iterator[re.Match[str]]:
    if phrase.needs and not phrase.needs.search(stem):
        return
    if phrase.unless and phrase.unless.search(stem):
        return
    yield from phrase.find.finditer(stem)


def _span(phrase: Phrase, match: re.Match[str], question: Question) -> Span:
    if phrase.whole:
        bare = question.asked.rstrip("？?。. ")
        return Span(question.stem.start, question.stem.start + len(bare))
    start, end = match.span()
    words = match.group()
    lead = len(words) - len(words.lstrip("，,。 "))
    tail = len(words) - len(words.rstrip("，,。 "))
    return Span(start + lead, end - tail).shifted(question.stem.start)


def _rewrite(rule: Rule, phrase: Phrase, match: re.Match[str], question: Question) -> str | None:
    stem = question.asked
    if rule is Rule.SOCIAL_DESIRABILITY and phrase.whole:
        return question.with_stem(EASE[question.language] + stem)
    if phrase.before is not None:
        joined = stem if question.language == "zh" else stem[:1].lower() + stem[1:]
        return question.with_stem(phrase.before + joined)
    if phrase.put is None:
        return None
    changed = tidy(stem[: match.start()] + phrase.put + stem[match.end() :], question.language)
    return question.with_stem(changed) if changed else None


def _phrase(raw: dict[str, Any]) -> Phrase:
    return Phrase(
        find=_pattern(raw["find"]),
        put=raw.get("put"),
        before=raw.get("before"),
        needs=_pattern(raw["needs"]) if "needs" in raw else None,
        unless=_pattern(raw["unless"]) if "unless" in raw else None,
        whole=raw.get("whole", False),
    )


def _pattern(raw: str) -> re.Pattern[str]:
    return re.compile(raw, re.IGNORECASE)
