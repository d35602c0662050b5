"""Questions in plain text or Markdown: one a line, their options below, blank lines between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from huiyin.collect.wording.question import Question, Span
from huiyin.collect.wording.reading.located import Located

MARK = re.compile(
    r"\s*(?:[A-Za-z][.、．)）:：]\s*|[（(]?\d{1,2}[)）.、．]\s*(?!\d)|[□○◯●☐☑✓√•▪◇◆]\s*|\[[ xX]?\]\s*|[-*+]\s+(?!\d+$)|[-*+]\s+(?=\d))"
)
NUMBERED = re.compile(
    r"\s*(?:[-*+>]\s+)?(?:Q\s*)?(?:第?\s*\d{1,3}\s*[.、．)）:：题]|[一二三四五六七八九十]+、|Q\d*[.:：])\s*",
    re.IGNORECASE,
)
ASKS = re.compile(r"[？?。：:.”\"！!]\s*(?:[（(][^）)]*[）)])?\s*$")
HEADING = re.compile(r"\s*(#{1,6}\s|```|<!--|---+\s*$|\|)")
LONGEST_OPTION = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its place in the document and its number from 1."""

    text: str
    start: int
    number: int


def read_plain(text: str) -> list[Located]:
    """Return the questions of a text.

    >>> [located.question.choices for located in read_plain("您几岁？\\nA. 不到 18\\nB. 18 及以上\\n\\n您住在哪里？")]
    [('不到 18', '18 及以上'), ()]
    """
    return [_located(text, lines) for lines in _blocks(text)]


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        yield Line(line.rstrip("\r"), start, number)
        start += len(line) + 1


def _blocks(text: str) -> Iterator[list[Line]]:
    """Group the lines: a question and the options that follow it."""
    block: list[Line] = []
    for line in _lines(text):
        if not line.text.strip() or HEADING.match(line.text):
            if block:
                yield block
            block = []
        elif block and not _starts_question(line.text):
            block.append(line)
        else:
            if block:
                yield block
            block = [line]
    if block:
        yield block


def _starts_question(line: str) -> bool:
    """A marked line is an option unless it asks; an unmarked one is an option unless it ends like a sentence."""
    bare = line.strip()
    if re.fullmatch(r"[A-Za-z][.、．)）].*|[□○◯●☐☑].*", bare):
        return False
    if len(bare) > LONGEST_OPTION:
        return True
    return bool(ASKS.search(bare)) and bool(re.search(r"[^\W\d_]{3}", bare))


def _located(text: str, lines: list[Line]) -> Located:
    first = lines[0]
    block = text[first.start : lines[-1].start + len(lines[-1].text)]
    mark = NUMBERED.match(first.text) or re.match(r"\s*([-*+>]\s+)?", first.text)
    begin = mark.end() if mark else 0
    stem = Span(begin, max(begin, len(first.text.rstrip())))
    options = tuple(_option(line, first.start) for line in lines[1:])
    return Located(Question(block, stem, options), first.start, f"line {first.number}")


def _option(line: Line, base: int) -> Span:
    mark = MARK.match(line.text)
    begin = mark.end() if mark and mark.end() < len(line.text.rstrip()) else _indent(line.text)
    return Span(line.start - base + begin, line.start - base + len(line.text.rstrip()))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
