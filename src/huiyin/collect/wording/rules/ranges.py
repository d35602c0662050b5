"""Options that are ranges of numbers or names in a list: do they overlap, do they leave something out?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from huiyin.collect.wording.finding import Finding, Rule
from huiyin.collect.wording.question import Question
from huiyin.collect.wording.rules.points import POINT
from huiyin.collect.wording.rules.poles import is_escape, side

NUMBER = r"[$¥￥€£]?(\d+(?:[,.]\d+)*)"
BETWEEN = re.compile(
    rf"{NUMBER}\s*([^\d\s\-–—~～至到]*)\s*(?:[-–—~～]|至|到|\bto\b)\s*(不足|不到)?\s*{NUMBER}",
    re.IGNORECASE,
)
BELOW = re.compile(
    rf"(不到|不足|少于|低于|未满|小于|under|less than|fewer than|below)\s*{NUMBER}|{NUMBER}\D*?以下",
    re.IGNORECASE,
)
UP_TO = re.compile(
    rf"(up to|at most)\s*{NUMBER}|{NUMBER}\D*?(及以下|以内|及以前|or less|or fewer|or under)", re.IGNORECASE
)
FROM = re.compile(rf"{NUMBER}\D*?(及以上|及以后|以后|or more|or over|or older|or above|\+)", re.IGNORECASE)
ABOVE = re.compile(
    rf"(超过|多于|大于|高于|over|more than|above)\s*{NUMBER}|{NUMBER}\D*?(以上|以外)", re.IGNORECASE
)
SINGLE = re.compile(rf"{NUMBER}\s*\D{{0,4}}")
UNIT = re.compile(
    r"[个]?(分钟|小时|天|周|月|年|岁|元|次|人|平方米|兆|公里|km|minutes?|hours?|months?|years?|times?)"
)
NO_LIST = re.compile(
    r"(其他|其它|另外|以上(都|均)|都(没|不)|均(无|不)|没有|无$|other|another|none|not |prefer not|不|别的|其余)",
    re.IGNORECASE,
)
PERIODIC = re.compile(
    r"(每|从|几乎|第[一二三四五]|前|本|上|下|今|昨|周[一二三四五六日]|星期|daily|weekly|monthly|yearly|every|once|twice)",
    re.IGNORECASE,
)
YES_NO = re.compile(r"(是|否|有|没有|会|不会|对|yes|no|用过|参加过|去过)", re.IGNORECASE)
# Lists that name everything there is.
WHOLE = re.compile(r".{1,3}(舱|季|型|等座)|[春夏秋冬]天?|(single|double|suite)", re.IGNORECASE)
OTHER = {"zh": "其他（请注明）", "en": "Other (please specify)"}
EVENTS = re.compile(
    r"(几次|次数|多少次|几个|几回|how many (times|books|parcels|trips|visits|orders|children|kids|pets|cars|flights))",
    re.IGNORECASE,
)


# How far an open option reaches beyond the number it names.
ENDS = ((UP_TO, -inf, 0.0), (FROM, 0.0, inf), (BELOW, -inf, -0.5), (ABOVE, 0.5, inf))


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers that fit an option; `closed` when both ends are named."""

    low: float
    high: float
    closed: bool
    written: bool = True


def parse_range(choice: str) -> Range | None:
    """Read an option as a range; the ends that 以下/以上 leave open do not count as shared.

    >>> parse_range("18-25 岁"), parse_range("30 分钟以内").high
    (Range(low=18.0, high=25.0, closed=True, written=True), 30.0)
    """
    if found := BETWEEN.search(choice):
        high = _number(found.group(4)) - (0.5 if found.group(3) else 0)
        return Range(_number(found.group(1)), high, closed=True)
    for pattern, low, high in ENDS:
        if found := pattern.search(choice):
            number = _number(next(group for group in found.groups() if group and group[0].isdigit()))
            return Range(number + low, number + high, closed=False)
    found = SINGLE.fullmatch(choice.strip())
    return (
        Range(_number(found.group(1)), _number(found.group(1)), closed=True, written=False) if found else None
    )


def _number(digits: str) -> float:
    return float(digits.replace(",", ""))


def _ranges(question: Question) -> list[tuple[int, Range]] | None:
    """Return the options as ranges with their places; None when they are no ranges of one unit."""
    read = [
        (place, parse_range(choice))
        for place, choice in enumerate(question.choices)
        if not is_escape(choice, question.language)
    ]
    ranges = [(place, found) for place, found in read if found is not None]
    units = {match.group(1) for choice in question.choices if (match := UNIT.search(choice))}
    one_unit = len(units) <= 1
    written = sum(found.written for _, found in ranges)
    return ranges if len(ranges) == len(read) >= 2 and one_unit and written >= 1 else None


def find_overlapping_options(question: Question) -> Iterator[Finding]:
    """Yield the stretch of options in which neighbours share a number."""
    ranges = _ranges(question)
    if ranges is None:
        return
    shared = [
        (left, right)
        for (left, one), (right, other) in pairwise(ranges)
        if max(one.low, other.low) <= min(one.high, other.high)
    ]
    if shared:
        span = question.choices_span(shared[0][0], shared[-1][1])
        yield Finding(Rule.OVERLAPPING_OPTIONS, span, _without_overlap(question, ranges))


def _without_overlap(question: Question, ranges: list[tuple[int, Range]]) -> str:
    choices = list(question.choices)
    reached = -inf
    for place, found in ranges:
        if found.closed and found.low <= reached:
            low = f"{reached + 1:g}"
            choices[place] = re.sub(NUMBER, low, choices[place], count=1)
        if found.high != inf:
            reached = float(int(found.high))
    return question.with_choices(choices)


def find_missing_options(question: Question) -> Iterator[Finding]:
    """Yield ranges with a gap or without an end, and lists of names without 其他."""
    ranges = _ranges(question)
    if ranges is not None:
        yield from _gaps(question, ranges)
    elif _is_open_list(question):
        rewrite = question.with_choices([*question.choices, OTHER[question.language]])
        yield Finding(Rule.MISSING_OPTIONS, question.choices_span(), rewrite)


def _gaps(question: Question, ranges: list[tuple[int, Range]]) -> Iterator[Finding]:
    for (left, one), (right, other) in pairwise(ranges):
        if other.low - one.high > 1:
            yield Finding(Rule.MISSING_OPTIONS, question.choices_span(left, right))
            return
    first, last = ranges[0][1], ranges[-1][1]
    events = bool(EVENTS.search(question.asked))
    no_floor = first.closed and (first.low > 1 or (first.low == 1 and events))
    if no_floor or (last.closed and last.written):
        yield Finding(Rule.MISSING_OPTIONS, question.choices_span())


def _is_open_list(question: Question) -> bool:
    choices = question.choices
    if len(choices) < 3 or any(NO_LIST.search(choice) for choice in choices):
        return False
    language = question.language
    if any(side(choice, language) is not None or is_escape(choice, language) for choice in choices):
        return False
    if any(YES_NO.fullmatch(choice.strip()) or POINT.fullmatch(choice) for choice in choices):
        return False
    if any("同意" in choice or re.search(r"agree", choice, re.IGNORECASE) for choice in choices):
        return False
    if re.search(r"以下$", choices[0].strip()) and re.search(r"以上$", choices[-1].strip()):
        return False
    if all(WHOLE.fullmatch(choice.strip()) for choice in choices):
        return False
    return sum(bool(PERIODIC.match(choice)) for choice in choices) < 2
