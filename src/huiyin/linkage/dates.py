"""Dates as people mistype them: neighbouring digits swapped, month and day exchanged, one digit wrong."""

from __future__ import annotations

import re
from datetime import date
from enum import IntEnum

_PARTS = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?")


class DateLikeness(IntEnum):
    """How alike two dates are, most alike last."""

    UNLIKE = 0
    ONE_DIGIT = 1
    SWAPPED = 2
    SAME = 3


def normalise_date(text: str) -> str | None:
    """Return YYYYMMDD, None for what is no day.

    >>> normalise_date("1990年1月2日"), normalise_date("1990-13-40")
    ('19900102', None)
    """
    found = _PARTS.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups())).strftime("%Y%m%d")
    except ValueError:
        return None


def compare_dates(one: str, other: str) -> DateLikeness:
    """Return how alike two YYYYMMDD are; they need not be real days.

    >>> compare_dates("19900102", "19900201").name, compare_dates("19900102", "19900120").name
    ('SWAPPED', 'SWAPPED')
    >>> compare_dates("19900102", "19900103").name, compare_dates("19900102", "19850711").name
    ('ONE_DIGIT', 'UNLIKE')
    """
    if one == other:
        return DateLikeness.SAME
    wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    exchanged = one[:4] == other[:4] and one[4:6] == other[6:] and one[6:] == other[4:6]
    neighbours = len(wrong) == 2 and wrong[1] - wrong[0] == 1
    if exchanged or (neighbours and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]):
        return DateLikeness.SWAPPED
    return DateLikeness.ONE_DIGIT if len(wrong) == 1 else DateLikeness.UNLIKE
