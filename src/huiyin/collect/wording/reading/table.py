"""Questions in a CSV table: one column asks, one column (or several) holds the options."""

from __future__ import annotations

import csv
import io
import re

from huiyin.collect.wording.question import ask
from huiyin.collect.wording.reading.located import Located

ASKED = re.compile(r"(question|title|stem|text|题目|问题|题干|标题)", re.IGNORECASE)
OFFERED = re.compile(r"(option|choice|answer|选项|备选|答案)", re.IGNORECASE)
SEPARATOR = re.compile(r"\s*[|;；\n]\s*")


def read_table(text: str) -> list[Located]:
    """Return the questions of a CSV text; without a known heading the first column asks.

    >>> read_table("题目,选项\\n您用过吗？,用过|没用过\\n")[0].question.choices
    ('用过', '没用过')
    """
    rows = [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]
    if not rows:
        return []
    asking, offering = _columns(rows[0])
    headed = asking is not None
    found = []
    for number, row in enumerate(rows[1:] if headed else rows, start=2 if headed else 1):
        stem = _cell(row, asking or 0)
        choices = [choice for column in offering for choice in SEPARATOR.split(_cell(row, column)) if choice]
        if stem:
            found.append(Located(ask(stem, tuple(choices)), None, f"row {number}"))
    return found


def _columns(head: list[str]) -> tuple[int | None, list[int]]:
    asking = next(
        (at for at, name in enumerate(head) if ASKED.fullmatch(name.strip()) or ASKED.match(name)), None
    )
    if asking is not None and re.search(r"[？?]", head[asking]):
        asking = None
    offering = [at for at, name in enumerate(head) if OFFERED.search(name)] if asking is not None else []
    return asking, offering


def _cell(row: list[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""
