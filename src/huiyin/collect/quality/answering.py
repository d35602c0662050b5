"""Survey answers given without reading: too fast, or the same point all the way down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median
from typing import Any

import polars as pl

from huiyin.collect.quality.finding import Finding, Rule

# A third of the median time is the customary line (Greszki, Meyer & Schoen 2015).
FAST = 1 / 3
LEAST_ANSWERS = 10
LEAST_ITEMS = 5
_POINT = re.compile(r"\d{1,2}(?:\.0)?")


def find_speeders(voices: pl.DataFrame) -> list[Finding]:
    """Return answers that took less than a third of their survey's median time."""
    timed = voices.select("id", "source_id", "seconds").filter(pl.col("seconds").is_not_null())
    found = []
    for (source,), answers in timed.group_by("source_id"):
        seconds = answers.get_column("seconds").to_list()
        if len(seconds) < LEAST_ANSWERS:
            continue
        middle = median(seconds)
        for one, took in answers.select("id", "seconds").iter_rows():
            if took < FAST * middle:
                zh = f"用时 {took:.0f} 秒，中位数 {middle:.0f} 秒"
                en = f"took {took:.0f} s, the median is {middle:.0f} s"
                score = 1 - took / (FAST * middle)
                found.append(Finding(one, Rule.SPEEDER, f"speeder-{source}", score, zh, en))
    return found


def find_straight_lines(voices: pl.DataFrame) -> list[Finding]:
    """Return answers with the same point on five or more rating items."""
    found = []
    for one, source, answers in voices.select("id", "source_id", "answers").iter_rows():
        points = list(_points(answers))
        if len(points) >= LEAST_ITEMS and len(set(points)) == 1:
            zh = f"{len(points)} 个评分题全部选 {points[0]:g}"
            en = f"all {len(points)} rating items answered {points[0]:g}"
            found.append(
                Finding(one, Rule.STRAIGHT_LINING, f"straight-{source}", 1 - 0.5 ** (len(points) - 3), zh, en)
            )
    return found


def _points(answers: Any) -> Iterator[float]:
    """Yield the numbers a respondent chose, those of matrices too."""
    if isinstance(answers, dict):
        for value in answers.values():
            yield from _points(value)
    elif not isinstance(answers, bool) and _POINT.fullmatch(str(answers).strip()):
        yield float(answers)
