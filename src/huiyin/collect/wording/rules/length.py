"""Questions that are too long to keep in mind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyin.collect.wording.finding import Finding, Rule
from huiyin.collect.wording.question import HAN, Question, Span

# Past about 50 characters or 30 words a question no longer fits one breath (Payne 1951 advises 20 words).
LONGEST = {"zh": 50, "en": 30}
WORD = re.compile(r"[A-Za-z0-9'’-]+")


def reading_length(text: str, language: str) -> int:
    """Count Han characters plus Latin words for Chinese, words for English.

    >>> reading_length("您用过 App 吗？", "zh")
    5
    """
    words = len(WORD.findall(text))
    return words + len(HAN.findall(text)) if language == "zh" else words


def find_length(question: Question) -> Iterator[Finding]:
    """Yield the stem when it is too long."""
    if reading_length(question.asked, question.language) > LONGEST[question.language]:
        yield Finding(Rule.LENGTH, Span(question.stem.start, question.stem.end))
