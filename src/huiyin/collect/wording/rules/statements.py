"""Options that are faulty as words: vague amounts, and agreement with a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from huiyin.collect.wording.finding import Finding, Rule
from huiyin.collect.wording.phrases import read_book
from huiyin.collect.wording.question import Question, Span
from huiyin.collect.wording.rules.phrasing import mask, phrase_book

COUNTED = {
    "zh": ["0 次", "1-3 次", "4-8 次", "9 次及以上"],
    "en": ["0 times", "1-3 times", "4-8 times", "9 times or more"],
}


ASKED = re.compile(r"[？?]|评价|打分|请")


FREQUENCY = re.compile(r"(频率|频次|次数|多久|几次|多常)")
LEVEL = re.compile(r"(很|较|非常|比较)(高|低)")


@cache
def _options(rule: Rule, language: str) -> re.Pattern[str]:
    return re.compile(read_book(rule.value)[language]["options"], re.IGNORECASE)


def find_option_phrases(question: Question) -> Iterator[Finding]:
    """Yield vague amounts among the options, and options of agreement where the stem does not say so itself."""
    yield from _vague(question)
    yield from _agreement(question)


def _vague(question: Question) -> Iterator[Finding]:
    pattern = _options(Rule.VAGUE_QUANTIFIER, question.language)
    hits = [place for place, choice in enumerate(question.choices) if pattern.fullmatch(choice.strip())]
    sure = [place for place in hits if question.choices[place].strip() not in {"一般", "多", "少"}]
    if not FREQUENCY.search(question.asked):
        hits = [place for place in hits if not LEVEL.fullmatch(question.choices[place].strip())]
    if len(hits) >= 3 and (sure or len(hits) == 3) and not _in_stem(Rule.VAGUE_QUANTIFIER, question):
        span = question.choices_span(hits[0], hits[-1])
        yield Finding(Rule.VAGUE_QUANTIFIER, span, question.with_choices(COUNTED[question.language]))


def _agreement(question: Question) -> Iterator[Finding]:
    pattern = _options(Rule.ACQUIESCENCE, question.language)
    hits = [choice for choice in question.choices if pattern.search(choice)]
    stated = not ASKED.search(question.asked) and sum("符合" in choice for choice in question.choices) >= 3
    if (len(hits) >= 2 or stated) and not _in_stem(Rule.ACQUIESCENCE, question):
        yield Finding(Rule.ACQUIESCENCE, Span(question.options[0].start, question.options[-1].end))


def _in_stem(rule: Rule, question: Question) -> bool:
    book = phrase_book(rule, question.language)
    stem = mask(question.asked, book.ignore)
    return any(phrase.find.search(stem) for phrase in book.phrases)
