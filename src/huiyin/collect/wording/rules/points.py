"""Points of a scale that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyin.collect.wording.finding import Finding, Rule
from huiyin.collect.wording.question import Question, Span

POINT = re.compile(r"\s*([+＋]?[-−]?\d{1,2}|[①-⑩])\s*(分|星|颗星|stars?|points?)?\s*", re.IGNORECASE)
SCALE = re.compile(
    r"(请?打分\s*[（(]\s*\d+\s*[-–—~～至到]\s*\d+\s*分?\s*[）)]"
    r"|请?(用|在|从|按)?\s*\d+\s*分?\s*[-–—~～至到]\s*\d+\s*分?(之间|来|制|为)?(给|对|为|评价|打分|评分|评|表示)*"
    r"|(如果|若)?\s*满分(是|为)?\s*(?P<full>\d+)\s*分"
    r"|(on|using|from) (a )?(scale )?(of |from )?\d+\s*(to|[-–—])\s*\d+)",
    re.IGNORECASE,
)
RATED = re.compile(r"(打分|打多少分|打几分|评分|评价|分\b|scale|rate)", re.IGNORECASE)
ANCHORED = re.compile(
    r"(\d+\s*分?\s*[=＝:：]|\d+\s*分?\s*(为|是|代表|表示(?!您))|最低|最高分|越高|\d+\s*(is|being|means|=)\b|\d+\s*[（(][^）)\d]+[）)]"
    r"|where \d+)",
    re.IGNORECASE,
)
COUNTED = re.compile(r"(几[口个次人辆台位岁本天]|多少|how many|how old)", re.IGNORECASE)
ANCHORS = {
    "zh": "（{low} = 非常不满意，{high} = 非常满意）",
    "en": " ({low} = very dissatisfied, {high} = very satisfied)",
}


def find_unlabelled_points(question: Question) -> Iterator[Finding]:
    """Yield a row of bare numbers, or a “from 1 to 10” without the meaning of its ends."""
    if ANCHORED.search(question.asked) or COUNTED.search(
        re.sub(r"(打|给)(多少|几)(分|颗|星)", "", question.asked)
    ):
        return
    points = [POINT.fullmatch(choice) for choice in question.choices]
    if len(points) >= 3 and all(points):
        low, high = question.choices[0].strip(), question.choices[-1].strip()
        yield Finding(Rule.UNLABELLED_POINTS, question.choices_span(), _anchored(question, low, high))
        return
    yield from _asked_scale(question)


def _asked_scale(question: Question) -> Iterator[Finding]:
    match = SCALE.search(question.asked)
    if question.options or match is None or not RATED.search(question.asked):
        return
    ends = re.findall(r"\d+", match.group())
    low, high = ("1", ends[0]) if match.group("full") else (ends[0], ends[1])
    span = Span(*match.span()).shifted(question.stem.start)
    yield Finding(Rule.UNLABELLED_POINTS, span, _anchored(question, low, high))


def _anchored(question: Question, low: str, high: str) -> str:
    stem = question.asked.rstrip()
    end = stem[-1] if stem[-1:] in "？?。." else ""
    anchors = ANCHORS[question.language].format(low=low, high=high)
    return question.with_stem(stem[: len(stem) - len(end)] + anchors + end)
